package org.seism.analysis.verdict;

import java.util.Locale;

import org.seism.inference.NullSample;
import org.seism.inference.PValueText;
import org.seism.inference.statistic.JointKind;

/**
 * The test of all selected motifs together: does the phenotype have to do with any of them? It accounts for the selection of all of
 * them, and does not say which of them matter.
 *
 * @param kind the statistic
 * @param motifs how many motifs it is about
 * @param sample null distribution of the statistic
 */
public record JointTest(JointKind kind, int motifs, NullSample sample) {

    /** @return the result in words */
    public String text() {
        final String p = PValueText.of(sample);
        return "All " + motifs + " motifs together: " + kind.text() + " " + String.format(Locale.ROOT, "%.3g", sample.observed())
            + ", p " + (p.startsWith("<=") ? p : "= " + p) + ".";
    }
}
