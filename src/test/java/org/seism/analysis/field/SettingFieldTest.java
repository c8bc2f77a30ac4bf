package org.seism.analysis.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.InputException;
import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.NullChoice;
import org.seism.analysis.SelectionSettings;
import org.seism.candidate.library.LibraryCandidates;
import org.seism.candidate.shape.Positions;
import org.seism.candidate.shape.WordForms;
import org.seism.inference.DataSplitTest;
import org.seism.inference.chain.SamplingSettings;
import org.seism.selection.RefinementSettings;
import org.seism.study.Kinship;
import org.seism.study.Study;

class SettingFieldTest {

    private static final Study STUDY = related(Vocabulary.study());

    /** In pairs, with a known h, so that every setting of the data has its part too. */
    private static Study related(final Study study) {
        return study.withKinship(Kinship.ofFamilies("pair", IntStream.range(0, study.size()).mapToObj(i -> "p" + i / 2).toList())
            .withHeritability(0.5));
    }

    @Test
    @DisplayName("keys and labels are words of their own; every setting is explained")
    void names() {
        final Set<String> names = new HashSet<>();
        for (final SettingField field : SettingField.values()) {
            assertTrue(field.key().matches("[a-z][A-Za-z0-9]*"), field.key());
            assertTrue(names.add(field.key()), field.key());
            assertTrue(names.add("label " + field.label()), field.label());
            assertFalse(field.meaning().isBlank() || field.meaning().endsWith("."), field.meaning());
        }
    }

    /** Everything that can be on is on, so that every setting has its part in the result. */
    private static DiscoverySettings everything() {
        return DiscoverySettings.DEFAULT.withNullChoice(NullChoice.GAUSSIAN)
            .withSelection(DiscoverySettings.DEFAULT.selection().withRefinement(RefinementSettings.network(2)).withGrid(DiscoverySettings.DEFAULT
                .selection().grid().withLibrary(new LibraryCandidates(Vocabulary.library(), true))))
            .withSampling(SamplingSettings.DEFAULT.withMaxReplicates(10_000)).withRefit(true).withLibrary(Vocabulary.library())
            .withSplit(new DataSplitTest.Settings(0.5, 3, DataSplitTest.Method.PERMUTATION, 99, 5));
    }

    /** Words in places and with gaps are not refined: with them on, refinement is off. */
    private static DiscoverySettings shaped() {
        final SelectionSettings selection = everything().selection().withRefinement(RefinementSettings.NONE);
        return everything().withSelection(selection.withGrid(selection.grid().withForms(new WordForms(Positions.parse("20,5,1"), true))));
    }

    @Test
    @DisplayName("values are of the fields' types")
    void types() {
        final Set<SettingField> present = EnumSet.noneOf(SettingField.class);
        for (final DiscoverySettings settings : List.of(everything(), shaped())) {
            final AnalysisSetup setup = AnalysisSetup.of(STUDY, settings);
            for (final SettingField field : SettingField.values()) {
                field.read(setup).ifPresent(v -> {
                    present.add(field);
                    assertTrue(field.type().valueClass().isInstance(v), field.key() + " is " + v.getClass());
                });
                field.words(setup).ifPresent(w -> assertFalse(w.isBlank(), field.key()));
            }
        }
        // the phenotype is a number
        assertEquals(EnumSet.complementOf(EnumSet.of(SettingField.POSITIVE_CLASS)), present);
    }

    @Test
    @DisplayName("every component of every settings record changes a setting")
    void everyComponent() throws Exception {
        final Set<String> all = new TreeSet<>();
        final Set<String> speaking = new TreeSet<>();
        final Map<DiscoverySettings, Study> bases = Map.of(everything(), STUDY, shaped(), Vocabulary.study());
        for (final Map.Entry<DiscoverySettings, Study> entry : bases.entrySet()) {
            final DiscoverySettings base = entry.getKey();
            final Map<SettingField, String> before = texts(entry.getValue(), base);
            for (final Map.Entry<String, List<Record>> component : variants(base).entrySet()) {
                all.add(component.getKey());
                if (component.getValue().stream().anyMatch(v -> speaks(entry.getValue(), (DiscoverySettings)v, before))) {
                    speaking.add(component.getKey());
                }
            }
        }
        assertTrue(all.size() >= 31, all.toString());
        assertEquals(all, speaking);
    }

    /** Whether some setting is another now; settings that the study does not allow say nothing. */
    private static boolean speaks(final Study study, final DiscoverySettings settings, final Map<SettingField, String> before) {
        try {
            return !texts(study, settings).equals(before);
        } catch (InputException e) {
            return false;
        }
    }

    private static Map<SettingField, String> texts(final Study study, final DiscoverySettings settings) {
        final AnalysisSetup setup = AnalysisSetup.of(study, settings);
        final Map<SettingField, String> texts = new LinkedHashMap<>();
        for (final SettingField field : SettingField.values()) {
            texts.put(field, FieldText.of(field.read(setup)));
        }
        return texts;
    }

    /** For every component that is no record itself: the record with other values of it. */
    private static Map<String, List<Record>> variants(final Record record) throws Exception {
        final Map<String, List<Record>> variants = new LinkedHashMap<>();
        final RecordComponent[] components = record.getClass().getRecordComponents();
        for (int c = 0; c < components.length; c++) {
            final Object value = components[c].getAccessor().invoke(record);
            if (value instanceof final Record part) {
                for (final Map.Entry<String, List<Record>> inner : variants(part).entrySet()) {
                    variants.put(inner.getKey(), with(record, c, inner.getValue()));
                }
            } else {
                variants.put(record.getClass().getSimpleName() + "." + components[c].getName(), with(record, c, others(value)));
            }
        }
        return variants;
    }

    private static List<Record> with(final Record record, final int component, final List<?> values) throws Exception {
        final RecordComponent[] components = record.getClass().getRecordComponents();
        final List<Record> variants = new ArrayList<>();
        for (final Object value : values) {
            final Object[] arguments = new Object[components.length];
            for (int c = 0; c < arguments.length; c++) {
                arguments[c] = c == component ? value : components[c].getAccessor().invoke(record);
            }
            try {
                variants.add((Record)record.getClass()
                    .getDeclaredConstructor(Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new)).newInstance(arguments));
            } catch (InvocationTargetException e) {
                // this value is out of bounds; another one may be within
                assertTrue(e.getCause() instanceof InputException, () -> String.valueOf(e.getCause()));
            }
        }
        return variants;
    }

    private static List<?> others(final Object value) {
        if (value instanceof final Integer i) {
            return List.of(i + 1, i * 2, i - 1, i + 3);
        }
        if (value instanceof final Long l) {
            return List.of(l + 1);
        }
        if (value instanceof final Double d) {
            return List.of(d * 0.9, d + 0.1);
        }
        if (value instanceof final Boolean b) {
            return List.of(!b);
        }
        if (value instanceof final Enum<?> e) {
            return Arrays.stream(e.getDeclaringClass().getEnumConstants()).filter(o -> o != e).toList();
        }
        if (value instanceof Optional<?>) {
            return List.of(Optional.empty());
        }
        if (value instanceof final List<?> list) {
            return List.of(list.isEmpty() || list.get(0) instanceof Integer ? List.of(7, 2) : List.of(0.7, 1.4));
        }
        return fail("say how a " + value.getClass() + " varies");
    }

    @Test
    @DisplayName("what was not done has no setting; a refined run says so")
    void absent() {
        final AnalysisSetup plain = AnalysisSetup.of(STUDY, DiscoverySettings.DEFAULT);
        assertEquals(Optional.of("none: words as they are"), SettingField.REFINE.words(plain));
        assertTrue(SettingField.RESOLUTION.read(plain).isEmpty());
        assertTrue(SettingField.REFINE.words(AnalysisSetup.of(STUDY, everything())).orElseThrow().startsWith("network"));
        final AnalysisSetup split = AnalysisSetup.of(STUDY, DiscoverySettings.DEFAULT.selection(), DataSplitTest.Settings.DEFAULT, 0.05);
        for (final SettingField field : SettingField.values()) {
            assertTrue(field.group() != SettingField.Group.INFERENCE || field.words(split).isEmpty(), field.key());
        }
        assertTrue(SettingField.KERNEL.read(AnalysisSetup.of(Vocabulary.study(), DiscoverySettings.DEFAULT.withNullChoice(NullChoice.PERMUTATION))).isEmpty());
    }
}
