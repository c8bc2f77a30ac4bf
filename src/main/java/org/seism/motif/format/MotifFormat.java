package org.seism.motif.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.seism.InputException;
import org.seism.motif.FrequencyMatrix;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

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
                + Arrays.stream(values()).map(f -> f.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")) + "."));
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
        return m_codec.write(WrittenMatrix.all(motifs), alphabet, strands);
    }

    /**
     * Reads text of this format.
     *
     * @param text the file's content
     * @param source the file's name for messages
     * @param alphabet the alphabet the motifs must have, or null to take the file's own (DNA where it does not say)
     * @return the motifs, at least one
     * @throws InputException if the text does not follow the format, holds no motif or another alphabet; names the line
     */
    public List<FrequencyMatrix> read(final String text, final String source, final Alphabet alphabet) {
        final MotifText lines = new MotifText(text, source);
        final Alphabet nucleotides = alphabet == Alphabet.RNA ? Alphabet.RNA : Alphabet.DNA;
        final List<FrequencyMatrix> motifs = m_codec.read(lines, nucleotides);
        if (motifs.isEmpty()) {
            throw new InputException(source + ": no motif found.", "Check that this is a " + m_label + " motif file.");
        }
        final List<FrequencyMatrix> wanted = new ArrayList<>(motifs.size());
        for (final FrequencyMatrix m : motifs) {
            if (alphabet != null && m.alphabet().hasComplement() != alphabet.hasComplement()) {
                throw new InputException(source + ": motif " + m.name() + " is a " + m.alphabet().label() + " motif, "
                    + alphabet.label() + " is wanted.", "Use motifs of the sequences' kind.");
            }
            wanted.add(alphabet == null || m.alphabet() == alphabet ? m
                : new FrequencyMatrix(m.name(), m.description(), alphabet, m.frequencies(), m.sites(), m.background()));
        }
        return wanted;
    }

    /**
     * Reads text of any format.
     *
     * @param text the file's content
     * @param source the file's name for messages
     * @param alphabet as in {@link #read}
     * @return the motifs, at least one
     * @throws InputException if no format fits, or as {@link #read}
     */
    public static List<FrequencyMatrix> readAny(final String text, final String source, final Alphabet alphabet) {
        return detect(text, source).read(text, source, alphabet);
    }

    /**
     * Reads a file of any format.
     *
     * @param file a text file
     * @param alphabet as in {@link #read}
     * @return the motifs, at least one
     * @throws InputException if the file can't be read, or as {@link #readAny}
     */
    public static List<FrequencyMatrix> readFile(final Path file, final Alphabet alphabet) {
        try {
            // decoding this way replaces malformed bytes instead of failing on a stray accent in a name
            return readAny(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file.toString(), alphabet);
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": there is no such file.", "Check the path.", e);
        } catch (IOException e) {
            throw new InputException(file + ": can't be read (" + e.getMessage() + ").",
                "Check that it is a file and that you may read it.", e);
        }
    }

    /**
     * Tells the format from the content.
     *
     * @param text the file's content
     * @param source the file's name for messages
     * @return the format
     * @throws InputException if the text is of no known format
     */
    public static MotifFormat detect(final String text, final String source) {
        final MotifText lines = new MotifText(text, source);
        for (int i = lines.next(0); i < lines.size(); i = lines.next(i + 1)) {
            final String line = lines.line(i);
            if (line.startsWith("MEME version") || line.startsWith("MOTIF ") || line.startsWith("letter-probability matrix")) {
                return MEME;
            }
            if (line.matches("(?i)(P0|PO|AC|ID)(\\s.*)?")) {
                return TRANSFAC;
            }
            if (line.startsWith(">") || lines.isNumeric(i) || JasparCodec.isLetterRow(line)) {
                return detectRows(lines, i);
            }
        }
        throw new InputException(source + (lines.next(0) == lines.size() ? ": the file is empty." : ": the format is not known."),
            "Give motifs in MEME, JASPAR, TRANSFAC or HOMER format.");
    }

    /** JASPAR has a row per letter, HOMER a row of four probabilities per position. */
    private static MotifFormat detectRows(final MotifText lines, final int first) {
        final boolean header = lines.line(first).startsWith(">");
        int i = lines.next(header ? first + 1 : first);
        if (i < lines.size() && JasparCodec.isLetterRow(lines.line(i))) {
            return JASPAR;
        }
        int rows = 0;
        boolean probabilities = true;
        for (; i < lines.size() && lines.isNumeric(i); i = lines.next(i + 1)) {
            final String[] fields = MotifText.fields(lines.line(i));
            rows++;
            double total = 0;
            for (final String field : fields) {
                total += MotifText.isNumber(field) ? Double.parseDouble(field) : 0;
            }
            probabilities &= fields.length == 4 && Math.abs(total - 1) < 0.05;
        }
        return header && probabilities && rows > 0 || rows != 4 && header ? HOMER : JASPAR_PFM;
    }
}
