package org.seism.inference.effect;

/** What an effect is measured in, per unit of activation: from a sequence that does not fit the motif at all to a perfect fit. */
public enum EffectScale {
    /** Conditional log odds ratio of the class with the larger value, two classes. */
    LOG_ODDS_RATIO("log odds ratio"),
    /** Units of the phenotype. */
    PHENOTYPE("units of the phenotype"),
    /** Standard deviations of the phenotype's normal scores. */
    NORMAL_SCORES("SD of normal scores");

    private final String m_text;

    EffectScale(final String text) {
        m_text = text;
    }

    /** @return the unit in words */
    public String text() {
        return m_text;
    }
}
