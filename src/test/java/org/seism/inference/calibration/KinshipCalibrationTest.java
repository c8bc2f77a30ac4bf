package org.seism.inference.calibration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
import org.seism.inference.ExactTest;
import org.seism.inference.MonteCarloTest;
import org.seism.inference.NullSample;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.inference.event.NullGeometry;
import org.seism.linear.BlockSpectrum;
import org.seism.selection.AssociationScore;
import org.seism.selection.RefinementSettings;
import org.seism.selection.SelectionPath;
import org.seism.selection.SelectionProcedure;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.Kinship;

/**
 * Families of sequences with a common ancestor, whose phenotypes are alike for a reason that no motif has (h = 0.5): the tests hold where
 * the families are known, with the true h and with one that is estimated, and they fail by far where the families are not known.
 */
class KinshipCalibrationTest {
    private static final int N = 100;
    private static final int LENGTH = 40;
    private static final double H = 0.5;
    /** Of the letters of an ancestor. */
    private static final double MUTATED = 0.1;
    private static final String PLANTED = "TGACTC";

    private enum Families {
        FIVES(5), PAIRS(2);

        private final int m_size;

        Families(final int size) {
            m_size = size;
        }
    }

    static Stream<Families> families() {
        return Arrays.stream(Families.values());
    }

    @ParameterizedTest
    @MethodSource("families")
    @Tag("slow")
    void holdsAtAGlance(final Families families) {
        final Studies.Shares shares = check(families, 36);
        if (families == Families.FIVES) {
            shares.fails("plain, motif 1");
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    @Tag("study")
    void holdsOften(final Families families) {
        check(families, 500).fails("plain, motif 1");
    }

    private static Studies.Shares check(final Families families, final int sets) {
        final Studies.Shares shares = Studies.run("families of " + families.m_size + ", h = " + H, sets, set -> dataSet(families, set));
        for (final String name : List.of("true h, motif 1", "true h, motif 2", "true h, closed form")) {
            shares.holds(name, sets * 9 / 10);
        }
        // of an estimated h the prototype had .057 and .050
        shares.holds("estimated h, motif 1", sets * 9 / 10, 0.02);
        shares.holds("estimated h, motif 2", sets * 9 / 10, 0.02);
        return shares;
    }

    private static Map<String, Double> dataSet(final Families families, final int set) {
        final UniformRandomProvider random = RandomData.random(97, families.m_size, set);
        final SequenceSet sequences = RandomData.set(Alphabet.DNA, texts(families.m_size, random));
        final double[] y = phenotype(families.m_size, random);
        final BlockSpectrum spectrum = spectrum(families.m_size);
        final Map<String, Double> row = new LinkedHashMap<>();
        add(row, "plain", sequences, NullDesign.plain(NullModel.GAUSSIAN, y, new double[0][]), set);
        add(row, "true h", sequences, NullDesign.related(PhenotypeTransform.NONE, y, new double[0][], spectrum, H), set);
        add(row, "estimated h", sequences, NullDesign.related(PhenotypeTransform.NONE, y, new double[0][], spectrum, Double.NaN), set);
        return row;
    }

    private static BlockSpectrum spectrum(final int size) {
        final List<String> names = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            names.add("family " + i / size);
        }
        final Kinship kinship = Kinship.ofFamilies("family", names);
        return BlockSpectrum.of(kinship.members(), kinship.blocks(), Progress.NONE);
    }

    private static List<String> texts(final int size, final UniformRandomProvider random) {
        final List<String> texts = new ArrayList<>();
        String ancestor = "";
        for (int i = 0; i < N; i++) {
            if (i % size == 0) {
                final StringBuilder letters = new StringBuilder();
                while (letters.length() < LENGTH) {
                    letters.append(Studies.letter(0.5, random));
                }
                ancestor = letters.toString();
            }
            final StringBuilder text = new StringBuilder(ancestor);
            for (int k = 0; k < LENGTH; k++) {
                if (random.nextDouble() < MUTATED) {
                    text.setCharAt(k, Studies.letter(0.5, random));
                }
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static double[] phenotype(final int size, final UniformRandomProvider random) {
        final ZigguratSampler.NormalizedGaussian z = ZigguratSampler.NormalizedGaussian.of(random);
        final double[] y = new double[N];
        double shared = 0;
        for (int i = 0; i < N; i++) {
            shared = i % size == 0 ? z.sample() : shared;
            y[i] = Math.sqrt(H) * shared + Math.sqrt(1 - H) * z.sample();
        }
        return y;
    }

    private static SelectionPath select(final SequenceSet sequences, final NullDesign design, final int motifs) {
        return SelectionProcedure.of(sequences, Strands.SINGLE, GridSettings.DEFAULT.withWidths(6, 6), Erasing.DEFAULT, AssociationScore.DEFAULT,
            RefinementSettings.NONE, TaskRunner.sequential(), Progress.NONE)
            .run(design.y(), design.covariates(), design.whitening(), motifs, TaskRunner.sequential(), Progress.NONE);
    }

    private static void add(final Map<String, Double> row, final String name, final SequenceSet sequences, final NullDesign design,
        final int set) {
        final SelectionPath path = select(sequences, design, 2);
        final List<NullSample> samples = new MonteCarloTest(path, design, SamplingSettings.DEFAULT.withReplicates(99).withSeed(1000 + set),
            TaskRunner.sequential(), Progress.NONE).run();
        for (int j = 0; j < samples.size(); j++) {
            row.put(name + ", motif " + (j + 1), samples.get(j).p());
        }
        row.put(name + ", closed form", ExactTest.test(new NullGeometry(path, 0, Hypothesis.SEQUENTIAL, design.y()), TaskRunner.sequential(),
            Progress.NONE).p().value());
    }

    @ParameterizedTest
    @MethodSource("families")
    @Tag("slow")
    void findsAWordAmongFamilies(final Families families) {
        final Studies.Shares shares = Studies.run("families of " + families.m_size + ", planted word", 16, set -> {
            final UniformRandomProvider random = RandomData.random(101, families.m_size, set);
            final double[] y = phenotype(families.m_size, random);
            final List<String> texts = new ArrayList<>();
            for (final String text : texts(families.m_size, random)) {
                final StringBuilder planted = new StringBuilder(text);
                if (random.nextInt(3) == 0) {
                    Studies.plant(planted, PLANTED, random);
                    y[texts.size()] += 1.5;
                }
                texts.add(planted.toString());
            }
            final Map<String, Double> row = new LinkedHashMap<>();
            add(row, "estimated h", RandomData.set(Alphabet.DNA, texts),
                NullDesign.related(PhenotypeTransform.NONE, y, new double[0][], spectrum(families.m_size), Double.NaN), set);
            return row;
        });
        assertTrue(shares.share("estimated h, motif 1", 0.05) >= 0.6, shares::toString);
    }
}
