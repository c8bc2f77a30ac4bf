package org.seism.knime.port;

import java.io.IOException;
import java.util.Locale;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.TestedMotifs;
import org.seism.knime.port.view.PortViews;
import org.seism.study.Study;

/** Selected motifs with their sampled null distributions and exact tests. Immutable. */
public final class NullSamplePortObject extends AbstractPortObject {

    /** KNIME saves and loads objects through it. */
    public static final class Serializer extends AbstractPortObjectSerializer<NullSamplePortObject> {
    }

    /** The type of ports that carry such objects. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(NullSamplePortObject.class);

    private TestedMotifs m_tested;
    private NullSamplePortObjectSpec m_spec;

    /** For KNIME's serializer only. */
    public NullSamplePortObject() {
        // load() fills it
    }

    /**
     * @param tested the motifs with their tests
     * @param motifs spec of the motifs as they were selected
     */
    public NullSamplePortObject(final TestedMotifs tested, final MotifsPortObjectSpec motifs) {
        m_tested = tested;
        m_spec = new NullSamplePortObjectSpec(motifs, tested.hypothesis(), tested.nullModel(), tested.sampling());
    }

    /** @return the motifs with their tests */
    public TestedMotifs tested() {
        return m_tested;
    }

    @Override
    public String getSummary() {
        final int count = m_tested.tests().size();
        final String motifs = count + " motif" + (count == 1 ? "" : "s") + ", "
            + m_tested.hypothesis().name().toLowerCase(Locale.ROOT) + " hypothesis";
        return m_tested.sampling().map(sampling -> motifs + ", " + m_tested.nullModel().name().toLowerCase(Locale.ROOT) + " null, "
            + (m_tested.tests().get(0).sample().orElseThrow().size() - 1) + " replicates, seed " + sampling.seed())
            .orElse(motifs + ", exact tests only");
    }

    @Override
    public NullSamplePortObjectSpec getSpec() {
        return m_spec;
    }

    /** @return the motifs with their tests, and the settings, for the classic interface */
    @Override
    public JComponent[] getViews() {
        return PortViews.tests(m_tested);
    }

    @Override
    protected void save(final PortObjectZipOutputStream zip, final ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
        VersionedEntries.write(zip, out -> {
            StudyCodec.write(m_tested.selection().study(), out);
            SelectionCodec.write(m_tested.selection(), out);
            TestCodec.write(m_tested.tests(), out);
            TestCodec.writeChecks(m_tested.checks(), out);
            TestCodec.writeJoint(m_tested.joint(), out);
            TestCodec.writeHeritability(m_tested.heritability(), out);
        });
    }

    @Override
    protected void load(final PortObjectZipInputStream zip, final PortObjectSpec spec, final ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
        m_spec = (NullSamplePortObjectSpec)spec;
        m_tested = VersionedEntries.read(zip, m_spec.what(), (in, version) -> {
            final Study study = StudyCodec.read(m_spec.motifs().sequences(), in, version);
            final MotifSelection selection = SelectionCodec.read(study, m_spec.motifs().selection(), in, version);
            return new TestedMotifs(selection, m_spec.hypothesis(), m_spec.nullModel(), m_spec.sampling(),
                TestCodec.read(in, version), TestCodec.readChecks(in, version), TestCodec.readJoint(in, version),
                TestCodec.readHeritability(in, version));
        });
    }
}
