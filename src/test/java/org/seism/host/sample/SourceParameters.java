package org.seism.host.sample;

import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters with one field of each sort. */
final class SourceParameters implements NodeParameters {

    @Section(title = "First")
    interface FirstSection {
    }

    @Section(title = "Second")
    @Advanced
    @After(FirstSection.class)
    interface SecondSection {
    }

    enum Mode {
            @Label("Plain")
            PLAIN,
            @Label(value = "Scaled", description = "Multiplies &amp; adds.")
            SCALED
    }

    interface ModeRef extends ParameterReference<Mode> {
    }

    static final class IsScaled implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModeRef.class).isOneOf(Mode.SCALED).and(i.getBoolean(FlagRef.class).isFalse());
        }
    }

    static final class FlagRef implements BooleanReference {
    }

    static final class AtMostThousand extends MaxValidation {
        @Override
        protected double getMax() {
            return 1000;
        }
    }

    /** A nested group. */
    static final class Scale implements NodeParameters {
        @Widget(title = "Factor", description = "Multiplies.")
        @Effect(predicate = IsScaled.class, type = EffectType.SHOW)
        double m_factor = 0.5;
    }

    @Widget(title = "Rows", description = "How many.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostThousand.class)
    @Layout(FirstSection.class)
    int m_rows = 3;

    @Widget(title = "Prefix", description = "Before the number.")
    @Persist(configKey = "name_prefix")
    @Layout(FirstSection.class)
    String m_prefix = "row ";

    @Widget(title = "Mode", description = "How.")
    @ValueReference(ModeRef.class)
    @Layout(SecondSection.class)
    Mode m_mode = Mode.PLAIN;

    @Widget(title = "Flag", description = "Whether.")
    @ValueReference(FlagRef.class)
    @Layout(SecondSection.class)
    boolean m_flag;

    @Widget(title = "After flag", description = "Only with the flag.")
    @Effect(predicate = FlagRef.class, type = EffectType.ENABLE)
    @Layout(SecondSection.class)
    long m_seed = 9007199254740993L;

    @Layout(SecondSection.class)
    Scale m_scale = new Scale();

    Optional<Integer> m_limit = Optional.empty();

    String[] m_names = {"a", "b"};

    Scale[] m_scales = {new Scale(), new Scale()};

    @Migrate(loadDefaultIfAbsent = true)
    int m_addedLater = 7;

    @Override
    public void validate() throws InvalidSettingsException {
        CheckUtils.checkSetting(m_rows >= 0, "The number of rows must not be negative, but is %d.", m_rows);
    }
}
