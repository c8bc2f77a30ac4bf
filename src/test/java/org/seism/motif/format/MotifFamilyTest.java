package org.seism.motif.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.motif.compare.LibraryMotif;
import org.seism.motif.compare.MotifLibrary;
import org.seism.sequence.Strands;

/** Families of the factors, which JASPAR's TRANSFAC files tell. */
class MotifFamilyTest {
    private static final String MATRIX = "PO\tA\tC\tG\tT\n01\t4.0\t16.0\t0.0\t0.0\n02\t19.0\t0.0\t1.0\t0.0\nXX\n";

    private static MotifFile read(final String text) {
        return MotifFile.parse(text, "library.tf", null, null);
    }

    @Test
    @DisplayName("the family is taken, else the class; a motif that can't be read keeps no other's")
    void families() {
        final MotifFile file = read("AC A1\nXX\nID one\nXX\n" + MATRIX + "CC tax_group:made up\nCC tf_class:wide\nCC tf_family:narrow\nXX\n//\n"
            + "AC A2\nXX\nID two\nXX\n" + MATRIX + "CC tf_family:narrow two\nCC tf_class:wide two\n//\n"
            + "AC A3\nXX\nPO\tA\tC\tG\tT\n01\tx\t1\t1\t1\nXX\nCC tf_family:of the broken one\n//\n"
            + "AC A4\nXX\nID four\nXX\n" + MATRIX + "CC tf_family:\nCC tf_class:only a class\n//\n"
            + "AC A5\nXX\nCC tf_family:before the matrix\n" + MATRIX + "//\n");
        assertEquals(List.of("narrow", "narrow two", "only a class", ""), file.families());
        assertEquals(List.of("A1", "A2", "A4", "A5"), file.motifs().stream().map(m -> m.name()).toList());
        assertEquals(1, file.skipped().size());
    }

    @Test
    @DisplayName("what is written names the families again, on one line each, beside addresses; no family, no line")
    void written() {
        final MotifFile file = read("AC A1\nXX\n" + MATRIX + "CC tf_family:bHLH-ZIP factors, MYC\nCC URL:about:a1\n//\n"
            + "AC A2\nXX\n" + MATRIX + "//\n" + "AC A3\nXX\n" + MATRIX + "CC tf_class:Homeo domain\n//\n");
        final String text = MotifFormat.TRANSFAC.write(file.motifs(), List.of(file.families().get(0), "", " Homeo\ndomain "),
            Strands.BOTH);
        final MotifFile again = read(text);
        assertEquals(file.families(), again.families());
        assertEquals(List.of("about:a1", "", ""), again.motifs().stream().map(m -> m.url()).toList());
        assertEquals(2, text.split("tf_family", -1).length - 1);
        for (final MotifFormat other : List.of(MotifFormat.MEME, MotifFormat.JASPAR, MotifFormat.HOMER)) {
            assertEquals(other.write(file.motifs(), Strands.BOTH), other.write(file.motifs(), file.families(), Strands.BOTH));
        }
    }

    @Test
    @DisplayName("JASPAR's description, which repeats accession and name, gives the factor's name")
    void factor() {
        final MotifLibrary library = MotifLibrary.of("library.tf", read("AC MA1.1\nXX\nID Arnt\nXX\nDE MA1.1 Arnt ; From JASPAR\n" + MATRIX + "//\n"
            + "AC M2\nXX\nID V$MYOD\nXX\nNA MyoD\nXX\nDE a long description\n" + MATRIX + "//\n"));
        assertEquals(List.of("Arnt", "MyoD"), library.motifs().stream().map(LibraryMotif::factor).toList());
        assertEquals("Arnt", library.motifs().get(0).familyOrFactor());
        assertEquals("library.tf (2 motifs)", library.text());
    }
}
