package org.seism.knime.node.exact;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.seism.knime.parameters.HypothesisOption;
import org.seism.knime.parameters.ReportParameters;
import org.seism.knime.parameters.ReportSections;

/** Dialog of the Closed-Form Selective Test. */
final class ExactSelectiveTestNodeParameters implements NodeParameters {

    @Widget(title = "Hypothesis", description = "What each motif has to add something to.")
    @ValueSwitchWidget
    @Layout(ReportSections.Test.class)
    @Persist(configKey = "hypothesis")
    HypothesisOption m_hypothesis = HypothesisOption.SEQUENTIAL;

    @Persist(configKey = "report")
    ReportParameters m_report = new ReportParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        m_report.validate();
    }
}
