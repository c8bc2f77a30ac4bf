package org.seism.candidate;

import java.util.Arrays;

import org.seism.motif.MatrixActivation;
import org.seism.motif.Motif;
import org.seism.motif.WordMotif;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.sequence.WindowShape;

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
        // most sequences have nothing erased, and are asked for every width of a library
        return m_erased[i] == null ? null : unusable(i, WindowShape.of(width));
    }

    /**
     * @param i sequence
     * @param shape of the windows; letters in a gap may be erased, as they are not compared
     * @return by place of the window in the text scanned for this shape whether erased letters make it unusable; null if none is
     */
    boolean[] unusable(final int i, final WindowShape shape) {
        if (m_erased[i] == null) {
            return null;
        }
        final int begin = shape.begin(m_erased[i].length);
        final int length = shape.end(m_erased[i].length) - begin;
        final int last = length - shape.width();
        if (last < 0) {
            return null;
        }
        final boolean both = m_strands == Strands.BOTH;
        final boolean[] forward = new boolean[last + 1];
        // the window on the other strand compares the mirrored columns of the same letters
        final boolean[] reverse = !both || shape.gap() == 0 ? forward : new boolean[last + 1];
        boolean any = mark(m_erased[i], begin, shape, forward);
        if (reverse != forward) {
            any |= mark(m_erased[i], begin, shape.reverseComplement(), reverse);
        }
        if (!any) {
            return null;
        }
        final boolean[] unusable = new boolean[both ? 2 * length + 1 : length];
        System.arraycopy(forward, 0, unusable, 0, forward.length);
        for (int start = 0; both && start <= last; start++) {
            unusable[length + 1 + last - start] = reverse[start];
        }
        return unusable;
    }

    private boolean mark(final boolean[] erased, final int begin, final WindowShape shape, final boolean[] unusable) {
        return shape.gap() == 0 ? markRuns(erased, begin, shape, unusable) : markGapped(erased, begin, shape, unusable);
    }

    private boolean markRuns(final boolean[] erased, final int begin, final WindowShape shape, final boolean[] unusable) {
        final int width = shape.width();
        final int overlap = m_rule.overlap(width);
        boolean any = false;
        int count = 0;
        for (int k = 0; k < unusable.length + width - 1; k++) {
            count += erased[begin + k] ? 1 : 0;
            final int start = k - width + 1;
            if (start < 0) {
                continue;
            }
            count -= start > 0 && erased[begin + start - 1] ? 1 : 0;
            unusable[start] = count >= overlap;
            any |= unusable[start];
        }
        return any;
    }

    private boolean markGapped(final boolean[] erased, final int begin, final WindowShape shape, final boolean[] unusable) {
        final int overlap = m_rule.overlap(shape.letters());
        boolean any = false;
        for (int start = 0; start < unusable.length; start++) {
            int count = 0;
            for (int k = 0; k < shape.letters(); k++) {
                count += erased[begin + start + shape.column(k)] ? 1 : 0;
            }
            unusable[start] = count >= overlap;
            any |= unusable[start];
        }
        return any;
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
     * @return per sequence the smallest number of letters that a usable window has outside the motif's sets; the number of compared
     *         letters where there is no usable window. For a matrix of a library what the best usable window's score lacks to the best possible
     */
    public int[] mismatches(final Motif motif) {
        final Sites sites = new Sites(motif);
        final int[] smallest = new int[m_set.size()];
        for (int i = 0; i < smallest.length; i++) {
            smallest[i] = sites.farthest();
            for (final int[] strand : sites.distances(i)) {
                for (final int d : strand) {
                    smallest[i] = Math.min(smallest[i], d);
                }
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
        return Arrays.stream(mismatches(motif)).map(h -> m_rule.level(motif.letters().windows().letters(), h)).toArray();
    }

    /**
     * @param motif a selected motif; its letters decide, so that a refined motif erases as the word does that it was refined from; the
     *            sites of a matrix of a library are windows from half of its activation's scale on
     * @return with every letter of every site of the motif erased as well; those in a gap stay, as they are no part of what was found
     */
    public ErasedLetters with(final Motif motif) {
        final Sites sites = new Sites(motif);
        final int limit = motif.activation() instanceof final MatrixActivation activation ? activation.reach(MatrixActivation.SITE)
            : m_rule.mismatches(sites.letters());
        final boolean[][] erased = m_erased.clone();
        for (int i = 0; i < erased.length; i++) {
            final boolean[] letters = sites.within(i, limit);
            if (letters != null && m_erased[i] != null) {
                for (int k = 0; k < letters.length; k++) {
                    letters[k] |= m_erased[i][k];
                }
            }
            erased[i] = letters == null ? m_erased[i] : letters;
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

        /** {@code [strand][column][letter]}, the other strand read from left to right. */
        private final int[][][] m_costs;
        /** Per strand. */
        private final WindowShape[] m_shapes;
        private final boolean m_word;

        Sites(final Motif motif) {
            m_word = !(motif.activation() instanceof MatrixActivation);
            final WindowShape shape = m_word ? motif.letters().windows() : motif.windows();
            final boolean both = m_strands == Strands.BOTH;
            m_costs = both ? new int[][][]{costs(motif), costs(motif.reverseComplement())} : new int[][][]{costs(motif)};
            m_shapes = both ? new WindowShape[]{shape, shape.reverseComplement()} : new WindowShape[]{shape};
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

        /** Number of letters that are compared. */
        int letters() {
            return m_shapes[0].letters();
        }

        /** Distance of a sequence without a usable window. */
        int farthest() {
            return m_word ? letters() : Arrays.stream(m_costs[0]).mapToInt(c -> Arrays.stream(c).max().orElse(0)).sum();
        }

        /** Per strand and start, counted from the first of the place; far above the farthest where the window is not usable. */
        int[][] distances(final int i) {
            final byte[] codes = m_set.codes(i);
            final int begin = m_shapes[0].begin(codes.length);
            final int length = m_shapes[0].end(codes.length) - begin;
            final int[][] distances = new int[m_costs.length][Math.max(0, length - m_shapes[0].width() + 1)];
            final boolean[] unusable = unusable(i, m_shapes[0]);
            for (int strand = 0; strand < distances.length; strand++) {
                for (int start = 0; start < distances[strand].length; start++) {
                    final int window = strand == 0 ? start : length + distances[strand].length - start;
                    distances[strand][start] =
                        unusable != null && unusable[window] ? UNUSABLE : distance(m_costs[strand], codes, begin + start);
                }
            }
            return distances;
        }

        /** Which letters of a sequence belong to windows of at most this distance; null where there is none. */
        boolean[] within(final int i, final int limit) {
            boolean[] letters = null;
            final int[][] distances = distances(i);
            for (int strand = 0; strand < distances.length; strand++) {
                for (int start = 0; start < distances[strand].length; start++) {
                    if (distances[strand][start] <= limit) {
                        letters = letters == null ? new boolean[m_set.codes(i).length] : letters;
                        for (int k = 0; k < letters(); k++) {
                            letters[m_shapes[strand].begin(letters.length) + start + m_shapes[strand].column(k)] = true;
                        }
                    }
                }
            }
            return letters;
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
