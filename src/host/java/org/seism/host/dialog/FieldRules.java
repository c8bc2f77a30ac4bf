package org.seism.host.dialog;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileWriterWidget;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.array.ArrayWidget.ElementLayout;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.choices.filter.TwinlistWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;

/** What a single field must keep: which annotations fit its type and one another. */
final class FieldRules {

    private static final Map<Class<? extends Annotation>, Predicate<Class<?>>> FITS = new LinkedHashMap<>();

    static {
        FITS.put(RadioButtonsWidget.class, Class::isEnum);
        FITS.put(ValueSwitchWidget.class, Class::isEnum);
        FITS.put(ColumnFilterWidget.class, t -> t == ColumnFilter.class);
        FITS.put(TwinlistWidget.class, t -> t == String[].class || t == ColumnFilter.class);
        FITS.put(TextInputWidget.class, t -> t == String.class || t == char.class || t == Character.class);
        FITS.put(TextAreaWidget.class, t -> t == String.class);
        FITS.put(FileReaderWidget.class, t -> t == FileSelection.class);
        FITS.put(FileWriterWidget.class, t -> t == FileSelection.class);
        FITS.put(TextMessage.class, t -> t == Void.class);
        FITS.put(NumberInputWidget.class,
            t -> Number.class.isAssignableFrom(t) || t.isPrimitive() && t != boolean.class && t != char.class);
    }

    /** How a field is saved: of any kind of field. */
    private static final Set<Class<? extends Annotation>> SAVED =
        Set.of(Persist.class, Persistor.class, Migrate.class, Migration.class);

    /** Where a field stands, whether it is shown and what it is called by others: of any kind of field. */
    private static final Set<Class<? extends Annotation>> PLACED =
        Set.of(Layout.class, Effect.class, Advanced.class, ValueReference.class, ValueProvider.class);

    /** What a list has beside these; a group has no more. */
    private static final Set<Class<? extends Annotation>> OF_LISTS = Set.of(ArrayWidget.class, Widget.class);

    private static final Set<String> CHOOSING = Set.of("choices", "columnChoices", "computeState");

    /** The interfaces of choices, whose own methods call one another; KNIME's classes for columns lie deeper. */
    private static final String API = "org.knime.node.parameters.widget.choices.";

    private final List<String> violations = new ArrayList<>();

    List<String> violations(final DialogTree tree) {
        tree.nodes().forEach(this::check);
        return violations;
    }

    private void check(final DialogTree.Node node) {
        array(node);
        fit(node);
        text(node);
        choices(node);
        combinations(node);
        defaults(node);
    }

    private void add(final DialogTree.Node node, final String problem) {
        violations.add(node.path() + ": " + problem);
    }

    private static <A extends Annotation> A get(final DialogTree.Node node, final Class<A> annotation) {
        return node.field().getAnnotation(annotation);
    }

    private void array(final DialogTree.Node node) {
        final ArrayWidget array = get(node, ArrayWidget.class);
        if (array == null) {
            return;
        }
        if (array.elementLayout() == ElementLayout.HORIZONTAL_SINGLE_LINE && !array.elementTitle().isEmpty()) {
            add(node, "in an ArrayWidget, do not set the elementTitle in case elementLayout is HORIZONTAL_SINGLE_LINE.");
        }
        if (node.kind() != DialogTree.Kind.ARRAY) {
            add(node, "@ArrayWidget is not applicable, the field is no list of groups.");
        }
    }

    private void fit(final DialogTree.Node node) {
        for (final Annotation annotation : node.field().getAnnotations()) {
            final Class<? extends Annotation> kind = annotation.annotationType();
            final boolean common = SAVED.contains(kind) || PLACED.contains(kind);
            if (node.kind() == DialogTree.Kind.GROUP && !common || node.kind() == DialogTree.Kind.ARRAY && !common
                && !OF_LISTS.contains(kind)) {
                add(node, "@" + kind.getSimpleName() + " is not applicable for a group or list.");
            } else if (FITS.containsKey(kind) && !FITS.get(kind).test(node.type())) {
                add(node, "@" + kind.getSimpleName() + " is not applicable for setting field of type "
                    + node.type().getSimpleName() + ".");
            }
        }
    }

    private void text(final DialogTree.Node node) {
        final TextInputWidget text = get(node, TextInputWidget.class);
        if (text != null && (node.type() == char.class || node.type() == Character.class)
            && (text.minLengthValidation() != MinLengthValidation.class
                || text.maxLengthValidation() != MaxLengthValidation.class)) {
            add(node, "a char has no least or greatest length.");
        }
        if (node.type().isEnum()) {
            Arrays.stream(node.type().getFields()).filter(f -> f.isEnumConstant() && f.isAnnotationPresent(Widget.class))
                .forEach(f -> add(node, "@Widget on the constant " + f.getName() + ", use @Label."));
        }
        if (Map.class.isAssignableFrom(node.type())) {
            add(node, "a Map needs a dynamic widget, which the host doesn't know.");
        }
    }

    private void choices(final DialogTree.Node node) {
        final ChoicesProvider choices = get(node, ChoicesProvider.class);
        if (choices == null) {
            return;
        }
        final Class<?> provider = choices.value();
        if (Arrays.stream(provider.getMethods()).filter(m -> !m.isBridge() && CHOOSING.contains(m.getName()))
            .allMatch(m -> m.getDeclaringClass().getName().matches(Pattern.quote(API) + "[A-Za-z]+"))) {
            add(node, provider.getSimpleName() + " overrides none of the methods that give choices.");
        }
        if (node.type().isEnum()) {
            final Type provided = Generics.argumentOf(provider, EnumChoicesProvider.class);
            if (provided != node.type()) {
                add(node, "the choices must be an EnumChoicesProvider of " + node.type().getSimpleName() + ".");
            }
        } else if (node.type() == ColumnFilter.class && !ColumnChoicesProvider.class.isAssignableFrom(provider)) {
            add(node, "the choices of a ColumnFilter must be a ColumnChoicesProvider.");
        }
    }

    private void combinations(final DialogTree.Node node) {
        final Widget widget = get(node, Widget.class);
        if (widget != null && get(node, Effect.class) != null
            && widget.effect().predicate() != EffectPredicateProvider.class) {
            add(node, "@Effect and Widget.effect on one field.");
        }
        if (get(node, Persist.class) != null && get(node, Persistor.class) != null) {
            add(node, "@Persist and @Persistor on one field.");
        }
        if (get(node, Migrate.class) != null && get(node, Migration.class) != null) {
            add(node, "@Migrate and @Migration on one field.");
        }
    }

    private void defaults(final DialogTree.Node node) {
        final Class<?> type = node.type();
        final boolean date = type.getName().startsWith("java.time.");
        if (node.optional() && get(node, OptionalWidget.class) == null && !(type == String.class
            || Number.class.isAssignableFrom(type) || type.isArray() || date)) {
            add(node, "an Optional of " + type.getSimpleName() + " needs @OptionalWidget.");
        }
        if (!node.optional() && get(node, OptionalWidget.class) != null) {
            add(node, "@OptionalWidget is not applicable, the field is no Optional.");
        }
        final boolean known = type.isPrimitive() || type == String.class || Number.class.isAssignableFrom(type) || type.isEnum()
            || type == Boolean.class || type == Character.class || date || type == FSLocation.class || type == Void.class
            || type.getName().equals("org.knime.core.data.DataType") || Persistable.class.isAssignableFrom(type)
            || node.kind() != DialogTree.Kind.LEAF
            || type.isArray() && (type.getComponentType().isPrimitive() || type == String[].class);
        if (!known && get(node, Persistor.class) == null && !Map.class.isAssignableFrom(type)) {
            add(node, "there is no default persistor for " + type.getSimpleName() + ".");
        }
    }
}
