package org.seism.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.Discovery;
import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.MotifResult;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.SelectionSettings;
import org.seism.analysis.field.MotifField;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.host.NodeHarness;
import org.seism.inference.DataSplitTest;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.knime.node.exact.ExactSelectiveTestNodeFactory;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.node.simulator.SequenceSimulatorNodeFactory;
import org.seism.knime.node.split.DataSplitTestNodeFactory;
import org.seism.knime.port.SequencesPortObject;
import org.seism.knime.table.SummaryTable;
import org.seism.study.Study;

/** A chain of nodes gives the numbers of the facade, which the command line prints, to the last digit. */
class FacadeEqualityTest {

    private static final DiscoverySettings SETTINGS =
        DiscoverySettings.DEFAULT.withSelection(SelectionSettings.DEFAULT.withMotifs(2))
            .withSampling(SamplingSettings.DEFAULT.withReplicates(199).withSeed(7));

    @Test
    @DisplayName("numeric phenotype")
    void numeric() throws Exception {
        chain(Nodes.encoder(Nodes.simulated()), SETTINGS);
    }

    @Test
    @DisplayName("case/control phenotype: permutation null")
    void caseControl() throws Exception {
        chain(Nodes.encoder(Nodes.simulated("kind", "LOGISTIC")), SETTINGS);
    }

    @Test
    @DisplayName("covariates")
    void covariates() throws Exception {
        final NodeHarness simulator = Nodes.node(SequenceSimulatorNodeFactory.class, null, "count", "120");
        final NodeSettings settings = simulator.settings();
        final NodeSettingsWO covariate = settings.addNodeSettings("covariates").addNodeSettings("0");
        covariate.addString("name", "Batch");
        covariate.addDouble("effect", 2);
        final BufferedDataTable table = Nodes.executed(simulator.load(settings)).table(0);
        chain(Nodes.covariates(Nodes.encoder(table), "Batch"), SETTINGS);
    }

    @Test
    @DisplayName("both strands")
    void bothStrands() throws Exception {
        chain(Nodes.encoder(Nodes.simulated("strands", "BOTH"), "strands", "BOTH"), SETTINGS);
    }

    @Test
    @DisplayName("number of motifs chosen by ForwardStop")
    void forwardStop() throws Exception {
        chain(Nodes.encoder(Nodes.simulated()),
            SETTINGS.withSelection(SelectionSettings.DEFAULT.withMotifs(SelectionSettings.AUTO)));
    }

    @Test
    @DisplayName("one thread or many")
    void threads() throws Exception {
        final PortObject motifs = Nodes.motifs();
        final int before = KNIMEConstants.GLOBAL_THREAD_POOL.getMaxThreads();
        final List<String> one;
        try {
            KNIMEConstants.GLOBAL_THREAD_POOL.setMaxThreads(1);
            one = statistics(motifs);
            KNIMEConstants.GLOBAL_THREAD_POOL.setMaxThreads(7);
            assertEquals(one, statistics(motifs));
        } finally {
            KNIMEConstants.GLOBAL_THREAD_POOL.setMaxThreads(before);
        }
        assertEquals(one, statistics(motifs));
    }

    private static List<String> statistics(final PortObject motifs) throws Exception {
        final BufferedDataTable table = Nodes.executed(Nodes.sampler(motifs, "replicates", "199")).table(1);
        return Nodes.rows(table).stream().map(Object::toString).toList();
    }

    private static void chain(final NodeHarness encoder, final DiscoverySettings settings) throws Exception {
        final SequencesPortObject sequences = Nodes.executed(encoder).output(0);
        final Study study = sequences.study();
        final Discovery expected = SeismAnalysis.discover(study, settings, TaskRunner.sequential(), Progress.NONE);
        final boolean auto = settings.selection().motifs() == SelectionSettings.AUTO;
        final PortObject motifs =
            Nodes.executed(auto ? Nodes.selector(sequences, "number", "FORWARD_STOP") : Nodes.selector(sequences, "motifs", "2"))
                .output(0);
        final PortObject sample = Nodes.executed(Nodes.sampler(motifs, "replicates", "199", "seed", "7")).output(0);
        final NodeHarness report = Nodes.executed(Nodes.node(SelectivePValuesNodeFactory.class, sample));
        final BufferedDataTable table = report.table(0);
        assertEquals(expected.motifs().size(), table.size());
        for (int j = 0; j < table.size(); j++) {
            final MotifResult m = expected.motifs().get(j);
            final SelectiveTest.Sampled test = (SelectiveTest.Sampled)m.test();
            assertEquals(m.name(), Nodes.text(table, j, MotifField.NAME.label()));
            assertEquals(m.consensus(), Nodes.text(table, j, MotifField.CONSENSUS.label()));
            assertEquals(m.motif().score(), Nodes.number(table, j, MotifField.SCORE.label()));
            assertEquals(m.motif().r2(), Nodes.number(table, j, MotifField.R2.label()));
            assertEquals(test.effect(), Nodes.number(table, j, MotifField.EFFECT.label()));
            assertEquals(m.motif().support(), Nodes.number(table, j, MotifField.SUPPORT.label()));
            assertEquals(test.statistic(), Nodes.number(table, j, MotifField.STATISTIC.label()));
            assertEquals(test.motif().p(), Nodes.number(table, j, MotifField.P_SAMPLED.label()));
            assertEquals(MotifField.SE_SAMPLED.read(m).orElse(Double.NaN), Nodes.number(table, j, MotifField.SE_SAMPLED.label()));
            assertEquals(test.motif().effectiveSampleSize(), Nodes.number(table, j, MotifField.ESS.label()));
            assertEquals(test.motif().size() - 1, Nodes.number(table, j, MotifField.REPLICATES.label()));
            if (test.closedForm().isPresent()) {
                assertEquals(test.closedForm().get().value(), Nodes.number(table, j, MotifField.P_EXACT.label()));
                assertEquals(test.closedForm().get().log10(), Nodes.number(table, j, MotifField.LOG10_P_EXACT.label()));
            } else {
                assertEquals(test.step().orElseThrow().p(), Nodes.number(table, j, MotifField.P_STEP.label()));
                assertEquals(m.verdict().list().orElseThrow(), Nodes.number(table, j, MotifField.P_LIST.label()));
            }
            assertEquals(test.naive().value(), Nodes.number(table, j, MotifField.P_NAIVE.label()));
            assertEquals(m.verdict().holm().orElseThrow(), Nodes.number(table, j, MotifField.P_HOLM.label()));
            assertEquals(Boolean.toString(m.verdict().kept()), Nodes.text(table, j, MotifField.KEPT.label()));
            assertEquals(Boolean.toString(m.verdict().forwardStop()), Nodes.text(table, j, MotifField.FORWARD_STOP.label()));
        }
        final String remarks = Nodes.text(report.table(1), 0, SummaryTable.REMARKS);
        expected.warnings().stream().filter(w -> !w.startsWith("No data-split"))
            .forEach(w -> assertTrue(remarks.contains(w), w + " / " + remarks));
        if (!auto) {
            exact(motifs, expected);
        }
        split(sequences, expected);
    }

    private static void exact(final PortObject motifs, final Discovery expected) throws Exception {
        final BufferedDataTable table = Nodes.executed(Nodes.node(ExactSelectiveTestNodeFactory.class, motifs)).table(0);
        final List<SelectiveTest> tests = SeismAnalysis
            .exact(expected.tested().selection(), Hypothesis.SEQUENTIAL, TaskRunner.sequential(), Progress.NONE).tests();
        for (int j = 0; j < table.size(); j++) {
            assertEquals(tests.get(j).closedForm().orElseThrow().log10(), Nodes.number(table, j, MotifField.LOG10_P_EXACT.label()));
        }
    }

    private static void split(final SequencesPortObject sequences, final Discovery expected) throws Exception {
        final BufferedDataTable table = Nodes.executed(Nodes.node(DataSplitTestNodeFactory.class, sequences, "motifs",
            Integer.toString(expected.motifs().size()))).table(1);
        for (int j = 0; j < table.size(); j++) {
            final DataSplitTest.Result split = expected.motifs().get(j).split().orElseThrow();
            assertEquals(split.p(), Nodes.number(table, j, MotifField.P_SPLIT.label()));
            assertEquals(split.statistic(), Nodes.number(table, j, MotifField.STATISTIC.label()));
            assertEquals(split.motif().name(), Nodes.text(table, j, MotifField.CONSENSUS.label()));
        }
    }
}
