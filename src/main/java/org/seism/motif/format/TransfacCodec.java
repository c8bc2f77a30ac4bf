package org.seism.motif.format;

import java.util.List;
import java.util.Locale;

import org.seism.motif.FrequencyMatrix;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/**
 * TRANSFAC's matrix format (Matys et al. 2006): lines with a tag of two letters, XX between sections, // after each motif.
 */
final class TransfacCodec implements MotifCodec {
    private static final String[] ACGT = {"A", "C", "G", "T"};
    private static final String FAMILY = "tf_family:";
    private static final String CLASS = "tf_class:";
    /** The format has no line for an address; a comment holds it. */
    private static final String URL = "URL:";

    @Override
    public String write(final List<WrittenMatrix> motifs, final Alphabet alphabet, final Strands strands) {
        final StringBuilder s = new StringBuilder();
        for (final WrittenMatrix motif : motifs) {
            s.append("AC  ").append(motif.name()).append("\nXX\nID  ").append(motif.name()).append("\nXX\n");
            if (!motif.description().isEmpty()) {
                s.append("NA  ").append(motif.description()).append("\nXX\n");
            }
            s.append("P0");
            for (int a = 0; a < 4; a++) {
                s.append(String.format(Locale.ROOT, " %10c", Alphabet.DNA.letter(a)));
            }
            s.append('\n');
            final String consensus = motif.matrix().consensus().replace('U', 'T');
            for (int c = 0; c < motif.matrix().width(); c++) {
                s.append(String.format(Locale.ROOT, "%02d", c + 1));
                for (int a = 0; a < 4; a++) {
                    s.append(String.format(Locale.ROOT, " %10s", motif.count(c, a)));
                }
                s.append("      ").append(consensus.charAt(c)).append('\n');
            }
            s.append("XX\n");
            if (!motif.family().isEmpty()) {
                s.append("CC  ").append(FAMILY).append(motif.family()).append("\nXX\n");
            }
            if (!motif.url().isEmpty()) {
                s.append("CC  ").append(URL).append(motif.url()).append("\nXX\n");
            }
            s.append("//\n");
        }
        return s.toString();
    }

    /**
     * @param text the file
     * @param nucleotides DNA or RNA: the alphabet to assume where the file does not tell the two apart
     * @param found takes the motifs
     */
    void read(final MotifText text, final Alphabet nucleotides, final MotifCollector found) {
        Head head = new Head();
        // comments follow the matrix
        boolean taken = false;
        String kind = "";
        for (int i = text.next(0); i < text.size(); i = text.next(i + 1)) {
            final String line = text.line(i);
            final String tag = line.length() < 2 ? line : line.substring(0, 2).toUpperCase(Locale.ROOT);
            final String value = line.length() < 2 ? "" : line.substring(2).strip();
            final boolean letters = tag.equals("P0") || tag.equals("PO");
            // STAMP writes no line of letters
            if (letters || text.isNumeric(i) && !head.label().isEmpty()) {
                final int first = i;
                final Head above = head;
                kind = "";
                taken = found.take(() -> matrix(text, letters ? first : -1, letters ? text.next(first + 1) : first,
                    letters ? MotifText.fields(value) : ACGT, above, nucleotides));
                for (int next = text.next(i + 1); next < text.size() && text.isNumeric(next); next = text.next(next + 1)) {
                    i = next;
                }
                head = new Head();
            } else if (tag.equals("//")) {
                head.requireNone(text, found);
                head = new Head();
                taken = false;
            } else if (taken && tag.equals("CC")) {
                kind = kind(value, kind, found);
            } else {
                head.take(i, tag, value);
            }
        }
        head.requireNone(text, found);
    }

    /** JASPAR's comments on the factor: the family, or the class where there is none. */
    private static String kind(final String comment, final String known, final MotifCollector found) {
        final boolean family = comment.startsWith(FAMILY);
        final boolean wider = comment.startsWith(CLASS) && known.isEmpty();
        final String kind = family || wider ? comment.substring(comment.indexOf(':') + 1).strip() : "";
        if (kind.isEmpty()) {
            return known;
        }
        found.family(kind);
        return kind;
    }

    /** What stands before a matrix. */
    private static final class Head {
        private int m_line = -1;
        private String m_accession = "";
        private String m_id = "";
        private String m_name = "";

        void take(final int line, final String tag, final String value) {
            switch (tag) {
                case "AC" -> m_accession = value;
                case "ID" -> m_id = value;
                case "NA" -> m_name = value;
                case "DE" -> m_name = m_name.isEmpty() ? value : m_name;
                default -> {
                    return; // factors, references, comments and the like
                }
            }
            // descriptive tags may also follow a matrix, so only an accession or identifier announces one
            m_line = m_line < 0 && (tag.equals("AC") || tag.equals("ID")) ? line : m_line;
        }

        void requireNone(final MotifText text, final MotifCollector found) {
            if (m_line >= 0) {
                found.bad(text.error(m_line, "This motif has no matrix.", "Add a P0 line and one line per position."));
            }
        }

        String label() {
            return !m_accession.isEmpty() ? m_accession : !m_id.isEmpty() ? m_id : m_name;
        }

        String description() {
            // JASPAR's description repeats both: 'MA0004.1 Arnt ; From JASPAR'
            final boolean repeats = !m_id.isEmpty() && m_name.startsWith(m_accession + " " + m_id + " ;");
            final String other = m_name.isEmpty() || repeats ? m_id : m_name;
            return other.equals(label()) ? "" : other;
        }
    }

    private static FrequencyMatrix matrix(final MotifText text, final int header, final int first, final String[] letters, final Head head,
        final Alphabet nucleotides) {
        Alphabet alphabet = nucleotides;
        final int[] codes = new int[4];
        int seen = 0;
        for (int k = 0; k < 4; k++) {
            final char letter = k < letters.length && letters[k].length() == 1 ? letters[k].charAt(0) : ' ';
            codes[k] = Alphabet.DNA.code(letter);
            if (codes[k] < 0) {
                throw text.error(header, "The matrix header must name the four letters A, C, G and T.", "Write 'P0  A  C  G  T'.");
            }
            seen |= 1 << codes[k];
            alphabet = Character.toUpperCase(letter) == 'U' ? Alphabet.RNA : alphabet;
        }
        if (seen != 15) {
            throw text.error(header, "The matrix header names a letter twice.", "Write 'P0  A  C  G  T'.");
        }
        final ParsedMatrix matrix =
            new ParsedMatrix(text, header < 0 ? first : header, head.label(), head.description(), alphabet);
        int i = first;
        for (; i < text.size() && text.isNumeric(i); i = text.next(i + 1)) {
            final String[] fields = MotifText.fields(text.line(i));
            if (fields.length < 5) {
                throw text.error(i, "A position has " + (fields.length - 1) + " counts, 4 are needed.",
                    "Write the position's number and its counts of A, C, G and T.");
            }
            final double[] read = text.numbers(i, fields, 1, 5);
            final double[] column = new double[4];
            for (int k = 0; k < 4; k++) {
                column[codes[k]] = read[k];
            }
            matrix.add(i, column);
        }
        return matrix.counts().withUrl(url(text, i));
    }

    /** @return the address in the comments behind a matrix, empty where there is none */
    private static String url(final MotifText text, final int first) {
        for (int i = first; i < text.size() && text.line(i).matches("(XX|CC|BS|BF|DT|CO).*"); i = text.next(i + 1)) {
            final String value = text.line(i).substring(2).strip();
            if (value.startsWith(URL)) {
                return value.substring(URL.length()).strip();
            }
        }
        return "";
    }
}
