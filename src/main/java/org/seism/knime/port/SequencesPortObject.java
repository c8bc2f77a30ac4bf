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
import org.seism.knime.port.view.PortViews;
import org.seism.study.Study;

/** Sequences that passed quality control, encoded, with phenotype and covariates. Immutable. */
public final class SequencesPortObject extends AbstractPortObject {

    /** KNIME saves and loads objects through it. */
    public static final class Serializer extends AbstractPortObjectSerializer<SequencesPortObject> {
    }

    /** The type of ports that carry such objects. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(SequencesPortObject.class);

    private Study m_study;
    private SequencesPortObjectSpec m_spec;

    /** For KNIME's serializer only. */
    public SequencesPortObject() {
        // load() fills it
    }

    /**
     * @param study the sequences
     * @param minWidth smallest motif width that every sequence has a window for
     */
    public SequencesPortObject(final Study study, final int minWidth) {
        m_study = study;
        m_spec = SequencesPortObjectSpec.of(study, minWidth);
    }

    /** @return the sequences */
    public Study study() {
        return m_study;
    }

    @Override
    public String getSummary() {
        return m_spec.summary();
    }

    @Override
    public SequencesPortObjectSpec getSpec() {
        return m_spec;
    }

    /** @return number, lengths and phenotype of the sequences, for the classic interface */
    @Override
    public JComponent[] getViews() {
        return PortViews.sequences(m_study);
    }

    @Override
    protected void save(final PortObjectZipOutputStream zip, final ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
        VersionedEntries.write(zip, out -> {
            StudyCodec.write(m_study, out);
        });
    }

    @Override
    protected void load(final PortObjectZipInputStream zip, final PortObjectSpec spec, final ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
        m_spec = (SequencesPortObjectSpec)spec;
        m_study = VersionedEntries.read(zip, m_spec.what(), (in, version) -> StudyCodec.read(m_spec, in, version));
    }
}
