package org.seism.knime.node.selector;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.SelectionSettings;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.parameters.CandidateParameters;
import org.seism.knime.parameters.CandidateSections;
import org.seism.knime.parameters.Limits;

/** Dialog of the Motif Selector. */
final class MotifSelectorNodeParameters implements NodeParameters {

    /** Who decides on the number of motifs. */
    enum Number {
        @Label(value = "Fixed", description = "As many as given below.")
        FIXED,
        @Label(value = "ForwardStop", description = "Ten are selected; Selective P-Values and Exact Selective Test show only those "
            + "that ForwardStop keeps, at least one. Needs the sequential hypothesis.")
        FORWARD_STOP
    }

    interface NumberRef extends ParameterReference<Number> {
    }

    static final class IsFixed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(NumberRef.class).isOneOf(Number.FIXED);
        }
    }

    @Widget(title = "Number of motifs is", description = "Who decides on how many motifs there are.")
    @ValueSwitchWidget
    @ValueReference(NumberRef.class)
    @Layout(CandidateSections.Motifs.class)
    @Persist(configKey = "number")
    Number m_number = Number.FIXED;

    @Widget(title = "Number of motifs", description = "How many motifs are selected one after the other, 1 to 100. Fewer come out where "
        + "nothing is left to explain.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.Hundred.class)
    @Effect(predicate = IsFixed.class, type = Effect.EffectType.SHOW)
    @Layout(CandidateSections.Motifs.class)
    @Persist(configKey = "motifs")
    int m_motifs = SelectionSettings.DEFAULT.motifs();

    @Persist(configKey = "candidates")
    CandidateParameters m_candidates = new CandidateParameters();

    @Widget(title = "Letters beside the sites", description = "How many letters on either side of a motif's sites the logo shows, on "
        + "grey. 0 to 100.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.Hundred.class)
    @Layout(CandidateSections.Report.class)
    @Persist(configKey = "flank")
    int m_flank = DiscoverySettings.DEFAULT.flank();

    /** @return the engine's settings */
    SelectionSettings settings() {
        return m_candidates.settings(m_number == Number.FORWARD_STOP ? SelectionSettings.AUTO : m_motifs);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Limits.require(m_motifs, 1, SelectionSettings.MOST, "number of motifs");
        Limits.require(m_flank, 0, 100, "number of letters beside the sites");
        m_candidates.validate();
        EngineCall.check(this::settings);
    }
}
