package org.seism.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.CombinationSampler;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.DiscreteUniformSampler;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.seism.Progress;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;
import org.seism.simulation.SimulatedSequence.PlantedWord;
import org.seism.study.Covariates;

/**
 * Draws sequences with planted motifs and a phenotype, for teaching, calibration and power studies. The letters are
 * independent; words are planted without overlapping one another, every arrangement being equally likely. The background
 * may contain a planted word by chance: only planting counts for the phenotype. Same settings, same result; letters,
 * planting, covariates and noise have random streams of their own, so that a change of an effect or of the noise leaves
 * the sequences as they are.
 */
public final class SequenceSimulator {
    private final SimulatorSettings m_settings;
    private final UniformRandomProvider m_letters;
    private final UniformRandomProvider m_planting;
    private final UniformRandomProvider m_covariates;
    private final UniformRandomProvider m_noise;

    private SequenceSimulator(final SimulatorSettings settings) {
        m_settings = settings;
        // jump() hands out the current stream and moves on by 2^128 numbers: the streams can't meet
        final var source = (JumpableUniformRandomProvider)RandomSource.XO_SHI_RO_256_PP.create(settings.seed());
        m_letters = source.jump();
        m_planting = source.jump();
        m_covariates = source.jump();
        m_noise = source.jump();
    }

    /**
     * @param settings what to draw
     * @param progress asked for cancellation at every sequence
     * @return the data
     */
    public static Simulation simulate(final SimulatorSettings settings, final Progress progress) {
        return new SequenceSimulator(settings).run(progress);
    }

    private Simulation run(final Progress progress) {
        final int n = m_settings.count();
        final boolean[][] carriers = carriers();
        final char[][] sequences = new char[n][];
        final List<List<PlantedWord>> planted = new ArrayList<>(n);
        final DiscreteSampler lengths = DiscreteUniformSampler.of(m_letters, m_settings.minLength(), m_settings.maxLength());
        final DiscreteSampler codes =
            AliasMethodDiscreteSampler.of(m_letters, m_settings.background().stream().mapToDouble(Double::doubleValue).toArray());
        for (int i = 0; i < n; i++) {
            progress.checkCancelled();
            sequences[i] = new char[lengths.sample()];
            for (int k = 0; k < sequences[i].length; k++) {
                sequences[i][k] = m_settings.alphabet().letter(codes.sample());
            }
            planted.add(plant(sequences[i], carriers, i));
        }
        final double[][] covariates = covariates();
        final double[] y = response(predictor(carriers, covariates));
        final List<SimulatedSequence> result = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            result.add(new SimulatedSequence("s" + (i + 1), new String(sequences[i]), y[i], planted.get(i),
                Arrays.stream(covariates[i]).boxed().toList()));
        }
        return new Simulation(m_settings, result);
    }

    /** Which sequences carry which motif: {@code [motif][sequence]}, exactly the share asked for. */
    private boolean[][] carriers() {
        final int n = m_settings.count();
        final boolean[][] carriers = new boolean[m_settings.motifs().size()][n];
        for (int m = 0; m < carriers.length; m++) {
            final int count = (int)Math.round(m_settings.motifs().get(m).share() * n);
            for (int k = 0; k < count; k++) {
                carriers[m][k] = true;
            }
            final int[] order = PermutationSampler.natural(n);
            PermutationSampler.shuffle(m_planting, order);
            final boolean[] shuffled = new boolean[n];
            for (int k = 0; k < n; k++) {
                shuffled[order[k]] = carriers[m][k];
            }
            carriers[m] = shuffled;
        }
        return carriers;
    }

    private List<PlantedWord> plant(final char[] sequence, final boolean[][] carriers, final int i) {
        final int[] motifs = IntStream.range(0, carriers.length).filter(m -> carriers[m][i]).toArray();
        if (motifs.length == 0) {
            return List.of();
        }
        PermutationSampler.shuffle(m_planting, motifs);
        final int free = sequence.length - Arrays.stream(motifs).map(m -> m_settings.motifs().get(m).word().length()).sum();
        // words as single items among the free letters: choosing their ranks chooses an arrangement
        final int[] ranks = new CombinationSampler(m_planting, free + motifs.length, motifs.length).sample();
        Arrays.sort(ranks);
        final List<PlantedWord> words = new ArrayList<>(motifs.length);
        int before = 0;
        for (int k = 0; k < motifs.length; k++) {
            final String word = draw(m_settings.motifs().get(motifs[k]).word());
            final boolean reverse = m_settings.strands() == Strands.BOTH && m_planting.nextBoolean();
            final int start = ranks[k] - k + before;
            final String site = reverse ? reverseComplement(word) : word;
            site.getChars(0, site.length(), sequence, start);
            words.add(new PlantedWord(motifs[k], word, start, reverse));
            before += word.length();
        }
        return words;
    }

    private String draw(final String motif) {
        final StringBuilder word = new StringBuilder(motif.length());
        for (int k = 0; k < motif.length(); k++) {
            int mask = m_settings.alphabet().mask(motif.charAt(k));
            for (int skip = m_planting.nextInt(Integer.bitCount(mask)); skip > 0; skip--) {
                mask &= mask - 1;
            }
            word.append(m_settings.alphabet().letter(Integer.numberOfTrailingZeros(mask)));
        }
        return word.toString();
    }

    private String reverseComplement(final String word) {
        final Alphabet alphabet = m_settings.alphabet();
        final StringBuilder s = new StringBuilder(word.length());
        for (int k = word.length() - 1; k >= 0; k--) {
            s.append(alphabet.letter(alphabet.complement(alphabet.code(word.charAt(k)))));
        }
        return s.toString();
    }

    /** Covariates as {@code [sequence][covariate]}. */
    private double[][] covariates() {
        final NormalizedGaussianSampler normal = ZigguratSampler.NormalizedGaussian.of(m_covariates);
        final double[][] values = new double[m_settings.count()][m_settings.covariates().size()];
        for (final double[] row : values) {
            Arrays.setAll(row, c -> normal.sample());
        }
        return values;
    }

    private double[] predictor(final boolean[][] carriers, final double[][] covariates) {
        final NormalizedGaussianSampler normal = ZigguratSampler.NormalizedGaussian.of(m_noise);
        final double[] predictor = new double[m_settings.count()];
        for (int i = 0; i < predictor.length; i++) {
            predictor[i] = m_settings.noiseSd() * normal.sample();
            for (int m = 0; m < carriers.length; m++) {
                predictor[i] += carriers[m][i] ? m_settings.motifs().get(m).effect() : 0;
            }
            for (int c = 0; c < covariates[i].length; c++) {
                predictor[i] += m_settings.covariates().get(c).effect() * covariates[i][c];
            }
        }
        return predictor;
    }

    private double[] response(final double[] predictor) {
        return switch (m_settings.response()) {
            case NUMERIC -> predictor;
            case LOGISTIC -> {
                final double expected = m_settings.motifs().stream().mapToDouble(m -> m.effect() * m.share()).sum();
                // StrictMath, so that every machine draws the same cases
                yield Arrays.stream(predictor)
                    .map(v -> m_noise.nextDouble() < 1 / (1 + StrictMath.exp(expected - v)) ? 1 : 0).toArray();
            }
            case THRESHOLD -> {
                final double[] sorted = predictor.clone();
                Arrays.sort(sorted);
                final int half = sorted.length / 2;
                final double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
                yield Arrays.stream(predictor).map(v -> v > median ? 1 : 0).toArray();
            }
        };
    }
}
