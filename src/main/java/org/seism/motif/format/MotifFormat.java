package org.seism.motif.format;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.seism.InputException;
import org.seism.motif.FrequencyMatrix;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;
import org.seism.table.NamedInput;

/**
 * Motif file formats, each with a writer and a reader. What is written follows the format's own specification, so that
 * other programs read it; multiplying the written probabilities by the number of sites and rounding gives back the
 * counts. Names are made safe (no blanks, no special characters) and unique within a file. Only MEME holds protein motifs,
 * and only MEME tells RNA from DNA: elsewhere U is written as T, and reading takes the alphabet as an argument.
 */
public enum MotifFormat {
    /** MEME Suite, minimal text format (version 4 and later); the reader takes full MEME, STREME and DREME text output as well. */
    MEME("MEME", "meme", new MemeCodec()),
    /** JASPAR: a header {@code >ID name} and one row of counts per letter, {@code A [ 4 19 0 ]}. */
    JASPAR("JASPAR", "jaspar", new JasparCodec(true)),
    /** JASPAR's older raw form: four rows of counts in the order A, C, G, T; the reader takes a file without headers too. */
    JASPAR_PFM("JASPAR raw PFM", "pfm", new JasparCodec(false)),
    /** TRANSFAC: tagged lines, one row of counts per position. */
    TRANSFAC("TRANSFAC", "transfac", new TransfacCodec()),
    /** HOMER: a tab-separated header and one row of probabilities per position. */
    HOMER("HOMER", "motif", new HomerCodec());

    private final String m_label;
    private final String m_extension;
    private final MotifCodec m_codec;

    MotifFormat(final String label, final String extension, final MotifCodec codec) {
        m_label = label;
        m_extension = extension;
        m_codec = codec;
    }

    /** @return the format's name as users see it */
    public String label() {
        return m_label;
    }

    /** @return the usual file name extension, without a dot */
    public String extension() {
        return m_extension;
    }

    /** @return whether the format can hold motifs of this alphabet */
    public boolean holds(final Alphabet alphabet) {
        return this == MEME || alphabet.hasComplement();
    }

    /**
     * @param name an enum name or a file name extension, any case
     * @return the format
     * @throws InputException if there is none of this name
     */
    public static MotifFormat of(final String name) {
        final String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(f -> f.name().equals(wanted) || f.m_extension.equalsIgnoreCase(wanted)).findFirst()
            .orElseThrow(() -> new InputException("'" + name + "' is no motif file format.", "Use one of "
                + Arrays.stream(values()).map(f -> f.name().toLowerCase(Locale.ROOT).replace('_', '-')).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * Writes motifs; DNA motifs are taken as found on both strands.
     *
     * @param motifs motifs of one alphabet, possibly none
     * @return the file's text
     * @throws InputException if the alphabets are mixed or the format can't hold them
     */
    public String write(final List<FrequencyMatrix> motifs) {
        return write(motifs, !motifs.isEmpty() && motifs.get(0).alphabet() == Alphabet.RNA ? Strands.SINGLE : Strands.BOTH);
    }

    /**
     * Writes motifs.
     *
     * @param motifs motifs of one alphabet, possibly none
     * @param strands the strands they were found on (said in MEME files only; ignored for protein)
     * @return the file's text
     * @throws InputException if the alphabets are mixed or the format can't hold them
     */
    public String write(final List<FrequencyMatrix> motifs, final Strands strands) {
        return write(motifs, Collections.nCopies(motifs.size(), ""), strands);
    }

    /**
     * Writes known motifs.
     *
     * @param motifs motifs of one alphabet, possibly none
     * @param families the family of each, empty where it is not known (said in TRANSFAC files only)
     * @param strands the strands they were found on (said in MEME files only; ignored for protein)
     * @return the file's text
     * @throws InputException if the alphabets are mixed or the format can't hold them
     */
    public String write(final List<FrequencyMatrix> motifs, final List<String> families, final Strands strands) {
        final Alphabet alphabet = motifs.isEmpty() ? Alphabet.DNA : motifs.get(0).alphabet();
        for (final FrequencyMatrix motif : motifs) {
            if (motif.alphabet() != alphabet) {
                throw new InputException("A motif file holds motifs of one alphabet, these are " + alphabet.label() + " and "
                    + motif.alphabet().label() + ".", "Write them to separate files.");
            }
        }
        if (!holds(alphabet)) {
            throw new InputException("The " + m_label + " format can't hold " + alphabet.label() + " motifs.", "Use MEME.");
        }
        return m_codec.write(WrittenMatrix.all(motifs, families), alphabet, strands);
    }

    /**
     * Reads text of this format; a motif that can't be read is an error.
     *
     * @param text the file's content
     * @param source the file's name for messages
     * @param alphabet the alphabet the motifs must have, or null to take the file's own (DNA where it does not say)
     * @return the motifs, at least one
     * @throws InputException if the text does not follow the format, holds no motif or another alphabet; names the line
     */
    public List<FrequencyMatrix> read(final String text, final String source, final Alphabet alphabet) {
        return MotifFile.parse(text, source, MotifLayout.valueOf(name()), alphabet).strict().motifs();
    }

    /**
     * Reads text of any layout; a motif that can't be read is an error.
     *
     * @param text the file's content
     * @param source the file's name for messages
     * @param alphabet as in {@link #read}
     * @return the motifs, at least one
     * @throws InputException if no layout fits, or as {@link #read}
     */
    public static List<FrequencyMatrix> readAny(final String text, final String source, final Alphabet alphabet) {
        return MotifFile.parse(text, source, null, alphabet).strict().motifs();
    }

    /**
     * Reads a file of any layout; a motif that can't be read is an error.
     *
     * @param file a text file
     * @param alphabet as in {@link #read}
     * @return the motifs, at least one
     * @throws InputException if the file can't be read, or as {@link #readAny}
     */
    public static List<FrequencyMatrix> readFile(final Path file, final Alphabet alphabet) {
        return MotifFile.read(NamedInput.of(file), null, alphabet).strict().motifs();
    }
}
