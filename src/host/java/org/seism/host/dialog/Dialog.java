package org.seism.host.dialog;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoice;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.TypedStringChoice;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;

/** Lists the controls of a dialog by reading the parameters' annotations. */
public final class Dialog {

    private final DialogValues values;

    private final List<DialogField> fields = new ArrayList<>();

    private Dialog(final DialogValues values) {
        this.values = values;
    }

    public static List<DialogField> of(final NodeParameters parameters, final NodeParametersInput input) {
        final Dialog dialog = new Dialog(new DialogValues(parameters, input));
        dialog.collect(parameters, parameters.getClass(), "", new Place("", false, true, true));
        return List.copyOf(dialog.fields);
    }

    /**
     * @param parameters a node's settings
     * @param input what is known at its inputs
     * @return the messages that the dialog shows between its controls, from top to bottom
     */
    public static List<TextMessage.Message> messages(final NodeParameters parameters, final NodeParametersInput input) {
        final DialogValues values = new DialogValues(parameters, input);
        final List<TextMessage.Message> messages = new ArrayList<>();
        for (final DialogTree.Node node : new DialogTree(parameters.getClass()).nodes()) {
            final TextMessage message = node.field().getAnnotation(TextMessage.class);
            if (message != null) {
                final Optional<TextMessage.Message> shown = values.state(DialogValues.create(message.value()));
                messages.addAll(shown == null ? List.of() : shown.stream().toList());
            }
        }
        return messages;
    }

    /**
     * @param parameters a node's settings
     * @param input what is known at its inputs
     * @param field name of a field that holds a list
     * @return the element that the list's button adds
     */
    public static Object added(final NodeParameters parameters, final NodeParametersInput input, final String field) {
        final DialogTree.Node list = new DialogTree(parameters.getClass()).nodes().stream()
            .filter(n -> n.kind() == DialogTree.Kind.ARRAY && n.field().getName().equals(field)).findFirst().orElseThrow();
        final Class<?> provider = list.field().getAnnotation(ArrayWidget.class).elementDefaultValueProvider();
        return provider == StateProvider.class ? DialogValues.create(list.field().getType().getComponentType())
            : new DialogValues(parameters, input).state((StateProvider<?>)DialogValues.create(provider));
    }

    /** What a control inherits from the group and the section it stands in. */
    private record Place(String section, boolean advanced, boolean visible, boolean enabled) {
    }

    private void collect(final Object group, final Class<?> type, final String prefix, final Place outer) {
        if (type == null || type == Object.class) {
            return;
        }
        collect(group, type.getSuperclass(), prefix, outer);
        for (final Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
                continue;
            }
            field.setAccessible(true);
            final String key = prefix + key(field);
            final Place place = place(field, outer);
            final Widget widget = field.getAnnotation(Widget.class);
            final Object value = DialogValues.value(field, group);
            if (widget != null) {
                add(field, widget, key, value, place);
            }
            if (value instanceof WidgetGroup nested) {
                collect(nested, nested.getClass(), key + "/", place);
            }
        }
    }

    private static String key(final Field field) {
        final Persist persist = field.getAnnotation(Persist.class);
        if (persist != null && !persist.configKey().isEmpty()) {
            return persist.configKey();
        }
        return field.getName().startsWith("m_") ? field.getName().substring(2) : field.getName();
    }

    private Place place(final Field field, final Place outer) {
        Place place = outer;
        final Layout layout = field.isAnnotationPresent(Layout.class) ? field.getAnnotation(Layout.class)
            : field.getType().getAnnotation(Layout.class);
        if (layout != null) {
            // outermost part first, so that the innermost section's title wins
            final List<Class<?>> parts = new ArrayList<>();
            for (Class<?> part = layout.value(); part != null; part = part.getEnclosingClass()) {
                parts.add(0, part);
            }
            for (final Class<?> part : parts) {
                place = within(part.getAnnotation(Section.class), part.isAnnotationPresent(Advanced.class),
                    part.getAnnotation(Effect.class), place);
            }
        }
        place = within(null, field.getType().isAnnotationPresent(Advanced.class),
            field.getType().getAnnotation(Effect.class), place);
        return within(null, field.isAnnotationPresent(Advanced.class), field.getAnnotation(Effect.class), place);
    }

    private Place within(final Section section, final boolean advanced, final Effect effect, final Place outer) {
        boolean visible = outer.visible();
        boolean enabled = outer.enabled();
        if (effect != null && effect.predicate() != EffectPredicateProvider.class) {
            final boolean holds = values.test(effect.predicate());
            final EffectType type = effect.type();
            visible &= type != EffectType.SHOW && type != EffectType.HIDE || holds == (type == EffectType.SHOW);
            enabled &= type != EffectType.ENABLE && type != EffectType.DISABLE || holds == (type == EffectType.ENABLE);
        }
        return new Place(section == null ? outer.section() : section.title(), outer.advanced() || advanced, visible,
            enabled);
    }

    private void add(final Field field, final Widget widget, final String key, final Object value, final Place outer) {
        final Place place = within(null, widget.advanced(), widget.effect(), outer);
        final NumberInputWidget number = field.getAnnotation(NumberInputWidget.class);
        fields.add(new DialogField(key, widget.title(), widget.description(), field.getGenericType().getTypeName(),
            value, place.section(), place.advanced(), place.visible(), place.enabled(), choices(field, value),
            number == null ? null : bound(number.minValidation(), "getMin"),
            number == null ? null : bound(number.maxValidation(), "getMax")));
    }

    /** KNIME's validation classes keep their bound protected. */
    private static Double bound(final Class<?> validation, final String getter) {
        final Object instance = DialogValues.create(validation);
        for (Class<?> c = validation; c != null; c = c.getSuperclass()) {
            try {
                final Method method = c.getDeclaredMethod(getter);
                method.setAccessible(true);
                final double bound = (Double)method.invoke(instance);
                return Double.isInfinite(bound) ? null : bound;
            } catch (NoSuchMethodException e) {
                // inherited
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return null;
    }

    private List<String> choices(final Field field, final Object value) {
        final ChoicesProvider provider = field.getAnnotation(ChoicesProvider.class);
        if (provider != null) {
            return ids(provider.value());
        }
        final ColumnFilterWidget filter = field.getAnnotation(ColumnFilterWidget.class);
        if (filter != null) {
            return ids(filter.choicesProvider());
        }
        final Object content = value instanceof Optional<?> o ? o.orElse(null) : value;
        return content instanceof Enum<?> e
            ? Arrays.stream(e.getDeclaringClass().getEnumConstants()).map(c -> ((Enum<?>)c).name()).toList()
            : List.of();
    }

    private List<String> ids(final Class<?> providerClass) {
        final Object state = values.state((StateProvider<?>)DialogValues.create(providerClass));
        return state instanceof List<?> list ? list.stream().map(Dialog::id).toList() : List.of();
    }

    private static String id(final Object choice) {
        if (choice instanceof StringChoice s) {
            return s.id();
        } else if (choice instanceof EnumChoice<?> e) {
            return e.id().name();
        } else if (choice instanceof TypedStringChoice t) {
            return t.id();
        }
        return String.valueOf(choice);
    }
}
