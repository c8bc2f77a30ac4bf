package org.seism.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seism.Progress;
import org.seism.analysis.Discovery;
import org.seism.analysis.field.MotifField;
import org.seism.analysis.field.SettingField;
import org.seism.analysis.field.Vocabulary;
import org.seism.selection.RefinementSettings;
import org.seism.study.QualityReport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The files render the whole vocabulary. */
class FileFieldsTest {
    @TempDir
    private Path m_folder;

    @Test
    @DisplayName("results.tsv and results.json have every field and every setting, or say why not")
    void complete() throws Exception {
        final Discovery discovery = Vocabulary.discovery(RefinementSettings.lattice(2));
        final Path target = m_folder.resolve("out");
        try (OutputDirectory folder = OutputDirectory.open(target)) {
            ResultFiles.write(folder, discovery, new QualityReport(List.of()), Map.of(), Progress.NONE);
            folder.commit();
        }
        final List<String> lines = Files.readAllLines(target.resolve(ResultFiles.TABLE));
        Vocabulary.assertComplete(Arrays.asList(MotifField.values()), MotifField::key, ResultFiles.LEFT_OUT,
            List.of(lines.get(0).split("\t")));
        assertEquals(lines.get(0).split("\t", -1).length, lines.get(1).split("\t", -1).length);
        final JsonNode json = new ObjectMapper().readTree(target.resolve(ResultFiles.JSON).toFile());
        Vocabulary.assertComplete(Arrays.asList(MotifField.values()), MotifField::key, ResultJson.LEFT_OUT, keys(json.at("/motifs/0")));
        Vocabulary.assertComplete(Arrays.asList(SettingField.values()), SettingField::key, ResultJson.SETTINGS_LEFT_OUT,
            keys(json.get("settings")));
        assertEquals("lattice", json.at("/settings/refine").asText());
        assertEquals(6, json.at("/motifs/0/lattice").size());
    }

    private static List<String> keys(final JsonNode node) {
        final List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
