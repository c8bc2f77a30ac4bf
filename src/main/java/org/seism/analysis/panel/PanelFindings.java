package org.seism.analysis.panel;

import java.util.Arrays;
import java.util.List;

import org.seism.inference.Multiplicity;

/**
 * What is found over all phenotypes of a panel, in two steps (Benjamini, Bogomolov, <em>Selective inference on multiple
 * families of hypotheses</em>, JRSS B 2014). First, in which phenotypes is there anything at all: Benjamini and Hochberg's
 * procedure over the p-values of their first steps, at level alpha. Second, which motifs: of R phenotypes selected among m,
 * each keeps its motifs while the p-value of the list is at most alpha R / m. The expected share of motifs kept falsely,
 * averaged over the selected phenotypes, is then at most alpha; where no phenotype has any motif, so is the chance of
 * finding one. A selected phenotype always keeps its first motif, because the first step says p_1 &lt;= alpha R / m.
 * Phenotypes that could not be analysed count nowhere.
 */
public final class PanelFindings {
    /** p-values of a fixed number of replicates are ties with levels of the same kind: rounding must not decide. */
    private static final double ROUNDING = 1 + 1e-9;

    private final double m_alpha;
    private final int m_tested;
    private final int m_selected;
    /** By number of the phenotype, NaN where it was not tested. */
    private final double[] m_q;

    private PanelFindings(final double alpha, final int tested, final double[] q) {
        m_alpha = alpha;
        m_tested = tested;
        m_q = q;
        int selected = 0;
        for (final double value : q) {
            selected += value <= alpha * ROUNDING ? 1 : 0;
        }
        m_selected = selected;
    }

    /**
     * @param results of all phenotypes, by number
     * @param alpha level
     * @return the findings
     */
    public static PanelFindings of(final List<PhenotypeResult> results, final double alpha) {
        final List<PhenotypeResult.Tested> tested = results.stream().filter(PhenotypeResult.Tested.class::isInstance)
            .map(PhenotypeResult.Tested.class::cast).toList();
        final double[] adjusted = Multiplicity.benjaminiHochberg(tested.stream().mapToDouble(PhenotypeResult.Tested::p).toArray());
        final double[] q = new double[results.size()];
        Arrays.fill(q, Double.NaN);
        for (int k = 0; k < adjusted.length; k++) {
            q[tested.get(k).number()] = adjusted[k];
        }
        return new PanelFindings(alpha, tested.size(), q);
    }

    /** @return level of the panel */
    public double alpha() {
        return m_alpha;
    }

    /** @return m, the number of phenotypes that were analysed */
    public int tested() {
        return m_tested;
    }

    /** @return R, the number of phenotypes in which there is something */
    public int selected() {
        return m_selected;
    }

    /** @return level at which a selected phenotype keeps its motifs, alpha R / m; 0 where none is selected */
    public double level() {
        return m_tested == 0 ? 0 : m_alpha * m_selected / m_tested;
    }

    /**
     * @param phenotype its number
     * @return Benjamini and Hochberg's adjusted p-value of its first step, NaN where it was not analysed
     */
    public double q(final int phenotype) {
        return m_q[phenotype];
    }

    /**
     * @param phenotype its number
     * @return whether there is something
     */
    public boolean selected(final int phenotype) {
        return m_q[phenotype] <= m_alpha * ROUNDING;
    }

    /**
     * @param phenotype its number
     * @param motif one of its motifs
     * @return whether it is kept
     */
    public boolean kept(final int phenotype, final PanelMotif motif) {
        return selected(phenotype) && motif.listP() <= level() * ROUNDING;
    }

    /**
     * A sampled p-value can't fall below 1 / (replicates + 1).
     *
     * @param replicates of every test
     * @return how many phenotypes must reach the smallest p-value before any of them is selected; 1 where the number of
     *             replicates is no limit
     */
    public int needed(final int replicates) {
        return Math.max(1, (int)Math.ceil(m_tested / (m_alpha * (replicates + 1.0)) - 1e-9));
    }
}
