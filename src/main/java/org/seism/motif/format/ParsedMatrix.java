package org.seism.motif.format;

import java.util.ArrayList;
import java.util.List;

import org.seism.motif.FrequencyMatrix;
import org.seism.sequence.Alphabet;

/**
 * A matrix while a file is being read: collects the columns, checks them and turns them into frequencies. One object per
 * motif, used by one thread.
 */
final class ParsedMatrix {
    /** How far the probabilities of a column may be from 1 in all; files are rounded to as few as two decimals. */
    private static final double SUM_TOLERANCE = 0.05;
    /** Counts written with six decimals add up to the number of sites only up to this. */
    private static final double ROUNDED = 1e-4;

    /** Counts beyond this are not whole any more, and their sums overflow in the end. */
    private static final double MOST = 1e15;

    private final MotifText m_text;
    private final int m_header;
    private final String m_name;
    private final String m_description;
    private final Alphabet m_alphabet;
    private final List<double[]> m_columns = new ArrayList<>();
    /** Where each column stands, for messages. */
    private final List<Integer> m_lines = new ArrayList<>();

    /**
     * @param text the file
     * @param header the line the motif starts at, for messages
     * @param name the motif's name, where empty the motif is called "motif"
     * @param description free text
     * @param alphabet the alphabet of the columns
     */
    ParsedMatrix(final MotifText text, final int header, final String name, final String description, final Alphabet alphabet) {
        m_text = text;
        m_header = header;
        m_name = name.isBlank() ? "motif" : name.strip();
        m_description = description.strip();
        m_alphabet = alphabet;
    }

    /** Adds a column given as text, one field per letter from {@code first} on. */
    void add(final int line, final String[] fields, final int first) {
        final int size = m_alphabet.size();
        if (fields.length - first < size) {
            throw m_text.error(line, "A column of motif " + m_name + " has " + (fields.length - first) + " values, " + size
                + " are needed.", "Give one value for each of " + m_alphabet.letters() + ".");
        }
        add(line, m_text.numbers(line, fields, first, first + size));
    }

    void add(final int line, final double[] column) {
        m_lines.add(line);
        m_columns.add(column);
    }

    int width() {
        return m_columns.size();
    }

    /** @return the motif, its columns taken as probabilities */
    FrequencyMatrix probabilities(final double sites, final double[] background) {
        final double[][] frequencies = frequencies();
        for (int c = 0; c < frequencies.length; c++) {
            final double total = total(m_columns.get(c));
            if (Math.abs(total - 1) > SUM_TOLERANCE) {
                throw m_text.error(m_header, "The probabilities of column " + (c + 1) + " of motif " + m_name + " add up to "
                    + total + ".", "Every column must add up to 1.");
            }
        }
        return new FrequencyMatrix(m_name, m_description, m_alphabet, frequencies, sites, background);
    }

    /** @return the motif, its columns taken as counts; columns of probabilities leave the number of sites unknown */
    FrequencyMatrix counts() {
        final double[][] frequencies = frequencies();
        double largest = 0;
        boolean ones = true;
        boolean whole = true;
        for (final double[] column : m_columns) {
            final double total = total(column);
            largest = Math.max(largest, total);
            ones &= Math.abs(total - 1) < SUM_TOLERANCE;
            for (final double v : column) {
                whole &= v == Math.rint(v);
            }
        }
        final double rounded = Math.abs(largest - Math.rint(largest)) < ROUNDED ? Math.rint(largest) : largest;
        final double sites = ones && !whole ? 0 : rounded;
        return new FrequencyMatrix(m_name, m_description, m_alphabet, frequencies, sites, null);
    }

    private double[][] frequencies() {
        if (m_columns.isEmpty()) {
            throw m_text.error(m_header, "Motif " + m_name + " has no matrix.", "Add its matrix or remove its header.");
        }
        final double[][] frequencies = new double[m_columns.size()][m_alphabet.size()];
        for (int c = 0; c < frequencies.length; c++) {
            final double total = total(m_columns.get(c));
            if (!(total <= MOST)) {
                throw m_text.error(m_lines.get(c), "Column " + (c + 1) + " of motif " + m_name + " adds up to " + total
                    + ", which is no number of sites.", "Give counts or probabilities.");
            }
            if (!(total > 0)) {
                throw m_text.error(m_header, "Column " + (c + 1) + " of motif " + m_name + " is all zero.",
                    "Remove the column or give its counts.");
            }
            for (int a = 0; a < frequencies[c].length; a++) {
                frequencies[c][a] = m_columns.get(c)[a] / total;
            }
        }
        return frequencies;
    }

    private static double total(final double[] column) {
        double total = 0;
        for (final double v : column) {
            total += v;
        }
        return total;
    }
}
