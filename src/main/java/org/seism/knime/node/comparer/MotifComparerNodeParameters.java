package org.seism.knime.node.comparer;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.parameters.Limits;

/** Dialog of the Motif Comparer. */
final class MotifComparerNodeParameters implements NodeParameters {
    private static final int MOST = 1000;

    interface Sections {
        @Section(title = "Comparison")
        interface Comparison {
        }
    }

    /** Strands of the library's motifs. */
    enum TriedStrands {
        @Label(value = "Automatic", description = "Both for DNA, one for RNA and protein.")
        AUTO,
        @Label(value = "One", description = "As the library has them.")
        SINGLE,
        @Label(value = "Both", description = "Also the reverse complement; not for protein.")
        BOTH
    }

    @Widget(title = "Strands", description = "On which strands the library's motifs are tried.")
    @ValueSwitchWidget
    @Layout(Sections.Comparison.class)
    @Persist(configKey = "strands")
    TriedStrands m_strands = TriedStrands.AUTO;

    @Widget(title = "Matches per motif", description = "How many matches of a motif the first output has at most, best first, 1 to 1000.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.Thousand.class)
    @Layout(Sections.Comparison.class)
    @Persist(configKey = "best")
    int m_best = 5;

    @Widget(title = "Largest q-value", description = "Matches with a larger q-value are not listed, above 0 and at most 1. The call of "
        + "the second output has its own bound of 0.05.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.One.class)
    @Layout(Sections.Comparison.class)
    @Persist(configKey = "maxQ")
    double m_maxQ = 1;

    @Override
    public void validate() throws InvalidSettingsException {
        Limits.require(m_best, 1, MOST, "number of matches per motif");
        if (!(m_maxQ > 0 && m_maxQ <= 1)) {
            throw EngineCall.invalid("The largest q-value is " + m_maxQ + ".", "Give a number above 0 and at most 1.");
        }
    }
}
