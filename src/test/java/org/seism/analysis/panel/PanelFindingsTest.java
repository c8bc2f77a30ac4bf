package org.seism.analysis.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.sequence.Alphabet;

/** The two steps of counting over phenotypes, against their definitions. */
class PanelFindingsTest {

    private static PhenotypeResult result(final int number, final double... p) {
        final List<PanelMotif> motifs = new ArrayList<>();
        double list = 0;
        for (int j = 0; j < p.length; j++) {
            list = Math.max(list, p[j]);
            motifs.add(new PanelMotif(j + 1, "AC", p[j], list, 0.1, new int[2][4], List.of()));
        }
        return new PhenotypeResult.Tested(number, "y" + number, Alphabet.DNA, 10, 0, 5, motifs, List.of());
    }

    @Test
    @DisplayName("an example by hand: two of four are selected, and keep motifs up to 0.025; a failed one counts nowhere")
    void example() {
        final List<PhenotypeResult> results = List.of(result(0, 0.001, 0.02, 0.001, 0.6), result(1, 0.4), new PhenotypeResult.Failed(2, "c", "", ""),
            result(3, 0.025, 0.026), result(4, 0.2, 0.0001));
        final PanelFindings findings = PanelFindings.of(results, 0.05);
        assertEquals(4, findings.tested());
        assertEquals(2, findings.selected());
        assertEquals(0.025, findings.level(), 1e-15);
        assertEquals(0.004, findings.q(0), 1e-15);
        assertEquals(0.05, findings.q(3), 1e-15);
        assertTrue(Double.isNaN(findings.q(2)) && !findings.selected(2));
        assertEquals(List.of(true, true, true, false), kept(findings, results.get(0)));
        // at the level itself it is kept; above, or without its phenotype, not
        assertEquals(List.of(true, false), kept(findings, results.get(3)));
        assertEquals(List.of(false, false), kept(findings, results.get(4)));
        assertEquals(1, findings.needed(99));
        assertEquals(8, findings.needed(9));
    }

    private static List<Boolean> kept(final PanelFindings findings, final PhenotypeResult result) {
        return ((PhenotypeResult.Tested)result).motifs().stream().map(m -> findings.kept(result.number(), m)).toList();
    }

    @Test
    @DisplayName("the number selected is the largest k with p_(k) <= alpha k / m, and each selected phenotype keeps its first motif")
    void definition() {
        final Random random = new Random(5);
        for (int trial = 0; trial < 300; trial++) {
            final int m = 1 + random.nextInt(30);
            final List<PhenotypeResult> results = new ArrayList<>();
            final double[] p = new double[m];
            for (int k = 0; k < m; k++) {
                // sampled p-values: ties and levels of the same kind
                p[k] = (1 + random.nextInt(random.nextBoolean() ? 10 : 1000)) / 1000.0;
                results.add(result(k, p[k], random.nextDouble()));
            }
            final PanelFindings findings = PanelFindings.of(results, 0.05);
            final double[] sorted = p.clone();
            Arrays.sort(sorted);
            int largest = 0;
            for (int k = 1; k <= m; k++) {
                // in whole numbers: p k-th in thousandths, alpha 50 thousandths
                largest = Math.round(sorted[k - 1] * 1000) * m <= 50L * k ? k : largest;
            }
            assertEquals(largest, findings.selected());
            for (final PhenotypeResult result : results) {
                assertEquals(largest > 0 && Math.round(p[result.number()] * 1000) <= Math.round(sorted[largest - 1] * 1000), findings.selected(result.number()));
                final PhenotypeResult.Tested tested = (PhenotypeResult.Tested)result;
                assertEquals(findings.selected(result.number()), findings.kept(result.number(), tested.motifs().get(0)));
                assertFalse(findings.kept(result.number(), tested.motifs().get(1)) && !findings.selected(result.number()));
            }
        }
    }
}
