package org.seism.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.analysis.Discovery;
import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.NullChoice;
import org.seism.analysis.field.AnalysisSetup;
import org.seism.analysis.field.MotifField;
import org.seism.analysis.field.SettingField;
import org.seism.analysis.field.Vocabulary;
import org.seism.candidate.shape.Positions;
import org.seism.candidate.shape.WordForms;
import org.seism.inference.DataSplitTest;
import org.seism.selection.RefinementSettings;
import org.seism.study.Kinship;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The page renders the whole vocabulary. */
class PageFieldsTest {

    @Test
    @DisplayName("every figure of a motif is in the page's list, or drawn")
    void figures() throws Exception {
        final Discovery discovery = Vocabulary.discovery(RefinementSettings.lattice(2));
        final JsonNode page = new ObjectMapper().readTree(ReportData.json(ReportSource.of(discovery)));
        final List<String> listed = new ArrayList<>();
        page.at("/motifs/0/all").fieldNames().forEachRemaining(listed::add);
        // said of some later motifs only, not in a list, or of p-values above their floor only, where there is no estimate
        listed.addAll(List.of(MotifField.SE_SAMPLED.key(), MotifField.Q_BH.key(), MotifField.VARIANT_OF.key(),
            MotifField.ATTACHMENT.key(), MotifField.LIBRARY_MATRIX.key()));
        Vocabulary.assertComplete(Arrays.asList(MotifField.values()), MotifField::key, MotifNode.LEFT_OUT, listed);
        final List<String> labels = new ArrayList<>();
        page.get("fields").forEach(f -> labels.add(f.get("label").asText()));
        Vocabulary.assertComplete(Arrays.asList(MotifField.values()), MotifField::label, MotifNode.LEFT_OUT, labels);
        assertTrue(page.get("settings").toString().contains("lattice: each word refined"), page.get("settings").toString());
    }

    @Test
    @DisplayName("every setting that had a part is in the page's list, or left out with a reason")
    void settings() {
        final ArrayNode groups = JsonNodeFactory.instance.arrayNode();
        SettingsNode.write(groups, AnalysisSetup.of(Vocabulary.study(), DiscoverySettings.DEFAULT.withRefit(true).withLibrary(Vocabulary.library()).withNullChoice(NullChoice.GAUSSIAN)
            .withSelection(DiscoverySettings.DEFAULT.selection().withRefinement(RefinementSettings.network(2)))
            .withSplit(new DataSplitTest.Settings(0.5, 1, DataSplitTest.Method.PERMUTATION, 99, 1))));
        // words in places and with gaps are not refined, so they have a run of their own; its sequences are related in pairs
        SettingsNode.write(groups, AnalysisSetup.of(Vocabulary.study().withKinship(Kinship.ofFamilies("pair",
            IntStream.range(0, Vocabulary.study().size()).mapToObj(i -> "p" + i / 2).toList()).withHeritability(0.5)),
            DiscoverySettings.DEFAULT.withSelection(DiscoverySettings.DEFAULT.selection().withGrid(DiscoverySettings.DEFAULT.selection()
                .grid().withForms(new WordForms(Positions.AUTO, true))))));
        final Set<String> labels = new LinkedHashSet<>();
        groups.forEach(g -> g.get("rows").forEach(r -> labels.add(r.get(0).asText())));
        // the phenotype is a number and has no positive class
        Vocabulary.assertComplete(Arrays.stream(SettingField.values()).filter(f -> f != SettingField.POSITIVE_CLASS).toList(),
            SettingField::label, SettingsNode.LEFT_OUT, List.copyOf(labels));
    }
}
