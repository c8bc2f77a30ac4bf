package org.seism.inference.calibration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.NullSample;
import org.seism.inference.PermutationTest;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * The default null models on phenotypes as people have them: the share of p-values up to 0.01, 0.05, 0.1 and 0.5 under a true
 * null lies within two-sided 99.9% binomial bounds, or below them where the statistic has ties. At least {@value #SETS} data
 * sets each: new sequences, new phenotypes.
 */
@Tag("slow")
class PermutationCalibrationTest {
    private static final int SETS = 400;
    private static final double[] LEVELS = {0.01, 0.05, 0.1, 0.5};
    private static final GridSettings WORDS = GridSettings.DEFAULT.withWidths(4, 4);
    private static final String PLANTED = "ACGTCA";

    /** Phenotypes. */
    private enum Law {
        NORMAL(false), EXPONENTIAL(true), LOGNORMAL_HALF(true), LOGNORMAL_WIDE(true), T2(true), T5(false), COUNTS(true), TEN_OF_TWO_HUNDRED(false);

        /** Whether the former default is known to find what is not there. */
        private final boolean m_formerFails;

        Law(final boolean formerFails) {
            m_formerFails = formerFails;
        }

        double[] draw(final int n, final UniformRandomProvider random) {
            final ZigguratSampler.NormalizedGaussian z = ZigguratSampler.NormalizedGaussian.of(random);
            final double[] y = new double[n];
            Arrays.setAll(y, i -> switch (this) {
                case NORMAL -> z.sample();
                case EXPONENTIAL -> -Math.log(random.nextDouble());
                case LOGNORMAL_HALF -> Math.exp(0.5 * z.sample());
                case LOGNORMAL_WIDE -> Math.exp(1.5 * z.sample());
                case T2 -> student(2, z);
                case T5 -> student(5, z);
                case COUNTS -> negativeBinomial(3, 1, random);
                case TEN_OF_TWO_HUNDRED -> i < n / 20 ? 1 : 0;
            });
            return y;
        }

        private static double student(final int df, final ZigguratSampler.NormalizedGaussian z) {
            double squares = 0;
            for (int k = 0; k < df; k++) {
                squares += Math.pow(z.sample(), 2);
            }
            return z.sample() / Math.sqrt(squares / df);
        }
    }

    /** Mean m, variance m + m^2 / size for size 1: a Poisson number whose mean is exponential. */
    static double negativeBinomial(final double mean, final int size, final UniformRandomProvider random) {
        double rate = 0;
        for (int k = 0; k < size; k++) {
            rate -= Math.log(random.nextDouble()) * mean / size;
        }
        int count = 0;
        for (double product = random.nextDouble(); product > Math.exp(-rate); product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    private static SelectionPath select(final SequenceSet set, final GridSettings words, final NullDesign design, final int motifs) {
        final WordGrid grid =
            WordGrid.build(set, Strands.SINGLE, words, Erasing.DEFAULT, TaskRunner.sequential(), Progress.NONE);
        return new GreedySelection(grid, AssociationScore.DEFAULT, TaskRunner.sequential(), Progress.NONE).run(design.y(),
            design.covariates(), motifs);
    }

    private static PermutationTest.Result test(final SelectionPath path, final NullDesign design, final int motif,
        final int replicates, final int set, final boolean sampled) {
        return new PermutationTest(path, design, SamplingSettings.DEFAULT.withReplicates(replicates).withSeed(1000 + set),
            TaskRunner.sequential(), Progress.NONE).run(true, sampled, motif).get(0);
    }

    static Stream<Law> laws() {
        return Arrays.stream(Law.values());
    }

    /** Motif 1 without covariates. */
    @ParameterizedTest
    @MethodSource("laws")
    void firstMotif(final Law law) {
        final int n = law == Law.TEN_OF_TWO_HUNDRED ? 200 : 100;
        final List<Beside> results = sets(set -> {
            final UniformRandomProvider random = RandomData.random(41, law.ordinal(), set);
            final double[] y = law.draw(n, random);
            final NullDesign design = NullDesign.of(NullModel.PERMUTATION, PhenotypeTransform.NONE, y, new double[0][]);
            final SelectionPath path = select(RandomData.sequences(Alphabet.DNA, n, 20, 30, random), WORDS, design, 1);
            return new Beside(test(path, design, 0, 99, set, true), law == Law.TEN_OF_TWO_HUNDRED
                ? Studies.residuals(path, 0, y, random) : Studies.gaussian(path, 0, y, random));
        });
        within(law + ", step", results.stream().map(r -> r.now().step()).toList());
        within(law + ", motif", results.stream().map(r -> r.now().sampled()).toList());
        former(law.toString(), law.m_formerFails, results);
    }

    /** What the first motif does to the phenotype, and how many hold it. */
    private enum First {
        HALF(53, 53, false), ONE_IN_TEN(20, 180, false), ONE_IN_TWENTY(15, 285, false),
        /** Numbers, with the first motif in half of the sequences. */
        COUNTS(0, 120, true),
        /** P(y = 1) is linear in the first motif's activation. */
        LINEAR(0, 200, false);

        private final int m_cases;
        private final int m_sequences;
        private final boolean m_formerFails;

        First(final int cases, final int others, final boolean formerFails) {
            m_cases = cases;
            m_sequences = cases + others;
            m_formerFails = formerFails;
        }
    }

    static Stream<First> firsts() {
        return Arrays.stream(First.values());
    }

    /** Motif 2 after a strong and exact first one, with erasing. */
    @ParameterizedTest
    @MethodSource("firsts")
    void secondMotif(final First first) {
        final List<Beside> results = sets(set -> {
            final UniformRandomProvider random = RandomData.random(43, first.ordinal(), set);
            final int n = first.m_sequences;
            final double[] y = new double[n];
            final List<String> texts = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                final boolean holds;
                if (first == First.COUNTS) {
                    holds = random.nextInt(2) == 0;
                    y[i] = negativeBinomial(holds ? 20 : 1, 1, random);
                } else if (first == First.LINEAR) {
                    holds = random.nextInt(2) == 0;
                } else {
                    y[i] = i < first.m_cases ? 1 : 0;
                    holds = random.nextDouble() < (y[i] == 1 ? 0.8 : 0.05);
                }
                texts.add(text(40, holds, random));
                if (first == First.LINEAR) {
                    y[i] = random.nextDouble() < 0.1 + 0.8 * activation(texts.get(i)) ? 1 : 0;
                }
            }
            final NullDesign design = NullDesign.of(NullModel.PERMUTATION, PhenotypeTransform.NONE, y, new double[0][]);
            final SequenceSet sequences = RandomData.set(Alphabet.DNA, texts);
            final SelectionPath path = select(sequences, GridSettings.DEFAULT.withWidths(6, 6), design, 2);
            // where another word comes first, the second hypothesis may be false
            if (path.size() < 2 || !Studies.name(path, 0).equals(PLANTED)) {
                return null;
            }
            final SelectionPath old = Studies.select(sequences, Strands.SINGLE, 6, Erasing.NONE, y, new double[0][], 2);
            return new Beside(test(path, design, 1, 99, set, true),
                first == First.COUNTS ? Studies.gaussian(old, 1, y, random) : Studies.residuals(old, 1, y, random));
        }).stream().filter(r -> r != null).toList();
        assertTrue(results.size() > SETS / 2, first + ": " + results.size() + " sets with the planted motif first");
        within(first + ", step 2", results.stream().map(r -> r.now().step()).toList());
        within(first + ", motif 2", results.stream().map(r -> r.now().sampled()).toList());
        former(first.toString(), first.m_formerFails, results);
    }

    /** Activation of the planted word. */
    private static double activation(final String text) {
        int least = PLANTED.length();
        for (int at = 0; at + PLANTED.length() <= text.length(); at++) {
            int mismatches = 0;
            for (int k = 0; k < PLANTED.length(); k++) {
                mismatches += text.charAt(at + k) == PLANTED.charAt(k) ? 0 : 1;
            }
            least = Math.min(least, mismatches);
        }
        return Math.exp(-least);
    }

    /** What is tested now, and the p-value of the former default: normal noise, or residuals of two classes exchanged among all. */
    private record Beside(PermutationTest.Result now, double former) {
    }

    /** Says how often the former default finds what is not there, and sees to it that it does where that is known. */
    private static void former(final String what, final boolean fails, final List<Beside> results) {
        final long hits = results.stream().filter(r -> r.former() <= 0.05 + 1e-12).count();
        System.out.println(String.format(Locale.ROOT, "%s, former default  0.05: %.4f  (%d sets)", what, hits / (double)results.size(),
            results.size()));
        if (fails) {
            final int most = new BinomialDistribution(null, results.size(), 0.05).inverseCumulativeProbability(0.9995);
            assertTrue(hits > most, () -> what + ", former default: " + hits + " of " + results.size());
        }
    }

    private static String text(final int length, final boolean planted, final UniformRandomProvider random) {
        final StringBuilder s = new StringBuilder();
        for (int k = 0; k < length; k++) {
            s.append("ACGT".charAt(random.nextInt(4)));
        }
        if (planted) {
            final int at = random.nextInt(length - PLANTED.length() + 1);
            s.replace(at, at + PLANTED.length(), PLANTED);
        }
        return s.toString();
    }

    /** Noise around a strong effect of the covariate. */
    private enum Noise {
        NORMAL, EXPONENTIAL, HETEROSCEDASTIC, QUADRATIC, COUNTS, CASES
    }

    static Stream<Noise> noises() {
        return Arrays.stream(Noise.values());
    }

    /** Motif 1 with GC for a covariate that matters to sequences and phenotype. */
    @ParameterizedTest
    @MethodSource("noises")
    void firstMotifWithCovariate(final Noise noise) {
        final List<NullSample> samples = sets(set -> {
            final UniformRandomProvider random = RandomData.random(47, noise.ordinal(), set);
            final ZigguratSampler.NormalizedGaussian z = ZigguratSampler.NormalizedGaussian.of(random);
            final int n = noise == Noise.CASES ? 200 : 100;
            final double[] gc = new double[n];
            final double[] y = new double[n];
            final List<String> texts = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                final double share = 0.3 + 0.4 * random.nextDouble();
                final StringBuilder s = new StringBuilder();
                for (int k = 0; k < 30; k++) {
                    final boolean strong = random.nextDouble() < share;
                    s.append((strong ? "GC" : "AT").charAt(random.nextInt(2)));
                    gc[i] += strong ? 1 : 0;
                }
                texts.add(s.toString());
                final double x = (gc[i] - 15) / 4.4;
                y[i] = switch (noise) {
                    case NORMAL -> x + z.sample();
                    case EXPONENTIAL -> x - Math.log(random.nextDouble());
                    case HETEROSCEDASTIC -> x + Math.exp(0.5 * x) * z.sample();
                    case QUADRATIC -> x + 0.5 * x * x + z.sample();
                    case COUNTS -> negativeBinomial(Math.exp(0.8 * x), 1, random);
                    case CASES -> random.nextDouble() < 1 / (1 + Math.exp(2.5 - 1.5 * x)) ? 1 : 0;
                };
            }
            final NullDesign design = NullDesign.of(noise == Noise.CASES ? NullModel.CONDITIONAL : NullModel.RANK_BINNED,
                PhenotypeTransform.NONE, y, new double[][]{gc});
            return test(select(RandomData.set(Alphabet.DNA, texts), WORDS, design, 1), design, 0, 99, set, false).step();
        });
        assertTrue(samples.stream().allMatch(NullSample::approximate));
        atMost(noise + ", step, GC", samples);
    }

    private interface Study<T> {
        T run(int set);
    }

    private static <T> List<T> sets(final Study<T> study) {
        try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
            return pool.runAll(IntStream.range(0, SETS).<Callable<T>> mapToObj(set -> () -> study.run(set)).toList());
        }
    }

    /** Not more often than the level says; and with ties broken at random not less often either. */
    private static void within(final String what, final List<NullSample> samples) {
        atMost(what, samples);
        final UniformRandomProvider random = RandomData.random(53);
        final double[] broken = samples.stream().mapToDouble(s -> {
            final long above = Arrays.stream(s.statistics()).filter(t -> t > s.observed() + 1e-9).count();
            return (above + 1 + random.nextInt((int)(s.exceeding() - above))) / (double)s.size();
        }).toArray();
        for (final double level : LEVELS) {
            final long hits = Arrays.stream(broken).filter(p -> p <= level + 1e-12).count();
            final int least = new BinomialDistribution(null, broken.length, level).inverseCumulativeProbability(0.0005);
            assertTrue(hits >= least, () -> what + " at " + level + ": " + hits + " of " + broken.length + ", at least " + least);
        }
    }

    private static void atMost(final String what, final List<NullSample> samples) {
        final StringBuilder line = new StringBuilder(what);
        for (final double level : LEVELS) {
            final long hits = samples.stream().filter(s -> s.p() <= level + 1e-12).count();
            final int most = new BinomialDistribution(null, samples.size(), level).inverseCumulativeProbability(0.9995);
            line.append(String.format(Locale.ROOT, "  %.2f: %.4f", level, hits / (double)samples.size()));
            assertTrue(hits <= most, () -> line + " at " + level + ": " + hits + " of " + samples.size() + ", at most " + most);
        }
        System.out.println(line + "  (" + samples.size() + " sets)");
    }
}
