package org.seism.inference.statistic;

/** The statistic of the joint test of all selected motifs. */
public enum JointKind {
    /** Share of the phenotype's sum of squares, beside the covariates, that all motifs explain together: R squared. */
    SHARE("explained share"),
    /** The share that a ridge regression on all motifs explains, which counts weak directions less. */
    RIDGE("explained share of a ridge fit"),
    /**
     * Sum of the motifs' squared associations (HSIC with linear kernels, as in Slim et al., <em>kernelPSI</em>, ICML 2019), as a
     * share of the largest possible.
     */
    HSIC("sum of squared associations");

    private final String m_text;

    JointKind(final String text) {
        m_text = text;
    }

    /** @return the statistic in words */
    public String text() {
        return m_text;
    }
}
