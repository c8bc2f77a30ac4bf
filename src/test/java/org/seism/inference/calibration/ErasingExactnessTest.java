package org.seism.inference.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seism.RandomData;
import org.seism.candidate.Erasing;
import org.seism.inference.PermutationTest;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * Motif 1 is an exact word that half of the cases hold and few controls, and nothing else matters (H_2): the tests of steps 2 and 3
 * hold, by METHOD, section 5b. And with a matrix for the first motif: how often motif 2 is a shadow of it, with and without
 * erasing, against how often a random word looks like it.
 */
class ErasingExactnessTest {
    private static final int N = 120;
    private static final int LENGTH = 50;

    private record Design(int width, Strands strands, String word) {
        @Override
        public String toString() {
            return "exact word, k = " + width + ", " + (strands == Strands.BOTH ? "both strands" : "one strand");
        }
    }

    private static final Design SINGLE = new Design(6, Strands.SINGLE, "ACGTCA");
    private static final Design BOTH = new Design(8, Strands.BOTH, "ACGATTCA");

    static Stream<Design> designs() {
        return Stream.of(SINGLE, BOTH);
    }

    @ParameterizedTest
    @MethodSource("designs")
    @Tag("study")
    void holds(final Design design) {
        check(design, 1000);
    }

    @ParameterizedTest
    @MethodSource("designs")
    @Tag("slow")
    void holdsAtAGlance(final Design design) {
        check(design, 60);
    }

    private static void check(final Design design, final int sets) {
        final Studies.Shares shares = Studies.run(design.toString(), sets, set -> exact(design, set));
        shares.holds("step 2", sets / 2);
        shares.holds("motif 2", sets / 2);
        shares.holds("step 3", sets / 2);
    }

    private static Map<String, Double> exact(final Design design, final int set) {
        final UniformRandomProvider random = RandomData.random(61, design.width(), set);
        final double[] y = new double[N];
        final List<String> texts = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            y[i] = i < N / 2 ? 1 : 0;
            final StringBuilder text = random(random);
            if (random.nextDouble() < (y[i] == 1 ? 0.7 : 0.05)) {
                Studies.plant(text, design.word(), random);
            }
            texts.add(text.toString());
        }
        final SequenceSet sequences = RandomData.set(Alphabet.DNA, texts);
        final SelectionPath path =
            Studies.select(sequences, design.strands(), design.width(), Erasing.DEFAULT, y, new double[0][], 3);
        final Map<String, Double> row = new LinkedHashMap<>();
        if (path.size() == 3 && Studies.name(path, 0).equals(design.word())) {
            final NullDesign null_ = NullDesign.plain(NullModel.PERMUTATION, y, new double[0][]);
            final PermutationTest.Result second = Studies.test(path, null_, Hypothesis.SEQUENTIAL, 1, 99, set);
            row.put("step 2", second.step().p());
            row.put("motif 2", second.sampled().p());
            row.put("step 3", Studies.step(path, null_, 2, 99, set));
        }
        return row;
    }

    private static StringBuilder random(final UniformRandomProvider random) {
        final StringBuilder text = new StringBuilder();
        while (text.length() < LENGTH) {
            text.append(Studies.letter(0.5, random));
        }
        return text;
    }

    /** Each letter of a site is the motif's with probability .85: sites with one or two other letters are the rule. */
    @ParameterizedTest
    @MethodSource("designs")
    @Tag("study")
    void shadowsOfAMatrix(final Design design) {
        // as a p-value of 0 where motif 2 resembles the first, of 1 where it does not
        final Studies.Shares shares = Studies.run(design.toString().replace("exact word", "matrix, shadows"), 200, set -> shadows(design, set));
        org.junit.jupiter.api.Assertions.assertTrue(shares.share("erasing", 0.5) <= shares.share("no erasing", 0.5) + 0.02, shares::toString);
    }

    private static Map<String, Double> shadows(final Design design, final int set) {
        final UniformRandomProvider random = RandomData.random(67, design.width(), set);
        final int n = 400;
        final double[] y = new double[n];
        final List<String> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            y[i] = i < n / 2 ? 1 : 0;
            final StringBuilder text = random(random);
            if (random.nextDouble() < (y[i] == 1 ? 0.7 : 0.1)) {
                final StringBuilder site = new StringBuilder(design.word());
                for (int k = 0; k < site.length(); k++) {
                    site.setCharAt(k, random.nextDouble() < 0.85 ? site.charAt(k) : Studies.letter(0.5, random));
                }
                Studies.plant(text, site.toString(), random);
            }
            texts.add(text.toString());
        }
        final SequenceSet sequences = RandomData.set(Alphabet.DNA, texts);
        final Map<String, Double> row = new LinkedHashMap<>();
        for (final Erasing erasing : new Erasing[]{Erasing.DEFAULT, Erasing.NONE}) {
            final SelectionPath path = Studies.select(sequences, design.strands(), design.width(), erasing, y, new double[0][], 2);
            row.put(erasing.on() ? "erasing" : "no erasing", alike(Studies.name(path, 1), design) ? 0.0 : 1.0);
        }
        final StringBuilder chance = random(random);
        chance.setLength(design.width());
        row.put("random word", alike(chance.toString(), design) ? 0.0 : 1.0);
        return row;
    }

    /** Whether two words agree in all but two letters at an offset of at most two, on either strand where both count. */
    private static boolean alike(final String word, final Design design) {
        return shifted(word, design.word()) || design.strands() == Strands.BOTH && shifted(reverseComplement(word), design.word());
    }

    private static boolean shifted(final String a, final String b) {
        for (int shift = -2; shift <= 2; shift++) {
            int agree = 0;
            for (int i = 0; i < a.length(); i++) {
                final int j = i + shift;
                agree += j >= 0 && j < b.length() && a.charAt(i) == b.charAt(j) ? 1 : 0;
            }
            if (agree >= a.length() - 2) {
                return true;
            }
        }
        return false;
    }

    private static String reverseComplement(final String word) {
        final StringBuilder text = new StringBuilder();
        for (int i = word.length() - 1; i >= 0; i--) {
            text.append("TGCA".charAt("ACGT".indexOf(word.charAt(i))));
        }
        return text.toString();
    }
}
