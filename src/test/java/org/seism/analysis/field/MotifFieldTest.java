package org.seism.analysis.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seism.Progress;
import org.seism.analysis.Discovery;
import org.seism.analysis.MotifResult;
import org.seism.analysis.SeismAnalysis;
import org.seism.selection.RefinementSettings;

class MotifFieldTest {
    private static final Set<MotifField> INTERVAL = Set.of(MotifField.EFFECT_SELECTIVE, MotifField.EFFECT_LOWER, MotifField.EFFECT_UPPER,
        MotifField.EFFECT_SCALE, MotifField.EFFECT_TEXT);

    @Test
    @DisplayName("keys and labels are words of their own; every field is explained")
    void names() {
        final Set<String> names = new HashSet<>();
        for (final MotifField field : MotifField.values()) {
            assertTrue(field.key().matches("[a-z][A-Za-z0-9]*"), field.key());
            assertTrue(names.add(field.key()), field.key());
            assertTrue(names.add("label " + field.label()), field.label());
            assertFalse(field.meaning().isBlank() || field.meaning().endsWith("."), field.meaning());
        }
    }

    @ParameterizedTest
    @EnumSource(RefinementSettings.Mode.class)
    @DisplayName("a whole analysis has a value of the field's type for every field but those of refined motifs")
    void values(final RefinementSettings.Mode mode) {
        final RefinementSettings refinement = mode == RefinementSettings.Mode.NONE ? RefinementSettings.NONE
            : mode == RefinementSettings.Mode.LATTICE ? RefinementSettings.lattice(2) : RefinementSettings.network(2);
        final MotifResult result = Vocabulary.discovery(refinement).motifs().get(0);
        for (final MotifField field : MotifField.of(ResultKind.DISCOVERY)) {
            if (field == MotifField.VARIANT_OF || field == MotifField.ATTACHMENT || field == MotifField.SE_SAMPLED
                || field == MotifField.Q_BH || field == MotifField.LIBRARY_MATRIX || field == MotifField.LOG10_P_ESTIMATE
                || field == MotifField.P_ESTIMATE_TEXT) {
                continue; // said of some later motifs only; not at the floor, or at the floor only; not in a list
            }
            if (mode == RefinementSettings.Mode.NETWORK && INTERVAL.contains(field)) {
                continue; // not asked for there
            }
            final boolean refinedOnly = field == MotifField.SEED_WORD || field == MotifField.LATTICE;
            assertEquals(!refinedOnly || mode != RefinementSettings.Mode.NONE, field.read(result).isPresent(), field.key());
            field.read(result).ifPresent(v -> assertTrue(field.type().valueClass().isInstance(v), field.key() + " is " + v.getClass()));
        }
        // an estimate stands where there is no standard error
        assertEquals(MotifField.SE_SAMPLED.read(result).isEmpty(), MotifField.P_ESTIMATE_TEXT.read(result).isPresent());
        assertEquals(MotifField.LOG10_P_ESTIMATE.read(result).isPresent(), MotifField.P_ESTIMATE_TEXT.read(result).isPresent());
    }

    @Test
    @DisplayName("what is known is asked for, what was not done has no value, and readers get p-values first")
    void kinds() {
        final Discovery discovery = Vocabulary.discovery(RefinementSettings.NONE);
        final MotifResult selected = SeismAnalysis.results(discovery.tested().selection(), 3, Progress.NONE).get(0);
        for (final MotifField field : MotifField.of(ResultKind.SELECTED)) {
            if (!Set.of(MotifField.SEED_WORD, MotifField.LATTICE, MotifField.VARIANT_OF, MotifField.ATTACHMENT, MotifField.RESEMBLES,
                MotifField.RESEMBLES_Q, MotifField.RESEMBLES_NAMES, MotifField.LIBRARY_MATRIX).contains(field)) {
                assertTrue(field.read(selected).isPresent(), field.key());
            }
        }
        assertTrue(MotifField.P_SAMPLED.read(selected).isEmpty() && MotifField.P_HOLM.read(selected).isEmpty());
        for (final ResultKind kind : ResultKind.values()) {
            assertEquals(new HashSet<>(MotifField.of(kind)), new HashSet<>(MotifField.forReaders(kind)));
            assertEquals(MotifField.of(kind).size(), MotifField.forReaders(kind).size());
        }
        assertEquals(List.of(MotifField.NAME, MotifField.RANK, MotifField.CONSENSUS, MotifField.P_STEP),
            MotifField.forReaders(ResultKind.SAMPLED).subList(0, 4));
        assertEquals(Arrays.asList(MotifField.values()), MotifField.of(ResultKind.DISCOVERY));
    }
}
