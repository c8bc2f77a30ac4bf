package org.seism.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.candidate.GridSettings;
import org.seism.inference.chain.Kernel;
import org.seism.inference.design.Hypothesis;
import org.seism.selection.AssociationScore;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.Study;

/** Small and odd studies: an analysis either gives valid numbers or says what is wrong, and never anything else. */
@Tag("slow")
class RobustnessTest {
    private static final int ROUNDS = 400;

    @Test
    void oddStudies() {
        int analysed = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            final Random random = new Random(round);
            final Study study = study(random);
            final DiscoverySettings settings = settings(random, study);
            try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
                final Discovery one = SeismAnalysis.discover(study, settings, TaskRunner.sequential(), Progress.NONE);
                check(one, "round " + round);
                final Discovery two = SeismAnalysis.discover(study, settings, pool, Progress.NONE);
                for (int j = 0; j < one.motifs().size(); j++) {
                    final SelectiveTest.Sampled a = (SelectiveTest.Sampled)one.motifs().get(j).test();
                    final SelectiveTest.Sampled b = (SelectiveTest.Sampled)two.motifs().get(j).test();
                    assertEquals(a.association(), b.association());
                    assertEquals(a.closedForm(), b.closedForm());
                    assertEquals(a.motif().p(), b.motif().p());
                    assertEquals(a.step().isPresent(), b.step().isPresent());
                    if (a.step().isPresent()) {
                        assertArrayEquals(a.step().get().statistics(), b.step().get().statistics());
                    }
                    assertEquals(a.motif().effectiveSampleSize(), b.motif().effectiveSampleSize());
                }
                analysed++;
            } catch (InputException e) {
                assertFalse(e.problem().isBlank());
                assertFalse(e.remedy().isBlank());
                refused++;
            }
        }
        // both kinds must occur, else the generator has lost its bite
        assertTrue(analysed > ROUNDS / 2, analysed + " analysed");
        assertTrue(refused > ROUNDS / 20, refused + " refused");
    }

    private static void check(final Discovery discovery, final String round) {
        for (final MotifResult motif : discovery.motifs()) {
            final SelectiveTest.Sampled test = (SelectiveTest.Sampled)motif.test();
            assertTrue(Math.abs(test.statistic()) <= 1 + 1e-12, round);
            assertTrue(Double.isFinite(test.effect()), round);
            probability(test.naive().value(), round + " naive");
            test.closedForm().ifPresent(p -> probability(p.value(), round + " closed form"));
            test.step().ifPresent(step -> {
                probability(step.p(), round + " step");
                probability(motif.verdict().list().orElseThrow(), round + " list");
            });
            probability(test.motif().p(), round + " sampled");
            probability(motif.verdict().holm().orElseThrow(), round + " holm");
            motif.verdict().bh().ifPresent(q -> probability(q, round + " bh"));
            assertTrue(test.motif().p() >= 1.0 / test.motif().size(), round);
            assertTrue(Double.isFinite(test.motif().standardError()), round);
            for (final double t : test.motif().statistics()) {
                assertTrue(t >= 0 && t <= 1 + 1e-9, round + " statistic " + t);
            }
            motif.split().ifPresent(split -> probability(split.p(), round + " split"));
        }
    }

    private static void probability(final double p, final String what) {
        assertTrue(p >= 0 && p <= 1, what + " " + p);
    }

    private static Study study(final Random random) {
        final Alphabet alphabet = Alphabet.values()[random.nextInt(3)];
        final int n = 4 + random.nextInt(random.nextBoolean() ? 8 : 60);
        final int letters = 1 + random.nextInt(alphabet.size());
        final List<String> ids = new ArrayList<>();
        final List<String> sequences = new ArrayList<>();
        final int length = 3 + random.nextInt(30);
        for (int i = 0; i < n; i++) {
            ids.add("s" + i);
            final StringBuilder s = new StringBuilder();
            final int own = random.nextInt(4) == 0 ? 2 + random.nextInt(40) : length;
            for (int k = 0; k < own; k++) {
                s.append(random.nextInt(30) == 0 ? 'N' : alphabet.letter(random.nextInt(letters)));
            }
            sequences.add(i > 0 && random.nextInt(5) == 0 ? sequences.get(random.nextInt(i)) : s.toString());
        }
        final int kind = random.nextInt(6);
        final double scale = Math.pow(10, random.nextInt(41) - 20);
        final double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = switch (kind) {
                case 0 -> random.nextInt(2);
                case 1 -> i == 0 ? 1 : 0;
                case 2 -> 1e9 + random.nextGaussian();
                case 3 -> Math.tan(Math.PI * (random.nextDouble() - 0.5));
                case 4 -> random.nextInt(3);
                default -> random.nextGaussian() * scale;
            };
        }
        final int c = random.nextInt(3) == 0 ? random.nextInt(4) : 0;
        final double[][] covariates = new double[c][n];
        for (int k = 0; k < c; k++) {
            for (int i = 0; i < n; i++) {
                covariates[k][i] = k == 2 ? covariates[0][i] + covariates[1][i] : random.nextBoolean() ? 1 : random.nextGaussian();
            }
        }
        final Strands strands = alphabet.hasComplement() && random.nextBoolean() ? Strands.BOTH : Strands.SINGLE;
        return new Study(SequenceSet.of(alphabet, ids, sequences), strands, Phenotype.numeric("y", y),
            new Covariates(java.util.stream.IntStream.range(0, c).mapToObj(k -> "c" + k).toList(), covariates));
    }

    private static DiscoverySettings settings(final Random random, final Study study) {
        final int width = 2 + random.nextInt(study.sequences().alphabet().hasComplement() ? 4 : 2);
        final GridSettings grid = GridSettings.DEFAULT.withWidths(width, width + random.nextInt(2))
            .withDegeneracy(random.nextInt(4) == 0 ? random.nextInt(3) : 0)
            .withBandwidths(random.nextInt(3) == 0 ? List.of(0.7, 1.4) : List.of(random.nextBoolean() ? 1.0 : 0.4))
            .withMinSupport(random.nextInt(4)).withMaxGridSize(random.nextInt(4) == 0 ? 20 : 2000);
        final AssociationScore score = new AssociationScore(AssociationScore.Kind.values()[random.nextInt(2)], random.nextInt(2));
        return DiscoverySettings.DEFAULT
            .withSelection(new SelectionSettings(grid, score, 1 + random.nextInt(4)))
            .withNullChoice(NullChoice.values()[random.nextInt(3)])
            .withSampling(DiscoverySettings.DEFAULT.sampling().withReplicates(19).withSeed(random.nextInt(100))
                .withHypothesis(Hypothesis.values()[random.nextInt(2)]).withKernel(Kernel.values()[random.nextInt(2)]));
    }
}
