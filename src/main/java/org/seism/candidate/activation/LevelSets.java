package org.seism.candidate.activation;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.seism.Progress;
import org.seism.TaskRunner;

/**
 * The activations once more, as the set of sequences at each level of each candidate. With two classes a candidate's product with
 * the phenotype depends only on the number of cases at each of its levels, which are bits to be counted: many phenotypes share one
 * pass over the sets. The commonest level of a candidate is not stored (it holds the other cases), rare ones are lists. Counts are
 * whole numbers, so products do not depend on the order of summation. Immutable and safe for several threads.
 */
public final class LevelSets {
    private static final int BLOCK = 512;

    private final int m_n;
    private final int m_p;
    private final int m_words;
    private final Block[] m_blocks;

    /** Some candidates in a row. */
    private static final class Block {
        /** First set of a candidate; one entry more than candidates. */
        private final int[] m_firstSet;
        /** Activation of the commonest level per candidate. */
        private final double[] m_common;
        /** Per set: what a case there adds beyond the commonest level. */
        private final double[] m_beyond;
        /** Per set: number of listed sequences, or -1 for bits. */
        private final int[] m_listed;
        /** Per set: where its list or its bits begin. */
        private final int[] m_at;
        private final int[] m_lists;
        private final long[] m_bits;

        private Block(final int[] firstSet, final double[] common, final double[] beyond, final int[] listed, final int[] at,
            final int[] lists, final long[] bits) {
            m_firstSet = firstSet;
            m_common = common;
            m_beyond = beyond;
            m_listed = listed;
            m_at = at;
            m_lists = lists;
            m_bits = bits;
        }
    }

    private LevelSets(final int n, final int p, final Block[] blocks) {
        m_n = n;
        m_p = p;
        m_words = (n + 63) / 64;
        m_blocks = blocks;
    }

    /**
     * @param phi the activations
     * @param runner runs the parts
     * @param progress cancellation
     * @return their sets
     */
    public static LevelSets of(final ActivationMatrix phi, final TaskRunner runner, final Progress progress) {
        final int blocks = (phi.candidates() + BLOCK - 1) / BLOCK;
        final List<Callable<Block>> tasks = IntStream.range(0, blocks).<Callable<Block>> mapToObj(b -> () -> {
            progress.checkCancelled();
            return block(phi, b * BLOCK, Math.min(phi.candidates(), (b + 1) * BLOCK));
        }).toList();
        return new LevelSets(phi.sequences(), phi.candidates(), runner.runAll(tasks).toArray(Block[]::new));
    }

    private static Block block(final ActivationMatrix phi, final int from, final int to) {
        final int n = phi.sequences();
        final int words = (n + 63) / 64;
        final byte[][] levels = new byte[to - from][n];
        for (int group = 0; group < phi.groups(); group++) {
            final byte[] codes = phi.codes(group);
            for (int slot = 0; slot < phi.groupSize(); slot++) {
                final int i = phi.member(group, slot);
                for (int g = from; i >= 0 && g < to; g++) {
                    levels[g - from][i] = (byte)phi.level(slot, codes[g] & 0xff);
                }
            }
        }
        final Builder builder = new Builder(to - from, words);
        int c = 0;
        for (int g = from; g < to; g++) {
            while (phi.classStart(c + 1) <= g) {
                c++;
            }
            final int[] counts = new int[phi.radix()];
            for (final byte level : levels[g - from]) {
                counts[level & 0xff]++;
            }
            int common = 0;
            for (int level = 1; level < counts.length; level++) {
                common = counts[level] > counts[common] ? level : common;
            }
            builder.candidate(phi.activation(c, common));
            for (int level = 0; level < counts.length; level++) {
                if (level != common && counts[level] > 0) {
                    builder.set(levels[g - from], level, counts[level], phi.activation(c, level));
                }
            }
        }
        return builder.build();
    }

    /** Grows the arrays of a block. */
    private static final class Builder {
        private final int m_words;
        private final int[] m_firstSet;
        private final double[] m_common;
        private double[] m_beyond = new double[1024];
        private int[] m_listed = new int[1024];
        private int[] m_at = new int[1024];
        private int[] m_lists = new int[1024];
        private long[] m_bits = new long[1024];
        private int m_candidates;
        private int m_sets;
        private int m_listSize;
        private int m_bitSize;

        Builder(final int candidates, final int words) {
            m_words = words;
            m_firstSet = new int[candidates + 1];
            m_common = new double[candidates];
        }

        void candidate(final double common) {
            m_firstSet[m_candidates] = m_sets;
            m_common[m_candidates++] = common;
        }

        void set(final byte[] levels, final int level, final int count, final double activation) {
            if (m_sets == m_at.length) {
                m_beyond = Arrays.copyOf(m_beyond, 2 * m_sets);
                m_listed = Arrays.copyOf(m_listed, 2 * m_sets);
                m_at = Arrays.copyOf(m_at, 2 * m_sets);
            }
            m_beyond[m_sets] = activation - m_common[m_candidates - 1];
            // looking up a listed sequence costs about twice as much as counting a word of bits
            if (count <= m_words / 2) {
                m_listed[m_sets] = count;
                m_at[m_sets] = m_listSize;
                if (m_listSize + count > m_lists.length) {
                    m_lists = Arrays.copyOf(m_lists, Math.max(2 * m_lists.length, m_listSize + count));
                }
                for (int i = 0; i < levels.length; i++) {
                    if ((levels[i] & 0xff) == level) {
                        m_lists[m_listSize++] = i;
                    }
                }
            } else {
                m_listed[m_sets] = -1;
                m_at[m_sets] = m_bitSize;
                if (m_bitSize + m_words > m_bits.length) {
                    m_bits = Arrays.copyOf(m_bits, Math.max(2 * m_bits.length, m_bitSize + m_words));
                }
                for (int i = 0; i < levels.length; i++) {
                    if ((levels[i] & 0xff) == level) {
                        m_bits[m_bitSize + (i >> 6)] |= 1L << i;
                    }
                }
                m_bitSize += m_words;
            }
            m_sets++;
        }

        Block build() {
            m_firstSet[m_candidates] = m_sets;
            return new Block(m_firstSet, m_common, Arrays.copyOf(m_beyond, m_sets), Arrays.copyOf(m_listed, m_sets),
                Arrays.copyOf(m_at, m_sets), Arrays.copyOf(m_lists, m_listSize), Arrays.copyOf(m_bits, m_bitSize));
        }
    }

    /** @return number of sequences */
    public int sequences() {
        return m_n;
    }

    /** @return number of candidates */
    public int candidates() {
        return m_p;
    }

    /** @return number of blocks of candidates, the parts that products are made in */
    public int blocks() {
        return m_blocks.length;
    }

    /**
     * @param block a block
     * @return its first candidate; for {@code blocks()}, the number of candidates
     */
    public int blockStart(final int block) {
        return Math.min(m_p, block * BLOCK);
    }

    /** @return length of a phenotype's bits */
    public int words() {
        return m_words;
    }

    /** @return bytes held, without the few of the blocks themselves */
    public long bytes() {
        long bytes = 0;
        for (final Block b : m_blocks) {
            bytes += 8L * b.m_bits.length + 4L * b.m_lists.length + 16L * b.m_at.length + 8L * b.m_common.length;
        }
        return bytes;
    }

    /**
     * @param values one value per sequence
     * @param one the value that counts as 1
     * @return bits of the sequences that have it
     */
    public long[] bits(final double[] values, final double one) {
        final long[] bits = new long[m_words];
        for (int i = 0; i < m_n; i++) {
            if (values[i] == one) {
                bits[i >> 6] |= 1L << i;
            }
        }
        return bits;
    }

    /**
     * Sums of the activations of the cases, for several divisions into cases and controls at once.
     *
     * @param block block of candidates
     * @param cases {@code [phenotype]}: bits of the cases, see {@link #bits}
     * @param sums {@code [phenotype][candidate of the block]}: takes phi^T y for y = 1 in cases and 0 elsewhere
     */
    public void sums(final int block, final long[][] cases, final double[][] sums) {
        final Block b = m_blocks[block];
        final int[] totals = new int[cases.length];
        for (int k = 0; k < cases.length; k++) {
            totals[k] = total(cases[k]);
        }
        for (int g = 0; g < b.m_common.length; g++) {
            for (int k = 0; k < cases.length; k++) {
                sums[k][g] = totals[k] * b.m_common[g];
            }
            for (int s = b.m_firstSet[g]; s < b.m_firstSet[g + 1]; s++) {
                for (int k = 0; k < cases.length; k++) {
                    final int count = b.m_listed[s] < 0 ? countBits(b.m_bits, b.m_at[s], cases[k])
                        : countListed(b.m_lists, b.m_at[s], b.m_at[s] + b.m_listed[s], cases[k]);
                    sums[k][g] += count * b.m_beyond[s];
                }
            }
        }
    }

    /** @return words of bits and listed sequences that a product looks at, a listed one counted twice */
    public long work() {
        long work = m_p;
        for (final Block b : m_blocks) {
            work += b.m_bits.length + 2L * b.m_lists.length;
        }
        return work;
    }

    /**
     * Sum of the activations of the cases for one candidate.
     *
     * @param candidate the candidate
     * @param cases bits of the cases, see {@link #bits}
     * @return phi^T y for y = 1 in cases and 0 elsewhere
     */
    public double sum(final int candidate, final long[] cases) {
        final Block b = m_blocks[candidate / BLOCK];
        final int g = candidate % BLOCK;
        double sum = b.m_common[g] * total(cases);
        for (int s = b.m_firstSet[g]; s < b.m_firstSet[g + 1]; s++) {
            sum += b.m_beyond[s] * (b.m_listed[s] < 0 ? countBits(b.m_bits, b.m_at[s], cases)
                : countListed(b.m_lists, b.m_at[s], b.m_at[s] + b.m_listed[s], cases));
        }
        return sum;
    }

    /** A loop, not a stream: chains ask millions of times, and the JIT takes seconds over what it inlines of a stream. */
    private static int total(final long[] cases) {
        int total = 0;
        for (final long word : cases) {
            total += Long.bitCount(word);
        }
        return total;
    }

    private static int countBits(final long[] bits, final int at, final long[] cases) {
        int count = 0;
        for (int w = 0; w < cases.length; w++) {
            count += Long.bitCount(bits[at + w] & cases[w]);
        }
        return count;
    }

    private static int countListed(final int[] lists, final int from, final int to, final long[] cases) {
        int count = 0;
        for (int k = from; k < to; k++) {
            final int i = lists[k];
            count += (int)(cases[i >> 6] >>> i & 1);
        }
        return count;
    }
}
