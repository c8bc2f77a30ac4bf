package org.seism.inference.calibration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.inference.DataSplitTest;
import org.seism.inference.ExactTest;
import org.seism.inference.PartialCorrelationTest;
import org.seism.inference.PermutationTest;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.NullGeometry;
import org.seism.selection.AssociationScore;
import org.seism.selection.SelectionPath;
import org.seism.selection.SelectionStep;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.Study;

/**
 * Power of the tests at level 0.05, whatever word is selected: one true word, or a second beside a strong first one. Beside the
 * program's own stand those that anyone could make: each word's test with Bonferroni's correction (Student's t for numbers,
 * Fisher's exact test of holding the word for two classes), and the largest association among all words under permutations of
 * the phenotype (Westfall, Young 1993; for motif 2 of residuals after the first word's activation, without erasing).
 */
class PowerTableTest {
    private static final String FIRST = "ACGTCA";
    private static final String TRUE = "GATTCC";
    private static final int REPLICATES = 199;
    private static final GridSettings WORDS = GridSettings.DEFAULT.withWidths(6, 6);

    private record Design(int n, boolean classes, int motif) {
        @Override
        public String toString() {
            return "power, " + (classes ? "case/control" : "numbers") + ", n = " + n + ", motif " + motif;
        }
    }

    static Stream<Design> designs() {
        final List<Design> designs = new ArrayList<>();
        for (final int motif : new int[]{1, 2}) {
            for (final int n : new int[]{100, 50, 200}) {
                designs.add(new Design(n, true, motif));
                designs.add(new Design(n, false, motif));
            }
        }
        return designs.stream();
    }

    @ParameterizedTest
    @MethodSource("designs")
    @Tag("study")
    void table(final Design design) {
        final Studies.Shares shares = Studies.run(design.toString(), 200, set -> dataSet(design, set));
        // the same question asked of the same draws: two paired shares of 200 differ by chance by less than a tenth
        assertTrue(shares.share("pStep", 0.05) >= shares.share("max-T", 0.05) - 0.1, shares::toString);
        assertTrue(shares.share("pStep", 0.05) >= shares.share("data split", 0.05) - 0.05, shares::toString);
    }

    private static Map<String, Double> dataSet(final Design design, final int set) {
        final UniformRandomProvider random = RandomData.random(71, design.n(), design.classes() ? 1 : 0, design.motif(), set);
        final ZigguratSampler.NormalizedGaussian z = ZigguratSampler.NormalizedGaussian.of(random);
        final double[] y = new double[design.n()];
        final List<String> texts = new ArrayList<>();
        // an effect that a good half of the sets of 100 show
        final double effect = design.classes() ? 0.33 : 1.1;
        for (int i = 0; i < y.length; i++) {
            final StringBuilder text = new StringBuilder();
            while (text.length() < 40) {
                text.append(Studies.letter(0.5, random));
            }
            final boolean isCase = i % 2 == 0;
            final boolean holds = random.nextDouble() < (design.classes() ? 0.3 + (isCase ? effect : -0.2) : 0.4);
            final boolean first = design.motif() == 2 && random.nextDouble() < (design.classes() ? isCase ? 0.7 : 0.2 : 0.5);
            if (holds) {
                plantIn(text, TRUE, 0, 20, random);
            }
            if (first) {
                plantIn(text, FIRST, 20, 40, random);
            }
            texts.add(text.toString());
            y[i] = design.classes() ? isCase ? 1 : 0 : z.sample() + (holds ? effect : 0) + (first ? 3.5 : 0);
        }
        final SequenceSet sequences = RandomData.set(Alphabet.DNA, texts);
        final Study study = new Study(sequences, Strands.SINGLE, Phenotype.numeric("y", y), new Covariates(List.of(), new double[0][]));
        final int step = design.motif() - 1;
        final SelectionPath path =
            Studies.select(sequences, Strands.SINGLE, 6, Erasing.DEFAULT, y, new double[0][], design.motif());
        final Map<String, Double> row = new LinkedHashMap<>();
        if (path.size() < design.motif() || step == 1 && !Studies.name(path, 0).equals(FIRST)) {
            return row;
        }
        final PermutationTest.Result result = Studies.test(path, NullDesign.plain(NullModel.PERMUTATION, y, new double[0][]),
            Hypothesis.SEQUENTIAL, step, REPLICATES, set);
        row.put("pStep", result.step().p());
        row.put("pSampled", result.sampled().p());
        row.put("closed form", ExactTest.test(new NullGeometry(path, step, Hypothesis.SEQUENTIAL, y), TaskRunner.sequential(),
            Progress.NONE).p().value());
        final List<DataSplitTest.Result> split = new DataSplitTest(study, WORDS, AssociationScore.DEFAULT, design.motif(),
            new DataSplitTest.Settings(0.5, 1, DataSplitTest.Method.PERMUTATION, REPLICATES, set)).run(TaskRunner.sequential(),
                Progress.NONE);
        row.put("data split", split.size() > step ? split.get(step).p() : 1);
        final SelectionPath plain =
            step == 0 ? path : Studies.select(sequences, Strands.SINGLE, 6, Erasing.NONE, y, new double[0][], 2);
        final SelectionStep last = plain.step(plain.size() - 1);
        row.put(design.classes() ? "Bonferroni, Fisher" : "Bonferroni, t", bonferroni(design, last, sequences, y));
        final double[] r = last.nuisance().residual(y);
        final int[] order = PermutationSampler.natural(y.length);
        row.put("max-T", Studies.maximum(last, y, () -> {
            PermutationSampler.shuffle(random, order);
            return java.util.stream.IntStream.of(order).mapToDouble(i -> r[i]).toArray();
        }));
        row.put("(true word selected)", Studies.name(path, step).equals(TRUE) ? 0.0 : 1.0);
        return row;
    }

    private static void plantIn(final StringBuilder text, final String word, final int from, final int to,
        final UniformRandomProvider random) {
        final int at = from + random.nextInt(to - from - word.length() + 1);
        text.replace(at, at + word.length(), word);
    }

    /** The smallest p-value times the number of words. */
    private static double bonferroni(final Design design, final SelectionStep step, final SequenceSet sequences, final double[] y) {
        double smallest = 1;
        int words = 0;
        for (int g = 0; g < step.grid().size(); g++) {
            if (Double.isNaN(step.residualNorms()[g])) {
                continue;
            }
            words++;
            final double[] phi = step.grid().activations().column(g);
            smallest = Math.min(smallest, design.classes() && design.motif() == 1 ? fisher(phi, y)
                : PartialCorrelationTest.of(step.nuisance(), phi, y).studentP().value());
        }
        return Math.min(1, smallest * words);
    }

    /** Two-sided: the probability of all tables that are at most as probable. */
    private static double fisher(final double[] phi, final double[] y) {
        int holders = 0;
        int cases = 0;
        int both = 0;
        for (int i = 0; i < y.length; i++) {
            final boolean holds = phi[i] > 0.99;
            holders += holds ? 1 : 0;
            cases += y[i] == 1 ? 1 : 0;
            both += holds && y[i] == 1 ? 1 : 0;
        }
        final HypergeometricDistribution law = new HypergeometricDistribution(null, y.length, cases, holders);
        final double observed = law.probability(both) * (1 + 1e-9);
        double p = 0;
        for (int k = law.getSupportLowerBound(); k <= law.getSupportUpperBound(); k++) {
            p += law.probability(k) <= observed ? law.probability(k) : 0;
        }
        return p;
    }
}
