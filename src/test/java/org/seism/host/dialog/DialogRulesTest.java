package org.seism.host.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.text.TextAreaWidget;

/** One sample that must fail for each rule of KNIME's dialogs that a node of ours could break, and one that keeps them all. */
class DialogRulesTest {

    private static final Map<Class<? extends NodeParameters>, String> EXPECTED = Map.ofEntries(
        Map.entry(DialogSamples.TitledLine.class, "do not set the elementTitle"), Map.entry(DialogSamples.SwitchOfText.class, "@ValueSwitchWidget is not applicable"),
        Map.entry(DialogSamples.AreaOfNumber.class, "@TextAreaWidget is not applicable"),
        Map.entry(DialogSamples.NumberOfText.class, "@NumberInputWidget is not applicable"), Map.entry(DialogSamples.LongChar.class, "a char has no"),
        Map.entry(DialogSamples.OtherEnum.class, "must be an EnumChoicesProvider of Color"), Map.entry(DialogSamples.MapField.class, "a Map needs"),
        Map.entry(DialogSamples.LabelledByWidget.class, "use @Label"), Map.entry(DialogSamples.OptionalEnum.class, "an Optional of Color needs"),
        Map.entry(DialogSamples.ArrayOfText.class, "@ArrayWidget is not applicable"), Map.entry(DialogSamples.GroupAsText.class, "for a group or list"),
        Map.entry(DialogSamples.TwoEffects.class, "@Effect and Widget.effect"), Map.entry(DialogSamples.NoReference.class, "missing reference annotation"),
        Map.entry(DialogSamples.NoList.class, "is no list of groups"), Map.entry(DialogSamples.OtherType.class, "is of type String, the field of type Integer"),
        Map.entry(DialogSamples.NoConstructor.class, "can't be made with an empty constructor"), Map.entry(DialogSamples.TwoRoots.class, "several root layouts"),
        Map.entry(DialogSamples.Circle.class, "goes round in a circle"), Map.entry(DialogSamples.Stranger.class, "which is no sibling"),
        Map.entry(DialogSamples.NestedSections.class, "is nested in the group Group"), Map.entry(DialogSamples.TwoPersistors.class, "@Persist and @Persistor"),
        Map.entry(DialogSamples.NoPersistor.class, "no default persistor for Object"), Map.entry(DialogSamples.TwoLayouts.class, "@Layout stands on the field"),
        Map.entry(DialogSamples.TwoMigrations.class, "@Migrate and @Migration"), Map.entry(DialogSamples.FilterOfTexts.class, "must be a ColumnChoicesProvider"),
        Map.entry(DialogSamples.DefaultOfNothing.class, "@OptionalWidget is not applicable"),
        Map.entry(DialogSamples.ProviderOfOtherType.class, "the provider Texts is of type String, the field of type Integer"),
        Map.entry(DialogSamples.ReferenceInside.class, "the reference TextRef is of type String, the field of type Optional"),
        Map.entry(DialogSamples.GroupWithTitle.class, "@Widget is not applicable for a group"),
        Map.entry(DialogSamples.ListWithChoices.class, "@ChoicesProvider is not applicable for a group or list"),
        Map.entry(DialogSamples.NoChoices.class, "DescribedChoices overrides none"), Map.entry(InternalSamples.SecretText.class, "@PasswordWidget is not applicable"),
        Map.entry(InternalSamples.SortedText.class, "@SortListWidget is not applicable"), Map.entry(InternalSamples.SpanOfText.class, "@IntervalWidget is not applicable"),
        Map.entry(InternalSamples.ButtonWithValue.class, "@SimpleButtonWidget is not applicable"),
        Map.entry(InternalSamples.TwoSecrets.class, "at most one of @CredentialsWidget"), Map.entry(InternalSamples.ReadAndWritten.class, "read or written"),
        Map.entry(InternalSamples.TwoExtensions.class, "fileExtension and fileExtensionProvider"),
        Map.entry(InternalSamples.HeaderShown.class, "needs hideControlHeader"), Map.entry(InternalSamples.NoCheckbox.class, "need a field with @ElementCheckboxWidget"),
        Map.entry(InternalSamples.NoAdapter.class, "needs @DBTableAdapterProvider"), Map.entry(InternalSamples.DynamicAlone.class, "need @DynamicParameters"),
        Map.entry(InternalSamples.ButtonWithout.class, "no setting found for the button's dependency m_width"),
        Map.entry(InternalSamples.ButtonBetween.class, "several settings found for the button's dependency m_word"),
        Map.entry(InternalSamples.NothingToModify.class, "ChangeIt: no field with the reference It"),
        Map.entry(InternalSamples.TwoToModify.class, "ChangeIt: several fields with the reference It"));

    @TestFactory
    @DisplayName("each rule has a sample that breaks it")
    Stream<DynamicTest> broken() {
        return EXPECTED.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey().getSimpleName(), () -> {
            final List<String> violations = DialogRules.violations(e.getKey());
            assertTrue(violations.stream().anyMatch(v -> v.contains(e.getValue())), violations.toString());
        }));
    }

    @Test
    @DisplayName("every sample but the good one is expected to fail")
    void samples() {
        final long count = Stream.of(DialogSamples.class, InternalSamples.class).flatMap(c -> Arrays.stream(c.getDeclaredClasses())).filter(NodeParameters.class::isAssignableFrom)
            .filter(c -> c != DialogSamples.Good.class && c != InternalSamples.GoodInternal.class && c != DialogSamples.Group.class && c != DialogSamples.Placed.class).count();
        assertEquals(EXPECTED.size(), count);
    }

    @Test
    void goodOneOpens() {
        assertEquals(List.of(), DialogRules.violations(DialogSamples.Good.class));
        assertEquals(List.of(), DialogRules.violations(InternalSamples.GoodInternal.class));
        assertEquals("{=[Free], Last by name, first by order=[Color, Words], First by name=[Text]}",
            DialogRules.sections(DialogSamples.Good.class).toString());
    }
}
