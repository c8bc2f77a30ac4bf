package org.seism.selection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.seism.candidate.WindowScan;
import org.seism.candidate.WordGrid;
import org.seism.motif.SoftMotif;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** What the refinements of a grid's words have in common: they start from words, climb one score and end on a lattice. */
abstract class GridRefinement implements Refinement {
    final RefinementSettings m_settings;
    final SequenceSet m_sequences;
    final WordGrid m_grid;
    final AssociationScore m_score;
    final Lattice m_lattice;
    private final Strands m_strands;
    private final Map<Integer, WindowScan> m_scans = new ConcurrentHashMap<>();

    GridRefinement(final RefinementSettings settings, final SequenceSet sequences, final Strands strands, final WordGrid grid,
        final AssociationScore score) {
        m_settings = settings;
        m_sequences = sequences;
        m_strands = strands;
        m_grid = grid;
        m_score = score;
        m_lattice = Lattice.of(sequences.alphabet(), settings.resolution());
    }

    /** The sequences' windows of a width, which all steps and chains share. */
    final WindowScan scan(final int width) {
        return m_scans.computeIfAbsent(width, w -> new WindowScan(m_sequences, m_strands, w));
    }

    @Override
    public final double[] activation(final SoftMotif motif) {
        return motif.activations(m_sequences, m_strands);
    }
}
