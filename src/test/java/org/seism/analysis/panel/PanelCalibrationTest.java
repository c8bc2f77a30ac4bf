package org.seism.analysis.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.Discovery;
import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.SelectionSettings;
import org.seism.candidate.GridSettings;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.Study;

/** Panels without any motif: how often is anything found? In so many of them as the level says, and no more. */
class PanelCalibrationTest {

    /**
     * A design. The number of replicates is such that one phenotype alone can be selected.
     *
     * @param panels how many are drawn
     * @param phenotypes of each
     * @param sequences of each
     * @param shared share of the variance that the phenotypes of a panel have in common
     */
    private record Design(int panels, int phenotypes, int sequences, double shared) {
        int replicates() {
            return 20 * phenotypes - 1;
        }
    }

    /** Number of panels in which some phenotype is selected; all phenotypes of a panel have one seed, as those of the command have. */
    private static int withFindings(final Design design) {
        int count = 0;
        for (int panel = 0; panel < design.panels(); panel++) {
            final Random random = new Random(1000L + panel);
            final List<String> ids = new ArrayList<>();
            final List<String> texts = new ArrayList<>();
            for (int i = 0; i < design.sequences(); i++) {
                final StringBuilder letters = new StringBuilder();
                for (int k = 0; k < 20; k++) {
                    letters.append("ACGT".charAt(random.nextInt(4)));
                }
                ids.add("s" + i);
                texts.add(letters.toString());
            }
            final SequenceSet sequences = SequenceSet.of(Alphabet.DNA, ids, texts);
            final double[] common = random.doubles(design.sequences()).map(u -> random.nextGaussian()).toArray();
            final SharedGrids grids = new SharedGrids(Long.MAX_VALUE);
            final List<PhenotypeResult> results = new ArrayList<>();
            for (int k = 0; k < design.phenotypes(); k++) {
                final double[] y = new double[design.sequences()];
                for (int i = 0; i < y.length; i++) {
                    final double normal = Math.sqrt(design.shared()) * common[i] + Math.sqrt(1 - design.shared()) * random.nextGaussian();
                    // numbers with a long tail, counts, and classes as well
                    y[i] = k % 4 == 0 ? Math.exp(normal) : k % 4 == 1 ? Math.floor(3 * Math.exp(normal / 2)) : k % 4 == 2 ? (normal > 0.5 ? 1 : 0) : normal;
                }
                final Study study = new Study(sequences, Strands.SINGLE, Phenotype.numeric("y" + k, y), new Covariates(List.of(), new double[0][]));
                final DiscoverySettings settings = DiscoverySettings.DEFAULT
                    .withSelection(SelectionSettings.DEFAULT.withGrid(GridSettings.DEFAULT.withWidths(3, 3)).withMotifs(1));
                final Discovery discovery = SeismAnalysis.discover(study, settings.withSampling(settings.sampling().withReplicates(design.replicates())
                    .withSeed(panel)), grids, TaskRunner.sequential(), Progress.NONE);
                results.add(new PhenotypeResult.Tested(k, "y" + k, Alphabet.DNA, y.length, 0, discovery.tested().selection().candidates(),
                    PanelMotif.of(discovery), List.of()));
            }
            count += PanelFindings.of(results, 0.05).selected() > 0 ? 1 : 0;
        }
        System.out.println("Null panels: something is found in " + count + " of " + design.panels() + ", " + design);
        return count;
    }

    @Test
    @Tag("slow")
    @DisplayName("of 80 panels of 10 phenotypes without a motif, about 4 find something")
    void small() {
        final int count = withFindings(new Design(80, 10, 40, 0));
        // binomial (80, 0.05): P(0) = 0.017, P(more than 11) = 0.0006
        assertTrue(count >= 1 && count <= 11, count + " of 80");
    }

    @Test
    @Tag("study")
    @DisplayName("of 20 panels of 100 phenotypes without a motif, about 1 finds something; 200 of 20 phenotypes, independent and with half of the "
        + "variance in common")
    void large() {
        // binomial (20, 0.05): P(more than 4) = 0.003
        assertTrue(withFindings(new Design(20, 100, 60, 0)) <= 4);
        // binomial (200, 0.05): P(more than 19) = 0.004, P(fewer than 3) = 0.002; with common variance there may be fewer
        final int independent = withFindings(new Design(200, 20, 40, 0));
        assertTrue(independent >= 3 && independent <= 19, independent + " of 200");
        assertTrue(withFindings(new Design(200, 20, 40, 0.5)) <= 19);
    }
}
