package org.seism.selection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.seism.candidate.ErasedLetters;
import org.seism.candidate.Erasing;
import org.seism.candidate.WindowScan;
import org.seism.candidate.WordGrid;
import org.seism.linear.OrthonormalBasis;
import org.seism.motif.Motif;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** What the refinements of a grid's words have in common: they start from words, climb one score and end on a lattice. */
abstract sealed class GridRefinement implements Refinement permits LatticeRefinement, NetworkTraining {
    final RefinementSettings m_settings;
    final SequenceSet m_sequences;
    final AssociationScore m_score;
    final Lattice m_lattice;
    private final Strands m_strands;
    private final ErasedLetters m_untouched;
    private final Map<Windows, WindowScan> m_scans = new ConcurrentHashMap<>();

    /** Windows of a width that one state of the sequences leaves usable; states are told apart by identity. */
    private record Windows(ErasedLetters erased, int width) {
    }

    GridRefinement(final RefinementSettings settings, final SequenceSet sequences, final Strands strands,
        final AssociationScore score) {
        m_settings = settings;
        m_sequences = sequences;
        m_strands = strands;
        m_untouched = ErasedLetters.none(sequences, strands, Erasing.NONE);
        m_score = score;
        m_lattice = Lattice.of(sequences.alphabet(), settings.resolution());
    }

    /** The windows of a width that a step may look at, which all chains share. */
    final WindowScan scan(final WordGrid grid, final int width) {
        // with nothing erased by a rule that is off, all grids of the sequences have the same windows
        final ErasedLetters erased = grid.erased().rule().on() ? grid.erased() : m_untouched;
        return m_scans.computeIfAbsent(new Windows(erased, width), w -> new WindowScan(m_sequences, m_strands, erased, width));
    }

    @Override
    public final SelectionStep refine(final SelectionStep step, final double[] residual) {
        final Step refiner = step(step.grid(), step.nuisance(), step.residualNorms());
        final Motif motif = refiner.motif(step.winner(), residual);
        final double[] activation = activation(step.grid(), motif);
        final double[] f = step.nuisance().residual(activation);
        return step.refined(motif, refiner, m_score.of(OrthonormalBasis.dot(f, residual), OrthonormalBasis.dot(f, f)), activation);
    }

    private double[] activation(final WordGrid grid, final Motif motif) {
        if (!grid.erased().rule().on()) {
            return motif.sites(m_sequences, m_strands).activationsOrZero();
        }
        return scan(grid, motif.width()).activations(motif.activation());
    }

    @Override
    public final boolean refines() {
        return true;
    }
}
