package org.seism.knime.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.seism.analysis.field.MotifField;
import org.seism.analysis.field.ResultKind;
import org.seism.analysis.field.SettingField;
import org.seism.analysis.field.Vocabulary;

/** The nodes' tables render the whole vocabulary. */
class TableFieldsTest {

    private static List<String> names(final DataTableSpec spec) {
        return Arrays.asList(spec.getColumnNames());
    }

    @Test
    @DisplayName("every table of motifs has all that is known for its kind, p-values directly after the motif")
    void motifs() {
        final Map<ResultKind, DataTableSpec> specs = Map.of(ResultKind.SELECTED, MotifTables.selectedSpec(true),
            ResultKind.SAMPLED, MotifTables.testedSpec(true, Adjustment.BOTH, true), ResultKind.EXACT,
            MotifTables.testedSpec(false, Adjustment.BOTH, true), ResultKind.SPLIT, MotifTables.splitSpec(Adjustment.BOTH, true));
        specs.forEach((kind, spec) -> Vocabulary.assertComplete(MotifField.of(kind), MotifField::label,
            MotifColumns.LEFT_OUT, names(spec)));
        assertEquals(List.of("Motif", "Rank", "Consensus", "P-value (step)"),
            names(specs.get(ResultKind.SAMPLED)).subList(0, 4));
        assertTrue(names(specs.get(ResultKind.EXACT)).subList(3, 6).contains(MotifField.P_EXACT.label()));
        assertTrue(names(specs.get(ResultKind.SPLIT)).subList(3, 6).contains("P-value (split)"));
        final List<String> none = names(MotifTables.testedSpec(true, Adjustment.NONE, false));
        assertEquals(List.of(false, false), List.of(none.contains("P-value (Holm)"), none.contains("Q-value (BH)")));
        assertFalse(none.stream().anyMatch(n -> n.startsWith("Resembles") || n.startsWith("Library")));
    }

    @Test
    @DisplayName("the summary has every setting, or says why not")
    void summary() {
        Vocabulary.assertComplete(Arrays.asList(SettingField.values()), SettingField::label,
            // its number stands under the same name
            without(SummaryTable.LEFT_OUT, SettingField.COVARIATES), names(SummaryTable.spec()));
    }

    private static Map<SettingField, String> without(final Map<SettingField, String> map, final SettingField field) {
        final Map<SettingField, String> copy = new HashMap<>(map);
        copy.remove(field);
        return copy;
    }
}
