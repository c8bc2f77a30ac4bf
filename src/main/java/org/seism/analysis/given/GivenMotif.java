package org.seism.analysis.given;

import java.nio.file.Path;
import java.util.List;

import org.seism.InputException;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.SiteSearch;
import org.seism.motif.WordMotif;
import org.seism.motif.format.MotifFile;
import org.seism.sequence.Alphabet;
import org.seism.table.NamedInput;

/**
 * A motif that somebody knew beforehand: a word, or a matrix from a motif file.
 *
 * @param name how tables call it
 * @param consensus letters and IUPAC codes
 * @param search finds its best site in a sequence
 */
public record GivenMotif(String name, String consensus, SiteSearch search) {

    /**
     * @param alphabet of the sequences
     * @param words letters and IUPAC codes, perhaps with a gap or a place
     * @param bandwidth of the activation, positive
     * @return one motif per word, named by it
     * @throws InputException if a word is empty or has a character that is no symbol of the alphabet
     */
    public static List<GivenMotif> ofWords(final Alphabet alphabet, final List<String> words, final double bandwidth) {
        checkBandwidth(bandwidth);
        return words.stream().map(w -> parse(alphabet, w, bandwidth)).map(w -> new GivenMotif(w.text(), w.text(), SiteSearch.of(w))).toList();
    }

    /**
     * @param alphabet of the sequences
     * @param words letters and IUPAC codes, perhaps with a gap
     * @return one matrix per word, named by it: a column's letters are equally likely
     * @throws InputException if a word is empty or bound to a place, or has a character that is no symbol of the alphabet
     */
    public static List<FrequencyMatrix> wordMatrices(final Alphabet alphabet, final List<String> words) {
        return words.stream().map(w -> parse(alphabet, w, 1)).map(w -> {
            if (w.windows().isPlaced()) {
                throw new InputException("The word '" + w.text() + "' is bound to a place, and a matrix is looked for anywhere.",
                    "Leave the place out.");
            }
            return new FrequencyMatrix(w.text(), "", alphabet, w.columns(), 0, null);
        }).toList();
    }

    private static WordMotif parse(final Alphabet alphabet, final String word, final double bandwidth) {
        try {
            return WordMotif.parse(alphabet, word.strip(), bandwidth);
        } catch (IllegalArgumentException e) {
            throw new InputException("The word '" + word + "' is no motif: " + e.getMessage() + ".",
                "Use letters and IUPAC codes of " + alphabet.label() + " (" + alphabet.letters() + ").", e);
        }
    }

    /**
     * @param alphabet of the sequences
     * @param file motifs in any of the formats of {@link org.seism.motif.format.MotifLayout}
     * @param bandwidth of the activation, positive
     * @return the file's motifs; one that can't be read is an error
     * @throws InputException if the file can't be read or holds motifs of another alphabet
     */
    public static List<GivenMotif> ofFile(final Alphabet alphabet, final Path file, final double bandwidth) {
        return ofMatrices(MotifFile.read(NamedInput.of(file), null, alphabet).strict().motifs(), bandwidth);
    }

    /**
     * @param matrices of a motif file
     * @param bandwidth of the activation, positive
     * @return one motif per matrix
     */
    public static List<GivenMotif> ofMatrices(final List<FrequencyMatrix> matrices, final double bandwidth) {
        checkBandwidth(bandwidth);
        return matrices.stream().map(m -> of(m, bandwidth)).toList();
    }

    private static GivenMotif of(final FrequencyMatrix matrix, final double bandwidth) {
        return new GivenMotif(matrix.name(), matrix.consensus(), SiteSearch.of(matrix, bandwidth));
    }

    private static void checkBandwidth(final double bandwidth) {
        if (!(bandwidth >= 0.05 && bandwidth <= 20)) {
            throw new InputException("The bandwidth " + bandwidth + " is not between 0.05 and 20.", "Use 1.");
        }
    }
}
