package org.seism.motif.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.seism.motif.FrequencyMatrix;
import org.seism.sequence.Alphabet;

/**
 * Reads files that are rows of numbers under headers: one row per letter (JASPAR, UniPROBE) or one per position (HOMER,
 * HOCOMOCO, ENCODE, CIS-BP). The layout is known here; {@link RowLayouts} finds it.
 */
final class RowReader {
    private static final Pattern LETTER_ROW = Pattern.compile("(?i)[ACGTUWSMKRYBDHVN]\\s*[\\[|:]?\\s*[\\d.+-].*");
    private static final Pattern MARKED = Pattern.compile("[A-Za-z]\\s*[\\[|:].*");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;|]+");
    private static final Pattern SITES = Pattern.compile("\\bT:\\s*(\\d{1,15}(?:\\.\\d{1,15})?)");
    private static final List<Pattern> CALLED = List.of(Pattern.compile("(?i)Motif(?::\\s*|\\t)(\\S+)"),
        Pattern.compile("(?i)(?:Protein|Gene)(?::\\s*|\\t)(\\S+)"));

    private final MotifText m_text;
    private final Alphabet m_nucleotides;

    RowReader(final MotifText text, final Alphabet nucleotides) {
        m_text = text;
        m_nucleotides = nucleotides;
    }

    /** One motif: the lines above its numbers, the line of letters if there is one, and the rows. */
    record Block(List<Integer> head, int letters, List<Integer> rows, int stray) {
        int line() {
            return !head.isEmpty() ? head.get(0) : letters >= 0 ? letters : rows.get(0);
        }
    }

    static boolean isLetterRow(final String line) {
        return LETTER_ROW.matcher(line).matches();
    }

    /** @return whether a row's letter is set off by a bracket, bar or colon: then it names the row, and no position */
    static boolean isMarked(final String line) {
        return MARKED.matcher(line).matches();
    }

    /** @return the four letters of a heading such as {@code Pos A C G T}, or null if the line is none */
    static String letterHeadings(final String line) {
        final String[] fields = cells(line);
        if (fields.length < 4 || fields.length > 5 || fields.length == 5 && fields[0].matches("(?i)P[0O]")) {
            return null;
        }
        final StringBuilder letters = new StringBuilder();
        for (int k = fields.length - 4; k < fields.length; k++) {
            letters.append(fields[k].toUpperCase(Locale.ROOT).replace("\"", ""));
        }
        final String sorted = letters.chars().sorted().collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
        return sorted.equals("ACGT") || sorted.equals("ACGU") ? letters.toString() : null;
    }

    /** @return the row's numbers as text, without its letter and brackets */
    static String[] values(final String line) {
        return MotifText.fields(line.replaceAll("^[A-Za-z]|[\\[\\]|:]", " "));
    }

    private static String[] cells(final String line) {
        return SEPARATOR.split(line.replaceFirst("^[\\s,;|]+", ""));
    }

    /** Splits a text into its motifs. */
    static List<Block> blocks(final MotifText text) {
        boolean headers = false;
        for (int i = text.next(0); i < text.size(); i = text.next(i + 1)) {
            headers |= text.line(i).startsWith(">");
        }
        final List<Block> blocks = new ArrayList<>();
        Block block = new Block(new ArrayList<>(), -1, new ArrayList<>(), -1);
        for (int i = text.next(0); i < text.size(); i = text.next(i + 1)) {
            final String line = text.line(i);
            final boolean header = line.startsWith(">");
            final boolean letters = !header && letterHeadings(line) != null;
            final boolean row = !header && !letters
                && (text.isNumeric(i) || isLetterRow(line) || block.letters() >= 0 && isTableRow(line));
            if (row) {
                block.rows().add(i);
                continue;
            }
            final boolean head = header || !headers && !letters;
            if (header && !block.head().isEmpty() || (head || letters) && !block.rows().isEmpty()) {
                blocks.add(block);
                block = new Block(new ArrayList<>(), -1, new ArrayList<>(), -1);
            }
            if (head) {
                block.head().add(i);
            } else if (letters) {
                block = new Block(block.head(), i, block.rows(), block.stray());
            } else if (block.stray() < 0) {
                block = new Block(block.head(), block.letters(), block.rows(), i);
            }
        }
        if (headers && !block.head().isEmpty() || block.letters() >= 0 || !block.rows().isEmpty()) {
            blocks.add(block);
        }
        return blocks;
    }

    /** Row names may be anything: the numbers count. */
    private static boolean isTableRow(final String line) {
        final String[] fields = cells(line);
        return fields.length >= 4 && fields.length <= 5 && MotifText.isNumber(fields[fields.length - 1]);
    }

    void read(final MotifLayout layout, final MotifCollector found) {
        final RowLayouts.Evidence evidence = RowLayouts.evidence(m_text, blocks(m_text));
        for (final Block block : blocks(m_text)) {
            found.take(() -> read(layout, block, evidence));
        }
    }

    private FrequencyMatrix read(final MotifLayout layout, final Block block, final RowLayouts.Evidence evidence) {
        if (block.stray() >= 0) {
            throw m_text.error(block.stray(), "This is no row of numbers.",
                "Write counts or probabilities as plain numbers, and start every motif with its header.");
        }
        final String[] names = names(layout, block);
        if (block.letters() >= 0) {
            return table(block, names);
        }
        final boolean byLetter = layout == MotifLayout.JASPAR || layout == MotifLayout.JASPAR_PFM || layout == MotifLayout.UNIPROBE;
        if (evidence.contradicts(m_text, block, !byLetter)) {
            throw m_text.error(block.line(), "By its sums motif " + names[0] + " has a row per " + (byLetter ? "position" : "letter")
                + ", other than the rest of the file.", "Put it into a file of its own.");
        }
        return byLetter ? byLetter(block, names) : byPosition(layout, block, names);
    }

    /** @return name and description */
    private String[] names(final MotifLayout layout, final Block block) {
        if (block.head().isEmpty()) {
            return new String[]{m_text.source().replaceAll(".*[/\\\\]|\\.[^.]*$", ""), ""};
        }
        final String first = m_text.line(block.head().get(0));
        if (!first.startsWith(">")) {
            for (final Pattern called : CALLED) {
                for (final int line : block.head()) {
                    final Matcher m = called.matcher(m_text.line(line));
                    if (m.lookingAt()) {
                        return new String[]{m.group(1), ""};
                    }
                }
            }
            return (m_text.line(block.head().get(block.head().size() - 1)) + " ").split("\\s+", 2);
        }
        final String line = first.substring(1).strip();
        final String[] tabs = line.split("\t");
        if (layout == MotifLayout.HOMER && tabs.length > 1 && !tabs[1].isBlank()) {
            return new String[]{tabs[1], ""};
        }
        return (line + " ").split("\\s+", 2);
    }

    private FrequencyMatrix byLetter(final Block block, final String[] names) {
        final int[] lines = new int[4];
        final double[][] rows = new double[4][];
        Alphabet alphabet = m_nucleotides;
        for (int r = 0; r < 4; r++) {
            if (r >= block.rows().size()) {
                throw m_text.error(block.line(), "The matrix of motif '" + names[0] + "' has " + r + " rows.",
                    "Give four rows, for A, C, G and T.");
            }
            final int i = block.rows().get(r);
            final char letter = Character.toUpperCase(m_text.line(i).charAt(0));
            final int code = Character.isLetter(letter) ? Alphabet.DNA.code(letter) : r;
            if (code < 0) {
                throw m_text.error(i, "A row begins with " + letter + ", which is none of A, C, G and T.",
                    "Give one row for each of them; for a row per position say --from encode.");
            }
            alphabet = letter == 'U' ? Alphabet.RNA : alphabet;
            if (rows[code] != null) {
                throw m_text.error(i, "There are two rows for " + letter + ".", "Give one row for each of A, C, G and T.");
            }
            final String[] fields = values(m_text.line(i));
            rows[code] = m_text.numbers(i, fields, 0, fields.length);
            lines[code] = i;
        }
        if (block.rows().size() > 4) {
            throw m_text.error(block.rows().get(4), "Motif '" + names[0] + "' has " + block.rows().size() + " rows, 4 are needed.",
                "Give four rows, for A, C, G and T, and start every matrix with its header; if a row is a position, say --from pcm.");
        }
        final ParsedMatrix matrix = new ParsedMatrix(m_text, block.line(), names[0], names[1], alphabet);
        for (int c = 0; c < rows[0].length; c++) {
            final double[] column = new double[4];
            int largest = 0;
            for (int a = 0; a < 4; a++) {
                if (rows[a].length != rows[0].length) {
                    throw m_text.error(block.line(), String.format(Locale.ROOT, "Motif '%s' has %d counts for A, but %d for %c.", names[0],
                        rows[0].length, rows[a].length, alphabet.letter(a)), "Give rows of the same length.");
                }
                column[a] = rows[a][c];
                largest = column[a] > column[largest] ? a : largest;
            }
            matrix.add(lines[largest], column);
        }
        return matrix.counts();
    }

    private FrequencyMatrix byPosition(final MotifLayout layout, final Block block, final String[] names) {
        final ParsedMatrix matrix = new ParsedMatrix(m_text, block.line(), names[0], names[1], m_nucleotides);
        for (final int i : block.rows()) {
            final String[] row = values(m_text.line(i));
            if (row.length != 4) {
                throw m_text.error(i, "A row has " + row.length + " values, 4 are needed.",
                    "Write the counts or probabilities of A, C, G and T.");
            }
            matrix.add(i, row, 0);
        }
        if (layout != MotifLayout.HOMER) {
            return matrix.counts();
        }
        final String[] tabs = block.head().isEmpty() ? new String[0] : m_text.line(block.head().get(0)).split("\t");
        final Matcher sites = SITES.matcher(tabs.length > 5 ? tabs[5] : "");
        return matrix.probabilities(sites.find() ? Double.parseDouble(sites.group(1)) : 0, null);
    }

    private FrequencyMatrix table(final Block block, final String[] names) {
        final String letters = letterHeadings(m_text.line(block.letters()));
        final ParsedMatrix matrix = new ParsedMatrix(m_text, block.line(), names[0], names[1],
            letters.indexOf('U') >= 0 ? Alphabet.RNA : m_nucleotides);
        for (final int i : block.rows()) {
            final String[] fields = cells(m_text.line(i));
            if (fields.length < 4 || fields.length > 5) {
                throw m_text.error(i, "A row has " + fields.length + " fields; the position and 4 values are needed.",
                    "Write the values of " + String.join(", ", letters.split("")) + ".");
            }
            final double[] read = m_text.numbers(i, fields, fields.length - 4, fields.length);
            final double[] column = new double[4];
            for (int k = 0; k < 4; k++) {
                column[Alphabet.DNA.code(letters.charAt(k))] = read[k];
            }
            matrix.add(i, column);
        }
        return matrix.counts();
    }
}
