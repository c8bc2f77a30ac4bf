package org.seism.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.activation.ActivationMatrix;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.sequence.WindowShape;

/**
 * Fills the rows of an activation matrix: the levels of all words in each sequence, several sequences packed into a byte. The
 * rows of a step after erasing start from those of the step before: a sequence whose usable windows stayed the same keeps its
 * levels, and in the others only those words change whose nearest windows went out of use. What comes out is what filling from
 * nothing gives.
 */
final class GridRows {
    /** Which sequences share a byte must not depend on the phenotype, and neither on the user's seed. */
    private static final long GROUPING_SEED = 0x5e15_0001L;

    private final SequenceSet m_set;
    private final Strands m_strands;
    private final ErasedLetters m_erased;
    private final TaskRunner m_runner;
    private final Progress m_progress;
    private final int m_columns;
    private final List<Words> m_words;
    /** Whether some sequence has no usable window of some shape: the largest digit stands for that. */
    private final boolean m_absent;

    /**
     * All words of one shape.
     *
     * @param words packed words in grid order
     * @param classes the class of each
     * @param columns {@code [bandwidth][word]}: where in a row each of their columns lies
     */
    record Words(WordCode code, long[] words, CostClass[] classes, int[][] columns) {
        WindowShape shape() {
            return code.shape();
        }

        LevelScan scan(final SequenceSet set, final Strands strands) {
            final double starts = shape().isPlaced() ? shape().to() - shape().from() : (double)set.totalLength() / set.size();
            return LevelScan.of(code, words, classes, set.alphabet().hasComplement(), strands == Strands.BOTH ? 2 * starts : starts);
        }
    }

    /**
     * Rows of a matrix.
     *
     * @param groupSize sequences per byte
     * @param radix base of the digits
     * @param codes {@code [group][column]}
     * @param members sequence by group and slot, -1 in an incomplete group
     * @param largest largest level of a sequence that has windows
     * @param absent whether the largest digit stands for sequences without a window
     */
    record Rows(int groupSize, int radix, byte[][] codes, int[] members, int largest, boolean absent) {
    }

    /**
     * The matrix of an earlier step, where rows can be taken from.
     *
     * @param erased what was erased then
     * @param kept the candidates that became columns
     * @param rest those that were joined with others or dropped
     * @param largest largest level of a sequence that has windows
     * @param absent whether the largest digit stands for sequences without a window
     */
    record Earlier(ErasedLetters erased, ActivationMatrix kept, ActivationMatrix rest, int largest, boolean absent) {
    }

    GridRows(final SequenceSet set, final Strands strands, final ErasedLetters erased, final List<Words> words, final int columns,
        final TaskRunner runner, final Progress progress) {
        m_set = set;
        m_strands = strands;
        m_erased = erased;
        m_words = words;
        m_columns = columns;
        m_runner = runner;
        m_progress = progress;
        boolean absent = false;
        for (int i = 0; i < set.size() && !absent; i++) {
            for (final Words w : words) {
                absent |= !Windows.any(Windows.scanned(set, strands, i, w.shape()), erased.unusable(i, w.shape()), w.shape().width());
            }
        }
        m_absent = absent;
    }

    /** Rows from nothing, with as many sequences per byte as their levels allow. */
    Rows fill() {
        for (int tier = 0; true; tier++) {
            final int radix = ActivationMatrix.RADICES[tier];
            final int groupSize = tier == ActivationMatrix.RADICES.length - 1 ? 1 : 4 - tier;
            final int[] members = grouping(groupSize);
            final AtomicInteger largest = new AtomicInteger();
            final byte[][] codes = groups(members.length / groupSize, groupSize, () -> new Filling(members, groupSize, radix, largest));
            if (codes != null) {
                return new Rows(groupSize, radix, codes, members, largest.get(), m_absent);
            }
        }
    }

    /**
     * Rows from those of an earlier step.
     *
     * @param earlier the step
     * @param origin per column its place among the kept candidates of that step, or -2 - its place among the rest, or -1 for none
     * @return the rows; null where the levels need another layout than those of the earlier step
     */
    Rows update(final Earlier earlier, final int[] origin) {
        final ActivationMatrix kept = earlier.kept();
        if (m_absent != earlier.absent() && earlier.largest() >= kept.radix() - 1) {
            return null;
        }
        final int[] members = grouping(kept.groupSize());
        final AtomicInteger largest = new AtomicInteger(earlier.largest());
        final List<Words> unknown = unknown(origin);
        final byte[][] codes = groups(kept.groups(), kept.groupSize(), () -> new Updating(earlier, origin, unknown, largest));
        return codes == null ? null : new Rows(kept.groupSize(), kept.radix(), codes, members, largest.get(), m_absent);
    }

    /** Words that the earlier step did not have: the cap left them out. */
    private List<Words> unknown(final int[] origin) {
        final List<Words> unknown = new ArrayList<>();
        for (final Words w : m_words) {
            final int[] which = IntStream.range(0, w.words().length).filter(k -> origin[w.columns()[0][k]] == -1).toArray();
            unknown.add(new Words(w.code(), Arrays.stream(which).mapToLong(k -> w.words()[k]).toArray(),
                Arrays.stream(which).mapToObj(k -> w.classes()[k]).toArray(CostClass[]::new),
                Arrays.stream(w.columns()).map(c -> Arrays.stream(which).map(k -> c[k]).toArray()).toArray(int[][]::new)));
        }
        return unknown;
    }

    private int[] grouping(final int groupSize) {
        final int n = m_set.size();
        final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(GROUPING_SEED);
        final int[] order = PermutationSampler.natural(n);
        PermutationSampler.shuffle(random, order);
        final int[] members = new int[(n + groupSize - 1) / groupSize * groupSize];
        Arrays.fill(members, -1);
        System.arraycopy(order, 0, members, 0, n);
        return members;
    }

    /** Makes one row; belongs to one thread. */
    private interface RowMaker {
        /** The row of a group; null if a level does not fit the radix. */
        byte[] row(int group);
    }

    /** All rows; null if a level does not fit the radix. */
    private byte[][] groups(final int groups, final int groupSize, final Supplier<RowMaker> makers) {
        final byte[][] codes = new byte[groups][];
        final AtomicInteger done = new AtomicInteger();
        final AtomicBoolean overflow = new AtomicBoolean();
        final int parts = Math.min(groups, 8 * m_runner.threads());
        final List<Callable<Void>> tasks = IntStream.range(0, parts).<Callable<Void>> mapToObj(part -> () -> {
            final RowMaker maker = makers.get();
            for (int group = part; group < groups && !overflow.get(); group += parts) {
                m_progress.checkCancelled();
                codes[group] = maker.row(group);
                if (codes[group] == null) {
                    overflow.set(true);
                }
                final int d = done.incrementAndGet();
                m_progress.report((double)d / groups,
                    () -> "Activations: " + Math.min(m_set.size(), d * groupSize) + " of " + m_set.size() + " sequences");
            }
            return null;
        }).toList();
        m_runner.runAll(tasks);
        return overflow.get() ? null : codes;
    }

    /** Rows from nothing. */
    private final class Filling implements RowMaker {
        private final int[] m_members;
        private final int m_groupSize;
        private final int m_radix;
        private final int m_limit;
        private final AtomicInteger m_largest;
        private final List<LevelScan> m_scans = new ArrayList<>();
        private final List<byte[]> m_levels = new ArrayList<>();

        Filling(final int[] members, final int groupSize, final int radix, final AtomicInteger largest) {
            m_members = members;
            m_groupSize = groupSize;
            m_radix = radix;
            m_limit = m_absent ? radix - 1 : radix;
            m_largest = largest;
            for (final Words w : m_words) {
                m_scans.add(w.scan(m_set, m_strands));
                m_levels.add(new byte[w.words().length]);
            }
        }

        @Override
        public byte[] row(final int group) {
            final byte[] row = new byte[m_columns];
            int factor = 1;
            for (int slot = 0; slot < m_groupSize; slot++, factor *= m_radix) {
                final int i = m_members[group * m_groupSize + slot];
                for (int s = 0; s < m_words.size() && i >= 0; s++) {
                    if (!add(i, s, factor, row)) {
                        return null;
                    }
                }
            }
            return row;
        }

        private boolean add(final int i, final int s, final int factor, final byte[] row) {
            final Words words = m_words.get(s);
            final byte[] levels = m_levels.get(s);
            if (m_scans.get(s).levels(Windows.scanned(m_set, m_strands, i, words.shape()), m_erased.unusable(i, words.shape()), levels)) {
                final int largest = largest(levels, levels.length);
                m_largest.accumulateAndGet(largest, Math::max);
                if (largest >= m_limit) {
                    return false;
                }
            } else {
                Arrays.fill(levels, (byte)m_limit);
            }
            for (final int[] columns : words.columns()) {
                for (int w = 0; w < levels.length; w++) {
                    row[columns[w]] += (byte)(factor * (levels[w] & 0xff));
                }
            }
            return true;
        }
    }

    private static int largest(final byte[] levels, final int size) {
        int largest = 0;
        for (int w = 0; w < size; w++) {
            largest = Math.max(largest, levels[w] & 0xff);
        }
        return largest;
    }

    /** Rows from those of an earlier step. */
    private final class Updating implements RowMaker {
        private final Earlier m_earlier;
        private final ActivationMatrix m_kept;
        private final int[] m_origin;
        private final int m_limit;
        private final AtomicInteger m_largest;
        private final List<Words> m_unknown;
        /** Scans of all words and of the unknown ones, made when a row needs them. */
        private final LevelScan[] m_scans = new LevelScan[m_words.size()];
        private final LevelScan[] m_unknownScans = new LevelScan[m_words.size()];
        private final int[] m_changed;
        private final List<byte[]> m_levels = new ArrayList<>();

        Updating(final Earlier earlier, final int[] origin, final List<Words> unknown, final AtomicInteger largest) {
            m_earlier = earlier;
            m_kept = earlier.kept();
            m_origin = origin;
            m_limit = m_absent ? m_kept.radix() - 1 : m_kept.radix();
            m_largest = largest;
            m_unknown = unknown;
            int most = 0;
            for (final Words w : m_words) {
                m_levels.add(new byte[w.words().length]);
                most = Math.max(most, w.words().length);
            }
            m_changed = new int[most];
        }

        @Override
        public byte[] row(final int group) {
            final byte[] kept = m_kept.codes(group);
            final byte[] rest = m_earlier.rest().codes(group);
            final byte[] row = new byte[m_columns];
            for (int c = 0; c < row.length; c++) {
                final int from = m_origin[c];
                row[c] = from >= 0 ? kept[from] : from == -1 ? 0 : rest[-2 - from];
            }
            int factor = 1;
            for (int slot = 0; slot < m_kept.groupSize(); slot++, factor *= m_kept.radix()) {
                final int i = m_kept.member(group, slot);
                for (int s = 0; s < m_words.size() && i >= 0; s++) {
                    if (!update(i, s, slot, factor, row)) {
                        return null;
                    }
                }
            }
            return row;
        }

        private boolean update(final int i, final int s, final int slot, final int factor, final byte[] row) {
            final Words words = m_words.get(s);
            final Words unknown = m_unknown.get(s);
            final boolean same = m_erased.sameLetters(m_earlier.erased(), i);
            if (same && unknown.words().length == 0) {
                return true;
            }
            final byte[] letters = Windows.scanned(m_set, m_strands, i, words.shape());
            final boolean[] after = m_erased.unusable(i, words.shape());
            if (unknown.words().length > 0 && !addUnknown(s, letters, after, slot, factor, row)) {
                return false;
            }
            final boolean[] before = same ? after : m_earlier.erased().unusable(i, words.shape());
            if (Arrays.equals(before, after)) {
                return true;
            }
            m_scans[s] = m_scans[s] == null ? words.scan(m_set, m_strands) : m_scans[s];
            final byte[] levels = m_levels.get(s);
            final int size = m_scans[s].update(letters, before, after, m_changed, levels);
            if (size < 0) {
                // it had a window before, or nothing would have changed
                return setAll(words, slot, factor, row);
            }
            if (!fits(levels, size)) {
                return false;
            }
            for (final int[] columns : words.columns()) {
                for (int k = 0; k < size; k++) {
                    set(row, columns[m_changed[k]], slot, factor, levels[k] & 0xff);
                }
            }
            return true;
        }

        private boolean addUnknown(final int s, final byte[] letters, final boolean[] unusable, final int slot, final int factor,
            final byte[] row) {
            final Words unknown = m_unknown.get(s);
            m_unknownScans[s] = m_unknownScans[s] == null ? unknown.scan(m_set, m_strands) : m_unknownScans[s];
            final byte[] levels = m_levels.get(s);
            final byte[] own = Arrays.copyOf(levels, unknown.words().length);
            if (!m_unknownScans[s].levels(letters, unusable, own)) {
                return setAll(unknown, slot, factor, row);
            }
            if (!fits(own, own.length)) {
                return false;
            }
            for (final int[] columns : unknown.columns()) {
                for (int w = 0; w < own.length; w++) {
                    set(row, columns[w], slot, factor, own[w] & 0xff);
                }
            }
            return true;
        }

        private boolean setAll(final Words words, final int slot, final int factor, final byte[] row) {
            for (final int[] columns : words.columns()) {
                for (final int c : columns) {
                    set(row, c, slot, factor, m_limit);
                }
            }
            return true;
        }

        private boolean fits(final byte[] levels, final int size) {
            final int largest = largest(levels, size);
            m_largest.accumulateAndGet(largest, Math::max);
            return largest < m_limit;
        }

        private void set(final byte[] row, final int column, final int slot, final int factor, final int level) {
            row[column] += (byte)(factor * (level - m_kept.level(slot, row[column] & 0xff)));
        }
    }
}
