package org.seism.knime.port;

import java.io.IOException;

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
import org.seism.knime.port.view.PortViews;
import org.seism.study.Study;

/** Selected motifs with the sequences and settings they were selected from. Immutable. */
public final class MotifsPortObject extends AbstractPortObject {

    /** KNIME saves and loads objects through it. */
    public static final class Serializer extends AbstractPortObjectSerializer<MotifsPortObject> {
    }

    /** The type of ports that carry such objects. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(MotifsPortObject.class);

    private MotifSelection m_selection;
    private MotifsPortObjectSpec m_spec;

    /** For KNIME's serializer only. */
    public MotifsPortObject() {
        // load() fills it
    }

    /**
     * @param selection the motifs
     * @param origin where they come from
     * @param sequences spec of the sequences they were selected from
     */
    public MotifsPortObject(final MotifSelection selection, final MotifOrigin origin, final SequencesPortObjectSpec sequences) {
        m_selection = selection;
        m_spec = new MotifsPortObjectSpec(sequences, selection.settings(), CandidateKind.of(selection.settings().grid()), origin,
            selection.motifs().size());
    }

    /** @return the motifs; those of a data split can't be selected again from it */
    public MotifSelection selection() {
        return m_selection;
    }

    @Override
    public String getSummary() {
        final int count = m_selection.motifs().size();
        return count + " motif" + (count == 1 ? "" : "s")
            + (m_spec.origin() == MotifOrigin.DATA_SPLIT ? ", selected on a part of "
                : " of " + m_selection.candidates() + " candidates, ")
            + m_spec.sequences().summary();
    }

    @Override
    public MotifsPortObjectSpec getSpec() {
        return m_spec;
    }

    /** @return the motifs with their logos, and the settings, for the classic interface */
    @Override
    public JComponent[] getViews() {
        return PortViews.motifs(m_selection);
    }

    @Override
    protected void save(final PortObjectZipOutputStream zip, final ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
        VersionedEntries.write(zip, out -> {
            StudyCodec.write(m_selection.study(), out);
            SelectionCodec.write(m_selection, out);
        });
    }

    @Override
    protected void load(final PortObjectZipInputStream zip, final PortObjectSpec spec, final ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
        m_spec = (MotifsPortObjectSpec)spec;
        m_selection = VersionedEntries.read(zip, m_spec.what(), (in, version) -> {
            final Study study = StudyCodec.read(m_spec.sequences(), in, version);
            return SelectionCodec.read(study, m_spec.selection(), in, version);
        });
    }
}
