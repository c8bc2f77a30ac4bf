package org.seism.knime.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.seism.analysis.DiscoverySettings;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.table.Adjustment;

/** Dialog of the nodes that report selective tests: corrections for several motifs, and how sites are shown. */
public final class ReportParameters implements NodeParameters {

    /** Columns of adjusted p-values. */
    @Widget(title = "Adjusted p-values", description = "Which corrections for testing several motifs are shown as columns.")
    @Layout(ReportSections.SeveralMotifs.class)
    @Persist(configKey = "adjustment")
    public Adjustment m_adjustment = Adjustment.BOTH;

    /** Level of ForwardStop. */
    @Widget(title = "ForwardStop level", description = "ForwardStop keeps the longest run of first motifs whose expected share of "
        + "false ones stays at this level, above 0 and below 1. It presumes sequential p-values.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.BelowOne.class)
    @Layout(ReportSections.SeveralMotifs.class)
    @Persist(configKey = "alpha")
    public double m_alpha = DiscoverySettings.DEFAULT.alpha();

    /** Flank of logos. */
    @Widget(title = "Letters beside the sites", description = "How many letters on either side of a motif's sites the logo shows, "
        + "on grey. 0 to 100.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.Hundred.class)
    @Layout(ReportSections.Logos.class)
    @Persist(configKey = "flank")
    public int m_flank = DiscoverySettings.DEFAULT.flank();

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.check(() -> DiscoverySettings.DEFAULT.withAlpha(m_alpha).withFlank(m_flank));
    }
}
