package org.seism.host.dialog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.array.ArrayWidget.ElementLayout;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;

/** Parameters that break a rule of KNIME's dialogs each, and a few that keep them all. */
final class DialogSamples {
    private DialogSamples() {
    }

    enum Color {
        RED, GREEN
    }

    enum Described {
        @Widget(title = "One", description = "not here")
        ONE
    }

    interface Order {
        @Section(title = "First by name")
        interface A {
        }

        @Section(title = "Last by name, first by order")
        @Before(A.class)
        interface B {
        }
    }

    interface ColorRef extends ParameterReference<Color> {
    }

    interface TextRef extends ParameterReference<String> {
    }

    interface ListRef extends ParameterReference<Group[]> {
    }

    static final class IsRed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ColorRef.class).isOneOf(Color.RED);
        }
    }

    static final class HasSeveral implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getArray(ListRef.class).hasMultipleItems();
        }
    }

    static final class NeedsArgument implements EffectPredicateProvider {
        NeedsArgument(final int argument) {
            assertTrue(argument > 0);
        }

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.always();
        }
    }

    static final class DescribedChoices implements EnumChoicesProvider<Described> {
    }

    static final class Short extends MaxLengthValidation {
        @Override
        protected int getMaxLength() {
            return 1;
        }
    }

    static class Group implements NodeParameters {
        interface Sections {
            @Section(title = "Inner")
            interface Inner {
            }
        }

        String m_word = "";

        @Layout(Sections.Inner.class)
        String m_inner = "";
    }

    @Layout(Order.A.class)
    static class Placed implements NodeParameters {
        String m_word = "";
    }

    static class Good implements NodeParameters {
        @Widget(title = "Text", description = "x")
        @TextInputWidget
        @Layout(Order.A.class)
        String m_text = "";

        @Widget(title = "Color", description = "x")
        @ValueSwitchWidget
        @ValueReference(ColorRef.class)
        @Layout(Order.B.class)
        Color m_color = Color.RED;

        @Widget(title = "Words", description = "x")
        @ArrayWidget(elementLayout = ElementLayout.HORIZONTAL_SINGLE_LINE)
        @Effect(predicate = IsRed.class, type = Effect.EffectType.SHOW)
        @Layout(Order.B.class)
        Group[] m_words = {};

        @Widget(title = "Free", description = "x")
        @NumberInputWidget
        int m_free;
    }

    static class TitledLine implements NodeParameters {
        @ArrayWidget(elementTitle = "Word", elementLayout = ElementLayout.HORIZONTAL_SINGLE_LINE)
        Group[] m_words = {};
    }

    static class SwitchOfText implements NodeParameters {
        @ValueSwitchWidget
        String m_text = "";
    }

    static class AreaOfNumber implements NodeParameters {
        @TextAreaWidget
        int m_number;
    }

    static class NumberOfText implements NodeParameters {
        @NumberInputWidget
        String m_text = "";
    }

    static class LongChar implements NodeParameters {
        @TextInputWidget(maxLengthValidation = Short.class)
        char m_char;
    }

    static class OtherEnum implements NodeParameters {
        @ChoicesProvider(DescribedChoices.class)
        Color m_color = Color.RED;
    }

    static class MapField implements NodeParameters {
        Map<String, String> m_map = Map.of();
    }

    static class LabelledByWidget implements NodeParameters {
        Described m_one = Described.ONE;
    }

    static class OptionalEnum implements NodeParameters {
        Optional<Color> m_color = Optional.empty();
    }

    static class ArrayOfText implements NodeParameters {
        @ArrayWidget
        String[] m_texts = {};
    }

    static class GroupAsText implements NodeParameters {
        @TextInputWidget
        Group m_group = new Group();
    }

    static class TwoEffects implements NodeParameters {
        @ValueReference(ColorRef.class)
        Color m_color = Color.RED;

        @Widget(title = "x", description = "x", effect = @Effect(predicate = IsRed.class, type = Effect.EffectType.SHOW))
        @Effect(predicate = IsRed.class, type = Effect.EffectType.SHOW)
        String m_text = "";
    }

    static class NoReference implements NodeParameters {
        @Effect(predicate = IsRed.class, type = Effect.EffectType.SHOW)
        String m_text = "";
    }

    static class NoList implements NodeParameters {
        @ValueReference(ListRef.class)
        String[] m_list = {};

        @Effect(predicate = HasSeveral.class, type = Effect.EffectType.SHOW)
        String m_text = "";
    }

    static class OtherType implements NodeParameters {
        @ValueReference(TextRef.class)
        int m_number;
    }

    static class NoConstructor implements NodeParameters {
        @Effect(predicate = NeedsArgument.class, type = Effect.EffectType.SHOW)
        int m_number;
    }

    static class TwoRoots implements NodeParameters {
        @Layout(Order.A.class)
        int m_one;

        @Layout(Other.X.class)
        int m_two;
    }

    interface Other {
        @Section(title = "X")
        interface X {
        }
    }

    interface Round {
        @Section(title = "A")
        @After(B.class)
        interface A {
        }

        @Section(title = "B")
        @After(A.class)
        interface B {
        }
    }

    static class Circle implements NodeParameters {
        @Layout(Round.A.class)
        int m_one;
    }

    interface Strange {
        @Section(title = "A")
        @After(Other.X.class)
        interface A {
        }
    }

    static class Stranger implements NodeParameters {
        @Layout(Strange.A.class)
        int m_one;
    }

    static class NestedSections implements NodeParameters {
        @Layout(Group.Sections.Inner.class)
        int m_one;

        Group m_group = new Group();
    }

    static class TwoPersistors implements NodeParameters {
        @Persist(configKey = "x")
        @Persistor(AnyPersistor.class)
        int m_one;
    }

    abstract static class AnyPersistor implements org.knime.node.parameters.persistence.NodeParametersPersistor<Integer> {
    }

    static class NoPersistor implements NodeParameters {
        Object m_one = "";
    }

    static class TwoLayouts implements NodeParameters {
        @Layout(Order.B.class)
        Placed m_placed = new Placed();
    }

    abstract static class AnyMigration implements NodeParametersMigration<Integer> {
    }

    static class TwoMigrations implements NodeParameters {
        @Migrate(loadDefaultIfAbsent = true)
        @Migration(AnyMigration.class)
        int m_one;
    }

    static final class SomeTexts implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput context) {
            return List.of("a");
        }
    }

    static class FilterOfTexts implements NodeParameters {
        @ChoicesProvider(SomeTexts.class)
        ColumnFilter m_columns = new ColumnFilter();
    }

    static final class Two implements OptionalWidget.DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 2;
        }
    }

    static class DefaultOfNothing implements NodeParameters {
        @OptionalWidget(defaultProvider = Two.class)
        Integer m_number = 1;
    }

    static final class Texts implements StateProvider<String> {
        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
        }

        @Override
        public String computeState(final NodeParametersInput input) {
            return "";
        }
    }

    static class ProviderOfOtherType implements NodeParameters {
        @ValueProvider(Texts.class)
        int m_number;
    }

    static class ReferenceInside implements NodeParameters {
        @ValueReference(TextRef.class)
        Optional<String> m_text = Optional.empty();
    }

    static class GroupWithTitle implements NodeParameters {
        @Widget(title = "x", description = "x")
        Group m_group = new Group();
    }

    static class ListWithChoices implements NodeParameters {
        @ChoicesProvider(SomeTexts.class)
        Group[] m_groups = {};
    }

    static class NoChoices implements NodeParameters {
        @ChoicesProvider(DescribedChoices.class)
        Described m_one = Described.ONE;
    }
}
