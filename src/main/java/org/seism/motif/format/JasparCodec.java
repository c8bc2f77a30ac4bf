package org.seism.motif.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.seism.motif.FrequencyMatrix;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/**
 * JASPAR's formats (Rauluseviciute et al. 2024, jaspar.elixir.no, "Documentation"): {@code >ID name}, then a row of counts for each of A,
 * C, G, T, either as {@code A [ 4 19 0 ]} or, in the older raw form, as bare numbers. One reader takes both.
 */
final class JasparCodec implements MotifCodec {
    private static final Pattern LETTER_ROW = Pattern.compile("(?i)[ACGTU]\\s*[\\[|:]?\\s*[\\d.+-].*");

    private final boolean m_letters;

    /** @param letters whether rows are written with their letter and in brackets */
    JasparCodec(final boolean letters) {
        m_letters = letters;
    }

    static boolean isLetterRow(final String line) {
        return LETTER_ROW.matcher(line).matches();
    }

    @Override
    public String write(final List<WrittenMatrix> motifs, final Alphabet alphabet, final Strands strands) {
        final StringBuilder s = new StringBuilder();
        for (final WrittenMatrix motif : motifs) {
            s.append('>').append(motif.name());
            // parsers take the name up to the first blank
            if (!motif.descriptionWord().isEmpty()) {
                s.append('\t').append(motif.descriptionWord());
            }
            s.append('\n');
            final int[] widths = new int[motif.matrix().width()];
            for (int a = 0; a < 4; a++) {
                for (int c = 0; c < widths.length; c++) {
                    widths[c] = Math.max(widths[c], motif.count(c, a).length());
                }
            }
            for (int a = 0; a < 4; a++) {
                s.append(m_letters ? Alphabet.DNA.letter(a) + "  [" : "");
                for (int c = 0; c < widths.length; c++) {
                    s.append(' ').append(" ".repeat(widths[c] - motif.count(c, a).length())).append(motif.count(c, a));
                }
                s.append(m_letters ? " ]\n" : "\n");
            }
        }
        return s.toString();
    }

    @Override
    public List<FrequencyMatrix> read(final MotifText text, final Alphabet nucleotides) {
        final List<FrequencyMatrix> motifs = new ArrayList<>();
        int i = text.next(0);
        while (i < text.size()) {
            final int header = i;
            String[] names = {"", ""};
            if (text.line(i).startsWith(">")) {
                names = (text.line(i).substring(1).strip() + " ").split("\\s+", 2);
                i = text.next(i + 1);
            } else if (!motifs.isEmpty()) {
                throw text.error(i, "A line '>ID name' is expected here.", "Start every matrix with its header.");
            } else {
                names[0] = text.source().replaceAll(".*[/\\\\]|\\.[^.]*$", "");
            }
            final double[][] rows = new double[4][];
            Alphabet alphabet = nucleotides;
            for (int r = 0; r < 4; r++, i = text.next(i + 1)) {
                if (i >= text.size() || !isLetterRow(text.line(i)) && !text.isNumeric(i)) {
                    throw text.error(i, "The matrix of motif '" + names[0] + "' has " + r + " rows.",
                        "Give four rows, for A, C, G and T.");
                }
                final char letter = Character.toUpperCase(text.line(i).charAt(0));
                final int code = Character.isLetter(letter) ? Alphabet.DNA.code(letter) : r;
                alphabet = letter == 'U' ? Alphabet.RNA : alphabet;
                if (rows[code] != null) {
                    throw text.error(i, "There are two rows for " + letter + ".", "Give one row for each of A, C, G and T.");
                }
                rows[code] = row(text, i);
            }
            motifs.add(matrix(text, header, names, alphabet, rows));
        }
        return motifs;
    }

    private static double[] row(final MotifText text, final int line) {
        final String[] fields = MotifText.fields(text.line(line).replaceAll("^[A-Za-z]|[\\[\\]|:]", " "));
        return text.numbers(line, fields, 0, fields.length);
    }

    private static FrequencyMatrix matrix(final MotifText text, final int header, final String[] names, final Alphabet alphabet,
        final double[][] rows) {
        final ParsedMatrix matrix = new ParsedMatrix(text, header, names[0], names[1], alphabet);
        for (int c = 0; c < rows[0].length; c++) {
            final double[] column = new double[4];
            for (int a = 0; a < 4; a++) {
                if (rows[a].length != rows[0].length) {
                    throw text.error(header, String.format(Locale.ROOT, "Motif '%s' has %d counts for A, but %d for %c.", names[0],
                        rows[0].length, rows[a].length, alphabet.letter(a)), "Give rows of the same length.");
                }
                column[a] = rows[a][c];
            }
            matrix.add(column);
        }
        return matrix.counts();
    }
}
