package org.seism.candidate.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.activation.ActivationMatrix;
import org.seism.motif.MatrixActivation;
import org.seism.motif.MatrixMotif;

/** Levels of a library's matrices in all sequences. Immutable. */
public final class LibraryLevels {
    /** Which sequences share a byte must not depend on the phenotype, and neither on the user's seed. */
    private static final long GROUPING_SEED = 0x5e15_0001L;

    private final List<MatrixMotif> m_motifs;
    private final LevelTables m_tables;
    private final byte[][] m_levels;

    /** What the scan needs to know of the sequences. */
    public interface Text {
        /** @return number of sequences */
        int size();

        /**
         * @param i sequence
         * @return letter codes of the strands that are scanned, negative where no window may be
         */
        byte[] letters(int i);

        /**
         * @param i sequence
         * @param width of the windows
         * @return by start which windows may not be used; null for none
         */
        boolean[] unusable(int i, int width);
    }

    private LibraryLevels(final List<MatrixMotif> motifs, final LevelTables tables, final byte[][] levels) {
        m_motifs = motifs;
        m_tables = tables;
        m_levels = levels;
    }

    /**
     * @param motifs the matrices
     * @param text the sequences
     * @param runner runs the parts
     * @param progress progress and cancellation
     * @return their levels
     */
    public static LibraryLevels of(final List<MatrixMotif> motifs, final Text text, final TaskRunner runner,
        final Progress progress) {
        final LevelTables tables = new LevelTables(motifs, motifs.get(0).alphabet().size());
        final byte[][] levels = new byte[text.size()][];
        run(motifs, IntStream.range(0, levels.length).toArray(),
            i -> levels[i] = tables.levels(text.letters(i), width -> text.unusable(i, width)), runner, progress);
        return new LibraryLevels(motifs, tables, levels);
    }

    /**
     * @param before the sequences that these are the levels of
     * @param text the same sequences, with fewer windows to use
     * @param changed which of them have fewer
     * @param runner runs the parts
     * @param progress progress and cancellation
     * @return the levels now
     */
    public LibraryLevels with(final Text before, final Text text, final IntPredicate changed, final TaskRunner runner,
        final Progress progress) {
        final byte[][] levels = m_levels.clone();
        run(m_motifs, IntStream.range(0, levels.length).filter(changed).toArray(),
            i -> levels[i] = m_tables.fewer(m_levels[i],
            text.letters(i), width -> before.unusable(i, width), width -> text.unusable(i, width)), runner, progress);
        return new LibraryLevels(m_motifs, m_tables, levels);
    }

    /** Does something for each of some sequences. */
    private static void run(final List<MatrixMotif> motifs, final int[] work, final IntConsumer each,
        final TaskRunner runner,
        final Progress progress) {
        final int parts = Math.min(Math.max(1, work.length), 8 * runner.threads());
        final List<Callable<Void>> tasks = IntStream.range(0, parts).<Callable<Void>> mapToObj(part -> () -> {
            for (int k = part; k < work.length; k += parts) {
                progress.checkCancelled();
                each.accept(work[k]);
                if (part == 0) {
                    final double share = (double)k / work.length;
                    progress.report(share, () -> "Library: " + motifs.size() + " matrices in " + work.length + " sequences");
                }
            }
            return null;
        }).toList();
        runner.runAll(tasks);
    }

    /** @return the matrices, one per column */
    public List<MatrixMotif> motifs() {
        return m_motifs;
    }

    /**
     * @param motif index of a matrix
     * @return number of sequences with a site
     */
    public int support(final int motif) {
        return (int)Arrays.stream(m_levels).filter(row -> row[motif] >= MatrixActivation.SITE).count();
    }

    /**
     * @param words activations of words that come before the matrices; null for none
     * @param runner runs the parts
     * @return activations of both in one matrix
     */
    public ActivationMatrix pack(final ActivationMatrix words, final TaskRunner runner) {
        final int n = m_levels.length;
        final boolean wide = words != null && words.radix() > MatrixActivation.TOP + 1;
        final int radix = wide ? words.radix() : MatrixActivation.TOP + 1;
        final int groupSize = wide ? 1 : 2;
        final int before = words == null ? 0 : words.candidates();
        final byte[][] codes = new byte[(n + groupSize - 1) / groupSize][];
        final int[] members = new int[codes.length * groupSize];
        Arrays.fill(members, -1);
        final int[] order = PermutationSampler.natural(n);
        PermutationSampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(GROUPING_SEED), order);
        System.arraycopy(order, 0, members, 0, n);
        final List<Callable<Void>> tasks = new ArrayList<>();
        final int parts = Math.min(codes.length, 8 * runner.threads());
        for (int part = 0; part < parts; part++) {
            final int first = part;
            tasks.add(() -> {
                for (int group = first; group < codes.length; group += parts) {
                    codes[group] = new byte[before + m_motifs.size()];
                    for (int slot = 0; slot < groupSize; slot++) {
                        final int i = members[group * groupSize + slot];
                        if (i >= 0) {
                            add(words, i, slot == 0 ? 1 : radix, codes[group]);
                        }
                    }
                }
                return null;
            });
        }
        runner.runAll(tasks);
        final int classes = words == null ? 0 : words.classes();
        final int[] classStart = new int[classes + 2];
        final double[][] values = new double[classes + 1][radix];
        for (int c = 0; c < classes; c++) {
            classStart[c] = words.classStart(c);
            for (int level = 0; level < words.radix(); level++) {
                values[c][level] = words.activation(c, level);
            }
        }
        classStart[classes] = before;
        classStart[classes + 1] = before + m_motifs.size();
        for (int level = 0; level <= MatrixActivation.TOP; level++) {
            values[classes][level] = level / (double)MatrixActivation.TOP;
        }
        return new ActivationMatrix(n, groupSize, radix, codes, members, classStart, values);
    }

    private void add(final ActivationMatrix words, final int i, final int factor, final byte[] row) {
        int g = 0;
        if (words != null) {
            final byte[] packed = words.codes(words.groupOf(i));
            final int slot = words.slotOf(i);
            for (; g < packed.length; g++) {
                row[g] += (byte)(factor * words.level(slot, packed[g] & 0xff));
            }
        }
        for (final byte level : m_levels[i]) {
            row[g++] += (byte)(factor * level);
        }
    }
}
