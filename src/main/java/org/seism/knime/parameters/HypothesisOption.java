package org.seism.knime.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.Label;
import org.seism.analysis.SelectionSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.port.MotifOrigin;
import org.seism.knime.port.MotifsPortObjectSpec;

/** Null hypothesis of the selective tests. */
public enum HypothesisOption {
    /** Beyond earlier motifs. */
    @Label(value = "Sequential", description = "Each motif adds something to the covariates and the motifs selected before it.")
    SEQUENTIAL,
    /** Beyond all other motifs. */
    @Label(value = "Partial", description = "Each motif adds something to the covariates and all other selected motifs.")
    PARTIAL;

    /** @return the engine's */
    public Hypothesis engine() {
        return Hypothesis.valueOf(name());
    }

    /**
     * @param motifs what is known about the motifs
     * @throws InvalidSettingsException if this hypothesis can't be tested for them
     */
    public void check(final MotifsPortObjectSpec motifs) throws InvalidSettingsException {
        if (motifs.origin() == MotifOrigin.DATA_SPLIT) {
            throw EngineCall.invalid("The motifs come from a data split, which has tested them already.",
                "Connect a Motif Selector instead: selective tests need motifs selected on all sequences.");
        }
        if (this == PARTIAL && motifs.selection().motifs() == SelectionSettings.AUTO) {
            throw EngineCall.invalid("ForwardStop chooses the number of motifs from sequential p-values; the partial hypothesis "
                + "needs the number beforehand.", "Use the sequential hypothesis, or fix the number of motifs in the Motif Selector.");
        }
    }
}
