package org.seism.motif.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.seism.InputException;
import org.seism.sequence.Alphabet;

/**
 * How the numbers of a motif file are laid out. The first five are formats that are also written ({@link MotifFormat}); the
 * others are read only. Which one a file has is decided by what it declares (its tags, letters, brackets) and by sums: the
 * columns of a matrix add up to the same number, its rows don't. Where that decides nothing the user must say.
 */
public enum MotifLayout {
    /** MEME, STREME and DREME text. */
    MEME("MEME"),
    /** One row per letter, which stands before the numbers. */
    JASPAR("JASPAR"),
    /** Four rows in the order A, C, G, T. */
    JASPAR_PFM("JASPAR raw PFM"),
    /** Tagged lines; also STAMP's, which lack the line of letters. */
    TRANSFAC("TRANSFAC"),
    /** A header with a threshold, one row of probabilities per position. */
    HOMER("HOMER"),
    /** One row of four numbers per position: HOCOMOCO, gimme, Cluster-Buster. */
    PCM("rows of counts per position"),
    /** One row per position with its consensus letter before the numbers. */
    ENCODE("ENCODE"),
    /** A table with the letters as headings: CIS-BP. */
    CISBP("CIS-BP"),
    /** Rows {@code A: 0.1 0.2} after a line of text. */
    UNIPROBE("UniPROBE");

    private final String m_label;

    MotifLayout(final String label) {
        m_label = label;
    }

    /** @return the name as users see it */
    public String label() {
        return m_label;
    }

    /**
     * @param name an enum name, with - or _, any case, or a file name extension of a format that is written
     * @return the layout
     * @throws InputException if there is none of this name
     */
    public static MotifLayout of(final String name) {
        final String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(l -> l.name().equals(wanted)).findFirst()
            .or(() -> Arrays.stream(MotifFormat.values()).filter(f -> f.extension().equalsIgnoreCase(wanted)).findFirst()
                .map(f -> valueOf(f.name())))
            .orElseThrow(() -> new InputException("'" + name + "' is no motif file format.", "Use one of " + names() + "."));
    }

    /** @return all names as options spell them */
    public static String names() {
        return Arrays.stream(values()).map(MotifLayout::option).collect(Collectors.joining(", "));
    }

    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void read(final MotifText text, final Alphabet nucleotides, final MotifCollector found) {
        switch (this) {
            case MEME -> new MemeCodec().read(text, nucleotides, found);
            case TRANSFAC -> new TransfacCodec().read(text, nucleotides, found);
            default -> new RowReader(text, nucleotides).read(this, found);
        }
    }

    /**
     * @return the layout of the text
     * @throws InputException if it has none that is known, or more than one
     */
    static MotifLayout detect(final MotifText lines) {
        for (int i = lines.next(0); i < lines.size(); i = lines.next(i + 1)) {
            final String line = lines.line(i);
            if (line.startsWith("MEME version") || line.startsWith("MOTIF ") || line.startsWith("letter-probability matrix")
                || line.startsWith("ALPHABET")) {
                return MEME;
            }
            if (line.matches("(?i)(P0|PO|AC|ID|DE|NA)(\\s.*)?") && !RowReader.isLetterRow(line)) {
                return TRANSFAC;
            }
            if (line.startsWith(">") || lines.isNumeric(i) || RowReader.isLetterRow(line) || RowReader.letterHeadings(line) != null) {
                break;
            }
        }
        return RowLayouts.of(lines);
    }
}
