package org.seism.study.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.seism.sequence.SequenceSet;

/**
 * Does the phenotype go with the length or the composition of the sequences? Then words that go with these are found whatever they do
 * (METHOD, section 14b). Looked at by Spearman's rank correlation, which outliers do not make.
 */
public final class Confounders {
    /** Correlations with a smaller p-value are named. */
    public static final double LEVEL = 0.01;

    private Confounders() {
    }

    /**
     * @param sequences the sequences
     * @param y phenotype, one value per sequence
     * @param adjusted what is adjusted for already
     * @return one check per confounder
     */
    public static List<StudyCheck> of(final SequenceSet sequences, final double[] y, final Set<Adjustment> adjusted) {
        final List<StudyCheck> checks = new ArrayList<>();
        for (final Adjustment adjustment : Adjustment.values()) {
            if (!adjusted.contains(adjustment) && adjustment.applies(sequences)) {
                final double r = correlation(adjustment.values(sequences), y);
                final double p = pValue(r, y.length);
                if (p < LEVEL) {
                    checks.add(new StudyCheck(StudyCheck.Kind.CONFOUNDER,
                        String.format(Locale.ROOT, "The phenotype goes with %s (rank correlation %.2f, p = %.1e): "
                            + "motifs can be found that do nothing but follow it.", adjustment.label(), r, p),
                        "Adjust for it: --adjust " + adjustment.key() + ", or the box '" + title(adjustment)
                            + "' of the Sequence Encoder."));
                }
            }
        }
        return checks;
    }

    /**
     * @param adjustment an adjustment
     * @return title of its box in the Sequence Encoder
     */
    public static String title(final Adjustment adjustment) {
        return "Adjust for " + adjustment.label();
    }

    /** Spearman's correlation; 0 where one of the two is constant. */
    static double correlation(final double[] a, final double[] b) {
        final NaturalRanking ranking = new NaturalRanking();
        final double r = new PearsonsCorrelation().correlation(ranking.rank(a), ranking.rank(b));
        return Double.isNaN(r) ? 0 : r;
    }

    static double pValue(final double r, final int n) {
        if (n < 4 || r == 0) {
            return 1;
        }
        if (Math.abs(r) >= 1) {
            return 0;
        }
        final double t = Math.abs(r) * Math.sqrt((n - 2) / (1 - r * r));
        return 2 * new TDistribution(null, n - 2).cumulativeProbability(-t);
    }
}
