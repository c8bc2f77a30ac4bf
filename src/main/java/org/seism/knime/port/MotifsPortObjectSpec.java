package org.seism.knime.port;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.seism.analysis.SelectionSettings;
import org.seism.candidate.GridSettings;
import org.seism.knime.port.view.Facts;

/** What is known about selected motifs, possibly before they are selected. Immutable once made or loaded. */
public final class MotifsPortObjectSpec extends SeismSpec {

    /** KNIME loads specs through it. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<MotifsPortObjectSpec> {
    }

    private SequencesPortObjectSpec m_sequences = new SequencesPortObjectSpec();
    private SelectionSettings m_selection = SelectionSettings.DEFAULT;
    private CandidateKind m_candidates = CandidateKind.WORDS;
    private MotifOrigin m_origin = MotifOrigin.SELECTION;
    private int m_motifs = -1;

    /** For KNIME's serializer only. */
    public MotifsPortObjectSpec() {
        // load() fills it
    }

    /**
     * @param sequences what is known about the sequences
     * @param selection how motifs are selected; a library is a matter of the object, here only its place is kept
     * @param candidates what they are selected from
     * @param origin where they come from
     * @param motifs number of motifs, -1 if it is not known yet
     */
    public MotifsPortObjectSpec(final SequencesPortObjectSpec sequences, final SelectionSettings selection,
        final CandidateKind candidates, final MotifOrigin origin, final int motifs) {
        m_sequences = sequences;
        m_selection = selection.withGrid(selection.grid().withoutLibrary());
        m_candidates = candidates;
        m_origin = origin;
        m_motifs = motifs;
    }

    /** @return what is known about the sequences */
    public SequencesPortObjectSpec sequences() {
        return m_sequences;
    }

    /** @return how motifs are selected, without the library */
    public SelectionSettings selection() {
        return m_selection;
    }

    /** @return what they are selected from */
    public CandidateKind candidates() {
        return m_candidates;
    }

    /** @return where the motifs come from */
    public MotifOrigin origin() {
        return m_origin;
    }

    /** @return number of motifs, -1 if it is not known yet */
    public int motifs() {
        return m_motifs;
    }

    @Override
    String what() {
        return "motifs";
    }

    @Override
    Facts facts() {
        final GridSettings grid = m_selection.grid();
        final Facts facts = m_sequences.facts()
            .add("Motifs asked for", m_selection.motifs() == SelectionSettings.AUTO ? "ForwardStop decides"
                : Integer.toString(m_selection.motifs()))
            .add("Selected from", m_candidates.label())
            .add("Motif width", m_candidates == CandidateKind.LIBRARY ? "as in the library"
                : grid.minWidth() == grid.maxWidth() ? grid.minWidth() + " letters"
                    : grid.minWidth() + " to " + grid.maxWidth() + " letters")
            .add("Origin", m_origin == MotifOrigin.DATA_SPLIT ? "a part of the sequences" : "all sequences");
        return m_motifs < 0 ? facts : facts.add("Motifs", m_motifs);
    }

    @Override
    void write(final ModelContentWO model) {
        m_sequences.save(model.addModelContent("sequences"));
        SelectionCodec.writeSettings(m_selection, model.addModelContent("selection"));
        model.addString("candidates", m_candidates.name());
        model.addString("origin", m_origin.name());
        model.addInt("motifs", m_motifs);
    }

    @Override
    void read(final ModelContentRO model) throws InvalidSettingsException {
        m_sequences = new SequencesPortObjectSpec();
        m_sequences.load(model.getModelContent("sequences"));
        m_selection = SelectionCodec.readSettings(model.getModelContent("selection"));
        // motifs saved before there were libraries were selected from words
        m_candidates = CandidateKind.valueOf(model.getString("candidates", CandidateKind.WORDS.name()));
        m_origin = MotifOrigin.valueOf(model.getString("origin"));
        m_motifs = model.getInt("motifs");
    }
}
