package org.seism.candidate;

import java.util.Arrays;
import java.util.TreeSet;

import org.seism.sequence.Alphabet;

/**
 * Words whose squared distances take the same values: those with the same sizes of IUPAC sets. A distance is the base (what
 * even a matching window costs) plus an excess, counted in units of {@code 2 / unitsPerMismatch}: a mismatch at a plain
 * column costs 2, one at a column uniform over m letters 2/m (METHOD, section 3). Excesses are numbered in rising order,
 * and these numbers, the levels, are what the activation matrix stores.
 */
final class CostClass {
    private final int m_unitsPerMismatch;
    private final double m_base;
    private final int[] m_levelOfUnits;
    private final int[] m_unitsOfLevel;
    private final int m_levelWithoutWindow;

    /**
     * @param alphabet the alphabet
     * @param width number of columns
     * @param setSizes sizes of the IUPAC sets, each above 1, at most two of them
     */
    CostClass(final Alphabet alphabet, final int width, final int... setSizes) {
        m_unitsPerMismatch = unitsPerMismatch(alphabet);
        double base = 0;
        TreeSet<Integer> units = new TreeSet<>();
        for (int h = 0; h <= width - setSizes.length; h++) {
            units.add(h * m_unitsPerMismatch);
        }
        for (final int m : setSizes) {
            base += 1 - 1.0 / m;
            final TreeSet<Integer> more = new TreeSet<>(units);
            units.forEach(u -> more.add(u + m_unitsPerMismatch / m));
            units = more;
        }
        m_base = base;
        m_unitsOfLevel = units.stream().mapToInt(Integer::intValue).toArray();
        m_levelOfUnits = new int[m_unitsOfLevel[m_unitsOfLevel.length - 1] + 1];
        Arrays.fill(m_levelOfUnits, -1);
        for (int l = 0; l < m_unitsOfLevel.length; l++) {
            m_levelOfUnits[m_unitsOfLevel[l]] = l;
        }
        m_levelWithoutWindow = m_unitsOfLevel.length;
    }

    private CostClass(final CostClass other, final int levelWithoutWindow) {
        m_unitsPerMismatch = other.m_unitsPerMismatch;
        m_base = other.m_base;
        m_levelOfUnits = other.m_levelOfUnits;
        m_unitsOfLevel = other.m_unitsOfLevel;
        m_levelWithoutWindow = levelWithoutWindow;
    }

    /** Divisible by every size of an IUPAC set. */
    private static int unitsPerMismatch(final Alphabet alphabet) {
        return alphabet.hasComplement() ? 12 : 20;
    }

    int unitsPerMismatch() {
        return m_unitsPerMismatch;
    }

    /** Number of levels; the last one has activation 0 and stands for a sequence that has no window of this width. */
    int levels() {
        return m_unitsOfLevel.length + 1;
    }

    int levelWithoutWindow() {
        return m_levelWithoutWindow;
    }

    /** The same, but a sequence without a window is like one whose windows differ at every column: H = k (METHOD, section 5b). */
    CostClass withFarthestAsAbsent() {
        return new CostClass(this, m_unitsOfLevel.length - 1);
    }

    int level(final int units) {
        return m_levelOfUnits[units];
    }

    /** Activation at a level: exp(-d / (2 b^2)). */
    double activation(final int level, final double bandwidth) {
        if (level >= m_unitsOfLevel.length) {
            return 0;
        }
        final double d = m_base + 2.0 * m_unitsOfLevel[level] / m_unitsPerMismatch;
        return Math.exp(-d / (2 * bandwidth * bandwidth));
    }
}
