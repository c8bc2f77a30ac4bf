package org.seism;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** Small random data for tests. */
public final class RandomData {
    private RandomData() {
    }

    /**
     * Random numbers for data of tests, apart from all streams of the program: data sets stay what they are when the
     * program names its streams anew.
     */
    public static UniformRandomProvider random(final long seed, final long... keys) {
        long state = seed;
        for (final long key : keys) {
            state = RandomSource.SPLIT_MIX_64.create(state ^ (key + 1) * 0x9e3779b97f4a7c15L).nextLong();
        }
        final UniformRandomProvider filler = RandomSource.SPLIT_MIX_64.create(state);
        return RandomSource.XO_SHI_RO_256_PP.create(
            new long[]{filler.nextLong(), filler.nextLong(), filler.nextLong(), filler.nextLong()});
    }

    /** Sequences of independent letters, equally frequent, with lengths uniform in a range. */
    public static SequenceSet sequences(final Alphabet alphabet, final int n, final int minLength, final int maxLength,
        final UniformRandomProvider random) {
        final List<String> texts = IntStream.range(0, n).mapToObj(i -> {
            final int length = minLength + random.nextInt(maxLength - minLength + 1);
            final StringBuilder s = new StringBuilder(length);
            for (int k = 0; k < length; k++) {
                s.append(alphabet.letter(random.nextInt(alphabet.size())));
            }
            return s.toString();
        }).toList();
        return set(alphabet, texts);
    }

    /** The texts as a set with made-up identifiers. */
    public static SequenceSet set(final Alphabet alphabet, final List<String> texts) {
        return SequenceSet.of(alphabet, IntStream.range(0, texts.size()).mapToObj(i -> "s" + i).toList(), texts);
    }

    /** The grid, built in the calling thread. */
    public static WordGrid grid(final SequenceSet set, final Strands strands, final GridSettings settings) {
        return WordGrid.build(set, strands, settings, TaskRunner.sequential(), Progress.NONE);
    }

    /** Standard normal numbers. */
    public static DoubleSupplier normal(final UniformRandomProvider random) {
        return ZigguratSampler.NormalizedGaussian.of(random)::sample;
    }

    /** So many numbers of a source. */
    public static double[] draw(final int n, final DoubleSupplier source) {
        final double[] x = new double[n];
        Arrays.setAll(x, i -> source.getAsDouble());
        return x;
    }
}
