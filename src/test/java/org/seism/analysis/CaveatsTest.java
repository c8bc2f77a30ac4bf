package org.seism.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.seism.Progress;
import org.seism.RandomData;
import org.seism.TaskRunner;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.candidate.GridSettings;
import org.seism.inference.LogProbability;
import org.seism.inference.NullSample;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullModel;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.Study;

/** What a result says about the limits of its p-values. */
class CaveatsTest {
    private static final LogProbability P = new LogProbability(-3);

    private static SelectiveTest test(final int rank, final double[] statistics) {
        return new SelectiveTest.Sampled(new SelectiveTest.Association(rank, 0.4, 1, P), Optional.of(P),
            new NullSample(rank - 1, statistics, 0, 2, false, false), Optional.empty());
    }

    @Test
    void motifsWithTooFewEffectiveReplicatesAreNamed() {
        final double[] moving = IntStream.range(0, 1000).mapToDouble(t -> Math.sin(1000.0 * t * t)).toArray();
        final double[] stuck = new double[1000];
        Arrays.fill(stuck, 500, 1000, 0.3);
        assertEquals(List.of(), caveats(test(1, moving), test(2, moving)));
        final List<String> caveats = caveats(test(1, moving), test(2, stuck), test(3, stuck));
        assertEquals(1, caveats.size());
        assertTrue(caveats.get(0).contains("motif 2, 3") && caveats.get(0).contains("thinning"), caveats.get(0));
    }

    /** Ranks are tested: effects have other units, and words that follow the raw numbers are not what is tested. */
    @Test
    void whatANullModelDoesIsSaid() {
        final Study study = study(40, true);
        final MotifSelection selection = SeismAnalysis.select(study, SELECTION, TaskRunner.sequential(), Progress.NONE);
        final List<String> ranks = texts(selection, NullChoice.AUTO);
        assertTrue(ranks.stream().anyMatch(t -> t.contains("units of rank scores")), ranks::toString);
        assertTrue(ranks.stream().anyMatch(t -> t.contains("strata, more than one for 5 sequences") && t.contains("Ask for fewer")),
            ranks::toString);
        assertTrue(ranks.stream().noneMatch(t -> t.contains("other motifs are selected")), ranks::toString);
        final List<String> gaussian = texts(selection, NullChoice.GAUSSIAN);
        assertTrue(gaussian.stream().anyMatch(t -> t.contains("normal")), gaussian::toString);
        assertTrue(gaussian.stream().anyMatch(t -> t.contains("other motifs are selected")), gaussian::toString);
        assertTrue(gaussian.stream().noneMatch(t -> t.contains("rank scores")), gaussian::toString);
    }

    /** The strata before a motif that is not shown are nobody's concern. */
    @Test
    void checksOfMotifsThatAreLeftOutAreNotSaid() {
        final Study study = study(40, false);
        final MotifSelection selection = SeismAnalysis.select(study, SELECTION, TaskRunner.sequential(), Progress.NONE);
        final TestedMotifs all = SeismAnalysis.sample(selection, SamplingSettings.DEFAULT.withReplicates(19), NullChoice.AUTO,
            PhenotypeTransform.NONE, Extras.NONE, TaskRunner.sequential(), Progress.NONE);
        assertTrue(all.checks().stream().anyMatch(c -> c.motif() > 1 && c.text().contains("strata")), all.checks()::toString);
        // nothing is kept at level 0: the first motif is shown alone
        assertEquals(List.of(), SeismAnalysis.keep(all, 0).checks());
    }

    private static final SelectionSettings SELECTION =
        SelectionSettings.DEFAULT.withGrid(GridSettings.DEFAULT.withWidths(6, 6)).withMotifs(3);

    private static List<String> texts(final MotifSelection selection, final NullChoice choice) {
        return SeismAnalysis.caveats(SeismAnalysis.sample(selection, SamplingSettings.DEFAULT.withReplicates(19), choice,
            PhenotypeTransform.NONE, Extras.NONE, TaskRunner.sequential(), Progress.NONE));
    }

    /** Numbers with a few very large ones, and perhaps a covariate. */
    private static Study study(final int n, final boolean covariate) {
        final UniformRandomProvider random = RandomData.random(83);
        final SequenceSet sequences = RandomData.sequences(Alphabet.DNA, n, 30, 30, random);
        final double[] y = RandomData.draw(n, () -> Math.exp(3 * random.nextDouble() * random.nextDouble()));
        final double[] x = RandomData.draw(n, random::nextDouble);
        return new Study(sequences, Strands.SINGLE, Phenotype.numeric("y", y),
            covariate ? new Covariates(List.of("x"), new double[][]{x}) : new Covariates(List.of(), new double[0][]));
    }

    private static List<String> caveats(final SelectiveTest... tests) {
        return SeismAnalysis.caveats(new TestedMotifs(null, Hypothesis.SEQUENTIAL, NullModel.GAUSSIAN,
            Optional.of(SamplingSettings.DEFAULT), List.of(tests), List.of()));
    }
}
