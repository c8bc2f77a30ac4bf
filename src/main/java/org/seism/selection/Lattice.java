package org.seism.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.seism.InputException;
import org.seism.motif.SoftMotif;
import org.seism.motif.WordMotif;
import org.seism.sequence.Alphabet;

/**
 * The quantised probability simplex (METHOD, section 6): the column points whose coordinates are multiples of 1/m. DNA has
 * 4, 10 and 35 of them for m = 1, 2 and 4, proteins 20 and 210 for m = 1 and 2. Points are numbered with the counts of the
 * first letter falling, then those of the second, and so on: with m = 1 in the order of the letters.
 * <p>
 * Behind the points come the uniform columns of IUPAC codes that are no lattice point (three letters never are with
 * m = 1, 2, 4): a degenerate word starts from them, but nothing moves to them. Squared distances to one-hot letters are whole
 * numbers of {@link #unit()}, so that equal distances are equal bit for bit. Immutable.
 */
public final class Lattice {
    /** Proteins have 8855 points with m = 4; a column of so many takes longer to evaluate than anybody waits. */
    private static final int MOST_POINTS = 1000;

    private final Alphabet m_alphabet;
    private final int m_resolution;
    /** {@code [code][letter]}: lattice points, then IUPAC columns. */
    private final double[][] m_columns;
    private final int[][] m_costs;
    private final int m_size;
    private final int m_unitsPerOne;
    private final int[] m_masks;

    private Lattice(final Alphabet alphabet, final int resolution) {
        m_alphabet = alphabet;
        m_resolution = resolution;
        final int letters = alphabet.size();
        final List<int[]> points = new ArrayList<>();
        enumerate(new int[letters], 0, resolution, points);
        m_size = points.size();
        m_masks = alphabet.ambiguityMasks();
        // 12 and 20 are divisible by the size of every IUPAC set of nucleotides and amino acids
        final int sets = alphabet.hasComplement() ? 12 : 20;
        m_unitsPerOne = sets * resolution * resolution;
        m_columns = new double[m_size + m_masks.length][letters];
        m_costs = new int[m_columns.length][letters];
        for (int p = 0; p < m_size; p++) {
            final int[] counts = points.get(p);
            final int square = Arrays.stream(counts).map(x -> x * x).sum();
            for (int a = 0; a < letters; a++) {
                m_columns[p][a] = (double)counts[a] / resolution;
                // ||z - e_a||^2 = ||z||^2 - 2 z_a + 1
                m_costs[p][a] = sets * (square - 2 * resolution * counts[a] + resolution * resolution);
            }
        }
        for (int k = 0; k < m_masks.length; k++) {
            final int size = Integer.bitCount(m_masks[k]);
            for (int a = 0; a < letters; a++) {
                final boolean in = (m_masks[k] >> a & 1) != 0;
                m_columns[m_size + k][a] = in ? 1.0 / size : 0;
                m_costs[m_size + k][a] = m_unitsPerOne + (in ? -1 : 1) * m_unitsPerOne / size;
            }
        }
    }

    /**
     * @param alphabet the alphabet
     * @param resolution m: 1, 2 or 4
     * @return the lattice
     * @throws InputException for another resolution, or one that is too fine for the alphabet
     */
    public static Lattice of(final Alphabet alphabet, final int resolution) {
        if (resolution != 1 && resolution != 2 && resolution != 4) {
            throw new InputException("The resolution of the lattice is " + resolution + ".", "Choose 1, 2 or 4.");
        }
        if (points(alphabet.size(), resolution) > MOST_POINTS) {
            throw new InputException("A lattice of resolution " + resolution + " has " + points(alphabet.size(), resolution)
                + " points per column for " + alphabet.label() + ", too many to try.", "Choose resolution 1 or 2.");
        }
        return new Lattice(alphabet, resolution);
    }

    private static long points(final int letters, final int resolution) {
        long count = 1;
        for (int k = 1; k <= resolution; k++) {
            count = count * (letters - 1 + k) / k;
        }
        return count;
    }

    private static void enumerate(final int[] counts, final int letter, final int left, final List<int[]> points) {
        if (letter == counts.length - 1) {
            counts[letter] = left;
            points.add(counts.clone());
            return;
        }
        for (int count = left; count >= 0; count--) {
            counts[letter] = count;
            enumerate(counts, letter + 1, left - count, points);
        }
    }

    /** @return the alphabet */
    public Alphabet alphabet() {
        return m_alphabet;
    }

    /** @return m */
    public int resolution() {
        return m_resolution;
    }

    /** @return number of lattice points of a column */
    public int size() {
        return m_size;
    }

    /** @return squared distances are whole multiples of this */
    public double unit() {
        return 1.0 / m_unitsPerOne;
    }

    /**
     * @param code a lattice point, 0 .. size()-1, or an IUPAC column behind them
     * @return squared distance to each one-hot letter in units; not a copy, must not be changed
     */
    public int[] costs(final int code) {
        return m_costs[code];
    }

    /**
     * @param code a lattice point or an IUPAC column
     * @return its coordinates, a new array
     */
    public double[] column(final int code) {
        return m_columns[code].clone();
    }

    /**
     * @param word a word
     * @return the code of each of its columns: a lattice point where it is one
     */
    public int[] codes(final WordMotif word) {
        final int[] codes = new int[word.width()];
        for (int c = 0; c < codes.length; c++) {
            final int mask = word.mask(c);
            codes[c] = -1;
            for (int p = 0; p < m_columns.length && codes[c] < 0; p++) {
                if (isUniform(m_columns[p], mask)) {
                    codes[c] = p;
                }
            }
        }
        return codes;
    }

    private static boolean isUniform(final double[] column, final int mask) {
        for (int a = 0; a < column.length; a++) {
            if (column[a] != ((mask >> a & 1) != 0 ? 1.0 / Integer.bitCount(mask) : 0)) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param column any point of the simplex
     * @return the nearest lattice point; of those equally near (1e-9) the first
     */
    public int nearest(final double[] column) {
        int best = -1;
        double smallest = Double.POSITIVE_INFINITY;
        for (int p = 0; p < m_size; p++) {
            double d = 0;
            for (int a = 0; a < column.length; a++) {
                d += (column[a] - m_columns[p][a]) * (column[a] - m_columns[p][a]);
            }
            if (d < smallest - 1e-9) {
                smallest = d;
                best = p;
            }
        }
        return best;
    }

    /**
     * @param codes a code per column
     * @param bandwidth bandwidth of the activation
     * @return the motif
     */
    public SoftMotif motif(final int[] codes, final double bandwidth) {
        return new SoftMotif(m_alphabet, Arrays.stream(codes).mapToObj(this::column).toArray(double[][]::new), bandwidth);
    }
}
