package org.seism.knime.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        final Map<ResultKind, DataTableSpec> specs = Map.of(ResultKind.SELECTED, MotifTables.selectedSpec(),
            ResultKind.SAMPLED, MotifTables.testedSpec(true, Adjustment.BOTH), ResultKind.EXACT,
            MotifTables.testedSpec(false, Adjustment.BOTH), ResultKind.SPLIT, MotifTables.splitSpec(Adjustment.BOTH));
        specs.forEach((kind, spec) -> Vocabulary.assertComplete(MotifField.of(kind), MotifField::label,
            MotifColumns.LEFT_OUT, names(spec)));
        assertEquals(List.of("Motif", "Rank", "Consensus", "P-value (sampled)"),
            names(specs.get(ResultKind.SAMPLED)).subList(0, 4));
        assertEquals("P-value (gaussian, closed form)", names(specs.get(ResultKind.EXACT)).get(3));
        assertEquals("P-value (split)", names(specs.get(ResultKind.SPLIT)).get(3));
        final List<String> none = names(MotifTables.testedSpec(true, Adjustment.NONE));
        assertEquals(List.of(false, false), List.of(none.contains("P-value (Holm)"), none.contains("Q-value (BH)")));
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
