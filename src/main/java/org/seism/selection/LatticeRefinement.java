package org.seism.selection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.seism.candidate.WordGrid;
import org.seism.linear.Nuisance;
import org.seism.motif.Motif;
import org.seism.motif.RefinedWord;
import org.seism.motif.WordMotif;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * Column-wise ascent on the simplex lattice (METHOD, section 6): for columns 1 to k in turn the column is replaced by the
 * lattice point with the largest score (ties: stay, else lowest index), in sweeps until no column changes. The refined
 * motifs are filters of the one-layer convolutional network of Vill&eacute;, Veber, de Castro, Jacob (SEISM, 2022).
 */
public final class LatticeRefinement extends GridRefinement {
    /**
     * @param settings resolution and number of sweeps
     * @param sequences the sequences of the grid
     * @param strands which strands are scanned
     * @param score the score to climb
     * @throws org.seism.InputException if the resolution is too fine for the alphabet
     */
    public LatticeRefinement(final RefinementSettings settings, final SequenceSet sequences, final Strands strands,
        final AssociationScore score) {
        super(settings, sequences, strands, score);
    }

    @Override
    public boolean keepsSeed() {
        return true;
    }

    @Override
    public CircleStep step(final WordGrid grid, final Nuisance nuisance, final double[] residualNorms) {
        return new Ascent(grid, nuisance);
    }

    /** Motifs with the same width and bandwidth share blocks of activations. */
    private record Kind(int width, double bandwidth) {
    }

    private final class Ascent implements CircleStep {
        private final WordGrid m_grid;
        private final Nuisance m_nuisance;
        private final Map<Kind, LatticeBlocks> m_blocks = new ConcurrentHashMap<>();

        Ascent(final WordGrid grid, final Nuisance nuisance) {
            m_grid = grid;
            m_nuisance = nuisance;
        }

        private LatticeBlocks blocks(final WordMotif word) {
            return m_blocks.computeIfAbsent(new Kind(word.width(), word.bandwidth()), kind -> new LatticeBlocks(
                scan(m_grid, kind.width()), m_lattice, kind.bandwidth(), m_nuisance, m_score));
        }

        @Override
        public Motif motif(final int seed, final double[] residual) {
            return climb(seed, (block, code) -> block.best(code, residual));
        }

        @Override
        public Motif motif(final int seed, final double[][] circle, final double t, final double[] cell) {
            return climb(seed, (block, code) -> block.best(code, circle, t, cell));
        }

        private Motif climb(final int seed, final Choice choice) {
            final WordMotif word = m_grid.motif(seed).letters();
            final LatticeBlocks blocks = blocks(word);
            final int[] codes = m_lattice.codes(word);
            boolean changed = true;
            for (int sweep = 0; sweep < m_settings.maxSweeps() && changed; sweep++) {
                changed = false;
                for (int c = 0; c < codes.length; c++) {
                    final int code = choice.of(blocks.of(codes, c), codes[c]);
                    changed |= code != codes[c];
                    codes[c] = code;
                }
            }
            return new RefinedWord(word, m_lattice.motif(codes, word.bandwidth()));
        }
    }

    /** Chooses a column, given its present code. */
    private interface Choice {
        int of(LatticeBlocks.Block block, int code);
    }
}
