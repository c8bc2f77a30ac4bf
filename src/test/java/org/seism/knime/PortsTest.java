package org.seism.knime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.port.PortObject;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.SelectedMotif;
import org.seism.analysis.SelectionSettings;
import org.seism.analysis.TestedMotifs;
import org.seism.host.PortsOnDisk;
import org.seism.inference.NullSample;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.port.MotifOrigin;
import org.seism.knime.port.MotifsPortObject;
import org.seism.knime.port.NullSamplePortObject;
import org.seism.knime.port.SequencesPortObject;
import org.seism.knime.port.SequencesPortObjectSpec;
import org.seism.motif.WordMotif;
import org.seism.selection.RefinementSettings;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.Study;

/** Ports survive saving and loading bit for bit and stay small. */
class PortsTest {

    private static void same(final Study expected, final Study actual) {
        assertEquals(expected.sequences().ids(), actual.sequences().ids());
        assertArrayEquals(expected.sequences().codes(), actual.sequences().codes());
        assertArrayEquals(expected.sequences().lengths(), actual.sequences().lengths());
        assertEquals(expected.sequences().alphabet(), actual.sequences().alphabet());
        assertEquals(expected.strands(), actual.strands());
        assertEquals(expected.phenotype().name(), actual.phenotype().name());
        assertEquals(expected.phenotype().positiveClass(), actual.phenotype().positiveClass());
        assertArrayEquals(expected.phenotype().values(), actual.phenotype().values());
        assertEquals(expected.covariates().names(), actual.covariates().names());
        assertArrayEquals(expected.covariates().values(), actual.covariates().values());
    }

    private static Study odd() {
        return new Study(SequenceSet.of(Alphabet.RNA, List.of("", "\u03b1 \uD83E\uDDEC", "a", "a"), List.of("", "ACGU", "nnAC", "UUU")),
            Strands.BOTH, new Phenotype("y <&> z", new double[]{-0.0, Double.MIN_VALUE, 1e300, 0.1}, "p\u00f6s"),
            new Covariates(List.of("c1", "c2"), new double[][]{{1, 2, 3, 4}, {0.1, 0.2, 0.3, 1.0 / 3}}));
    }

    @Test
    @DisplayName("sequences with odd names, numbers and letters")
    void sequences() throws Exception {
        final SequencesPortObject made = new SequencesPortObject(odd(), 5);
        final SequencesPortObject loaded = PortsOnDisk.copy(made);
        same(odd(), loaded.study());
        assertEquals(made.getSpec(), loaded.getSpec());
        assertEquals(made.getSummary(), loaded.getSummary());
        assertEquals(5, loaded.getSpec().minWidth());
    }

    @Test
    @DisplayName("motifs and null samples of a chain: the same p-values downstream")
    void chain() throws Exception {
        final MotifsPortObject motifs = (MotifsPortObject)Nodes.motifs();
        final MotifsPortObject loaded = PortsOnDisk.copy(motifs);
        same(motifs.selection().study(), loaded.selection().study());
        assertEquals(motifs.selection().motifs(), loaded.selection().motifs());
        assertEquals(motifs.selection().settings(), loaded.selection().settings());
        assertEquals(motifs.getSpec(), loaded.getSpec());
        final NullSamplePortObject sample = (NullSamplePortObject)Nodes.nullSample();
        final NullSamplePortObject copy = PortsOnDisk.copy(sample);
        final TestedMotifs expected = sample.tested();
        assertEquals(expected.sampling(), copy.tested().sampling());
        assertEquals(expected.nullModel(), copy.tested().nullModel());
        for (int j = 0; j < expected.tests().size(); j++) {
            assertEquals(expected.tests().get(j).closedForm(), copy.tested().tests().get(j).closedForm());
            assertArrayEquals(expected.tests().get(j).sample().orElseThrow().statistics(),
                copy.tested().tests().get(j).sample().orElseThrow().statistics());
        }
        assertEquals(rows(sample), rows(copy));
        assertEquals(sample.getSummary(), copy.getSummary());
    }

    @Test
    @DisplayName("null samples of several branches")
    void branches() throws Exception {
        final NullSamplePortObject sample = (NullSamplePortObject)Nodes
            .executed(Nodes.sampler(Nodes.motifs(), "replicates", "199", "branches", "6")).output(0);
        final NullSamplePortObject copy = PortsOnDisk.copy(sample);
        assertEquals(6, copy.tested().sampling().orElseThrow().branches());
        for (int j = 0; j < sample.tested().tests().size(); j++) {
            final NullSample expected = sample.tested().tests().get(j).sample().orElseThrow();
            final NullSample actual = copy.tested().tests().get(j).sample().orElseThrow();
            assertEquals(6, expected.branches().length);
            assertArrayEquals(expected.branches(), actual.branches());
            assertEquals(expected.standardError(), actual.standardError(), 0);
        }
        assertEquals(rows(sample), rows(copy));
    }

    @Test
    @DisplayName("refined motifs and their settings")
    void refined() throws Exception {
        final MotifsPortObject words = (MotifsPortObject)Nodes.motifs();
        final Study study = words.selection().study();
        final MotifsPortObject motifs = new MotifsPortObject(
            SeismAnalysis.select(study, words.selection().settings().withRefinement(RefinementSettings.lattice(4)),
                TaskRunner.sequential(), Progress.NONE),
            MotifOrigin.SELECTION, SequencesPortObjectSpec.of(study, 6));
        final MotifsPortObject loaded = PortsOnDisk.copy(motifs);
        assertEquals(motifs.selection().settings(), loaded.selection().settings());
        assertEquals(motifs.selection().motifs(), loaded.selection().motifs());
        assertTrue(loaded.selection().motifs().get(0).motif().isSoft());
        assertEquals(words.selection().motifs().get(0).motif().width(), loaded.selection().motifs().get(0).motif().width());
    }

    private static List<String> rows(final PortObject sample) throws Exception {
        return Nodes.rows(Nodes.executed(Nodes.node(SelectivePValuesNodeFactory.class, sample)).table(0)).stream()
            .map(Object::toString).toList();
    }

    @Test
    @DisplayName("5000 sequences and a class of 100000 words stay far below 100 MB")
    void size() throws Exception {
        final Random random = new Random(1);
        final List<String> ids = new ArrayList<>();
        final List<String> letters = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            ids.add("sequence" + i);
            final StringBuilder s = new StringBuilder();
            for (int k = 0; k < 1000; k++) {
                s.append("ACGT".charAt(random.nextInt(4)));
            }
            letters.add(s.toString());
        }
        final Study study = new Study(SequenceSet.of(Alphabet.DNA, ids, letters), Strands.SINGLE,
            Phenotype.numeric("y", random.doubles(5000).toArray()), Covariates.NONE);
        final WordMotif word = WordMotif.parse(Alphabet.DNA, "ACGTACGT", 1);
        final MotifSelection selection = new MotifSelection(study, SelectionSettings.DEFAULT,
            List.of(new SelectedMotif(1, word, Collections.nCopies(100_000, word), 1, 1, 1, 1)), 100_000, 0);
        final MotifsPortObject motifs =
            new MotifsPortObject(selection, MotifOrigin.SELECTION, SequencesPortObjectSpec.of(study, 6));
        final long bytes = PortsOnDisk.size(motifs);
        assertTrue(bytes < 20_000_000, bytes + " bytes");
        final MotifsPortObject loaded = PortsOnDisk.copy(motifs);
        assertEquals(100_000, loaded.selection().motifs().get(0).members().size());
    }

    @Test
    @DisplayName("another format version is told as such")
    void version() throws Exception {
        final ModelContent model = new ModelContent("model");
        model.addInt("version", 99);
        final SequencesPortObjectSpec spec = new SequencesPortObjectSpec();
        final var load = SequencesPortObjectSpec.class.getSuperclass().getDeclaredMethod("load",
            org.knime.core.node.ModelContentRO.class);
        load.setAccessible(true);
        final Throwable refused =
            assertThrows(java.lang.reflect.InvocationTargetException.class, () -> load.invoke(spec, model)).getCause();
        assertTrue(refused instanceof InvalidSettingsException && refused.getMessage().contains("format version 99"),
            refused.toString());
    }
}
