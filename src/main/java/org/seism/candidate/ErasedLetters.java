package org.seism.candidate;

import java.util.Arrays;

import org.seism.motif.MatrixActivation;
import org.seism.motif.Motif;
import org.seism.motif.WordMotif;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * The letters of each sequence that the sites of earlier motifs took, and with them which windows are still usable (METHOD,
 * section 5b). What is erased is erased on both strands. Immutable; sequences without a site share their row with the state
 * before.
 */
public final class ErasedLetters {
    private final SequenceSet m_set;
    private final Strands m_strands;
    private final Erasing m_rule;
    /** Per sequence, whether each letter is erased; null where none is. */
    private final boolean[][] m_erased;

    private ErasedLetters(final SequenceSet set, final Strands strands, final Erasing rule, final boolean[][] erased) {
        m_set = set;
        m_strands = strands;
        m_rule = rule;
        m_erased = erased;
    }

    /**
     * @param set the sequences
     * @param strands which strands are scanned
     * @param rule what a site is and what makes a window unusable
     * @return nothing erased yet
     */
    public static ErasedLetters none(final SequenceSet set, final Strands strands, final Erasing rule) {
        return new ErasedLetters(set, strands, rule, new boolean[set.size()][]);
    }

    /** @return the rule */
    public Erasing rule() {
        return m_rule;
    }

    /**
     * @param i sequence
     * @return whether a letter of it is erased
     */
    public boolean touches(final int i) {
        return m_erased[i] != null;
    }

    /**
     * @param before an earlier state of the same sequences
     * @param i sequence
     * @return whether nothing has been erased in it since
     */
    boolean sameLetters(final ErasedLetters before, final int i) {
        return m_erased[i] == before.m_erased[i];
    }

    /** @return whether nothing is erased anywhere */
    public boolean isEmpty() {
        return Arrays.stream(m_erased).allMatch(e -> e == null);
    }

    /**
     * Windows that hold a letter outside the alphabet are not looked at here: nobody uses them anyway.
     *
     * @param i sequence
     * @param width width of the windows
     * @return by place of the window in the text scanned (see {@link Windows#scanned}) whether erased letters make it
     *         unusable; null if none is
     */
    boolean[] unusable(final int i, final int width) {
        final boolean[] erased = m_erased[i];
        if (erased == null || erased.length < width) {
            return null;
        }
        final int overlap = m_rule.overlap(width);
        final int last = erased.length - width;
        final boolean[] unusable = new boolean[m_strands == Strands.BOTH ? 2 * erased.length + 1 : erased.length];
        boolean any = false;
        int count = 0;
        for (int k = 0; k < erased.length; k++) {
            count += erased[k] ? 1 : 0;
            final int start = k - width + 1;
            if (start < 0) {
                continue;
            }
            if (start > 0 && erased[start - 1]) {
                count--;
            }
            if (count >= overlap) {
                any = true;
                unusable[start] = true;
                if (m_strands == Strands.BOTH) {
                    unusable[erased.length + 1 + last - start] = true;
                }
            }
        }
        return any ? unusable : null;
    }

    /**
     * @param minWidth smallest width of a window
     * @param maxWidth largest width
     * @return w of METHOD section 5b: how many windows of these widths each sequence has left to use
     */
    public double[] usableWindows(final int minWidth, final int maxWidth) {
        final double[] windows = new double[m_set.size()];
        for (int i = 0; i < windows.length; i++) {
            final byte[] codes = m_set.codes(i);
            for (int width = minWidth; width <= maxWidth; width++) {
                final boolean[] unusable = unusable(i, width);
                int valid = 0;
                for (int k = 0; k < codes.length; k++) {
                    valid = codes[k] < 0 ? 0 : valid + 1;
                    windows[i] += valid >= width && (unusable == null || !unusable[k - width + 1]) ? 1 : 0;
                }
            }
        }
        return windows;
    }

    /**
     * @param motif a motif
     * @return per sequence the smallest number of letters that a usable window has outside the motif's sets; the width where
     *         there is no usable window. For a matrix of a library what the best usable window's score lacks to the best possible
     */
    public int[] mismatches(final Motif motif) {
        final Sites sites = new Sites(motif);
        final int[] smallest = new int[m_set.size()];
        for (int i = 0; i < smallest.length; i++) {
            final int[] distances = sites.distances(i);
            smallest[i] = sites.farthest();
            for (final int d : distances) {
                smallest[i] = Math.min(smallest[i], d);
            }
        }
        return smallest;
    }

    /**
     * @param motif a selected motif
     * @return its level in each sequence, see {@link Erasing#level}; for a matrix of a library the quarter of the scale that its
     *         activation lies in, 0 for the highest
     */
    public int[] levels(final Motif motif) {
        if (motif.activation() instanceof final MatrixActivation activation) {
            final int quarter = (MatrixActivation.TOP + 1) / 4;
            return Arrays.stream(mismatches(motif)).map(d -> 3 - activation.level(d) / quarter).toArray();
        }
        return Arrays.stream(mismatches(motif)).map(h -> m_rule.level(motif.letters().width(), h)).toArray();
    }

    /**
     * @param motif a selected motif; its letters decide, so that a refined motif erases as the word does that it was refined from; the
     *            sites of a matrix of a library are windows from half of its activation's scale on
     * @return with every letter of every site of the motif erased as well
     */
    public ErasedLetters with(final Motif motif) {
        final Sites sites = new Sites(motif);
        final int limit = motif.activation() instanceof final MatrixActivation activation ? activation.reach(MatrixActivation.SITE)
            : m_rule.mismatches(sites.width());
        final boolean[][] erased = m_erased.clone();
        for (int i = 0; i < erased.length; i++) {
            final int[] distances = sites.distances(i);
            for (int start = 0; start < distances.length; start++) {
                if (distances[start] <= limit) {
                    if (erased[i] == m_erased[i]) {
                        erased[i] = m_erased[i] == null ? new boolean[m_set.codes(i).length] : m_erased[i].clone();
                    }
                    Arrays.fill(erased[i], start, start + sites.width(), true);
                }
            }
        }
        return new ErasedLetters(m_set, m_strands, m_rule, erased);
    }

    /**
     * @param other another state
     * @return whether the same letters of the same sequences are erased by the same rule
     */
    public boolean sameAs(final ErasedLetters other) {
        return other.m_set == m_set && other.m_strands == m_strands && other.m_rule.equals(m_rule)
            && Arrays.deepEquals(other.m_erased, m_erased);
    }

    /** How far one motif's windows are from it: mismatches, for a matrix of a library what the score lacks. */
    private final class Sites {
        private static final int UNUSABLE = 1 << 20;

        private final int[][] m_forward;
        /** Null for one strand. */
        private final int[][] m_reverse;

        private final boolean m_word;

        Sites(final Motif motif) {
            m_word = !(motif.activation() instanceof MatrixActivation);
            m_forward = costs(motif);
            m_reverse = m_strands == Strands.BOTH ? costs(motif.reverseComplement()) : null;
        }

        private static int[][] costs(final Motif motif) {
            if (motif.activation() instanceof final MatrixActivation activation) {
                return Arrays.stream(activation.costs()).map(c -> Arrays.stream(c).mapToInt(x -> (int)x).toArray()).toArray(int[][]::new);
            }
            final WordMotif word = motif.letters();
            final int[][] costs = new int[word.width()][word.alphabet().size()];
            for (int c = 0; c < costs.length; c++) {
                for (int a = 0; a < costs[c].length; a++) {
                    costs[c][a] = word.mask(c) >> a & 1 ^ 1;
                }
            }
            return costs;
        }

        int width() {
            return m_forward.length;
        }

        /** Distance of a sequence without a usable window. */
        int farthest() {
            return m_word ? width() : Arrays.stream(m_forward).mapToInt(c -> Arrays.stream(c).max().orElse(0)).sum();
        }

        /** Per start, the smaller of both strands' distances; far above the farthest where the window is not usable. */
        int[] distances(final int i) {
            final byte[] codes = m_set.codes(i);
            final int width = m_forward.length;
            final int[] distances = new int[Math.max(0, codes.length - width + 1)];
            final boolean[] unusable = unusable(i, width);
            for (int start = 0; start < distances.length; start++) {
                final int forward = unusable != null && unusable[start] ? UNUSABLE : distance(m_forward, codes, start);
                distances[start] =
                    m_reverse == null || forward >= UNUSABLE ? forward : Math.min(forward, distance(m_reverse, codes, start));
            }
            return distances;
        }

        private static int distance(final int[][] costs, final byte[] codes, final int start) {
            int distance = 0;
            for (int c = 0; c < costs.length; c++) {
                final int code = codes[start + c];
                if (code < 0) {
                    return UNUSABLE;
                }
                distance += costs[c][code];
            }
            return distance;
        }
    }
}
