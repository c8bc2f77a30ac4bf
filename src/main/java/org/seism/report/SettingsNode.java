package org.seism.report;

import java.util.Map;
import java.util.Optional;

import org.seism.analysis.field.AnalysisSetup;
import org.seism.analysis.field.SettingField;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** The settings in force, in words, as the page lists them: those that had a part in the result. */
final class SettingsNode {
    /** Settings that the page does not list, and why. */
    static final Map<SettingField, String> LEFT_OUT = Map.of(
        SettingField.FLANK, "the logos show it",
        SettingField.REFIT, "the downloads hold the joint fit");

    private SettingsNode() {
    }

    static void write(final ArrayNode groups, final AnalysisSetup setup) {
        for (final SettingField.Group group : SettingField.Group.values()) {
            ArrayNode rows = null;
            for (final SettingField field : SettingField.values()) {
                final Optional<String> words = field.words(setup);
                if (field.group() == group && words.isPresent() && !LEFT_OUT.containsKey(field)) {
                    rows = rows == null ? groups.addObject().put("title", group.title()).putArray("rows") : rows;
                    rows.addArray().add(field.label()).add(words.get());
                }
            }
        }
    }
}
