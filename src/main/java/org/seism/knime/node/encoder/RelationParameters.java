package org.seism.knime.node.encoder;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.StringColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.seism.knime.engine.EngineCall;
import org.seism.study.Kinship;

/** How sequences are related: a part of the dialog of the Sequence Encoder. */
final class RelationParameters implements NodeParameters {
    /** Whether sequences come in families. */
    enum Families {
        @Label(value = "No", description = "The sequences have nothing to do with each other, or the matrix at the second input says what.")
        NONE,
        @Label(value = "By a column", description = "Sequences with the same value in a column belong to one family.")
        COLUMN
    }

    interface FamiliesRef extends ParameterReference<Families> {
    }

    static final class InFamilies implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FamiliesRef.class).isOneOf(Families.COLUMN);
        }
    }

    static final class HeritabilityIsKnown implements BooleanReference {
    }

    static final class LargestHeritability extends MaxValidation {
        @Override
        protected double getMax() {
            return Kinship.MOST;
        }
    }

    static final class FamilyColumns extends StringColumnsProvider {
    }

    @Widget(title = "Families", description = "Whether sequences are related. Relatives have phenotypes that are alike for reasons that no motif "
        + "has; the tests then take normal noise that is alike among relatives (the gaussian null model). For more than families, connect "
        + "a matrix of relationships to the second input.")
    @Advanced
    @ValueSwitchWidget
    @ValueReference(FamiliesRef.class)
    @Layout(SequenceEncoderNodeParameters.Sections.Relations.class)
    @Persist(configKey = "families")
    @Migrate(loadDefaultIfAbsent = true)
    Families m_families = Families.NONE;

    @Widget(title = "Family column", description = "Text column with the names of the families; a sequence without one is related to nobody.")
    @Advanced
    @ChoicesProvider(FamilyColumns.class)
    @Effect(predicate = InFamilies.class, type = Effect.EffectType.SHOW)
    @Layout(SequenceEncoderNodeParameters.Sections.Relations.class)
    @Persist(configKey = "familyColumn")
    @Migrate(loadDefaultIfAbsent = true)
    String m_familyColumn = "";

    @Widget(title = "The heritability is known", description = "Whether the share of the noise's variance that goes with the relationship is given "
        + "below. Otherwise it is estimated without any motif, by restricted maximum likelihood.")
    @Advanced
    @ValueReference(HeritabilityIsKnown.class)
    @Layout(SequenceEncoderNodeParameters.Sections.Relations.class)
    @Persist(configKey = "heritabilityKnown")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_heritabilityKnown;

    @Widget(title = "Heritability", description = "That share, 0 to 0.99. p-values are exact for a known one.")
    @Advanced
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = LargestHeritability.class)
    @Effect(predicate = HeritabilityIsKnown.class, type = Effect.EffectType.SHOW)
    @Layout(SequenceEncoderNodeParameters.Sections.Relations.class)
    @Persist(configKey = "heritability")
    @Migrate(loadDefaultIfAbsent = true)
    double m_heritability = 0.5;

    /**
     * @param families name of each sequence's family
     * @param matrix relationships from the second input, if it is connected
     * @return how the sequences are related, if they are
     */
    Optional<Kinship> kinship(final List<String> families, final Optional<Kinship> matrix) {
        final Optional<Kinship> found =
            m_families == Families.COLUMN ? Optional.of(Kinship.ofFamilies(m_familyColumn, families)) : matrix;
        return found.map(k -> m_heritabilityKnown ? k.withHeritability(m_heritability) : k);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(m_heritability >= 0 && m_heritability <= Kinship.MOST)) {
            throw EngineCall.invalid("The heritability is " + m_heritability + ".", "Give a number from 0 to " + Kinship.MOST + ".");
        }
    }
}
