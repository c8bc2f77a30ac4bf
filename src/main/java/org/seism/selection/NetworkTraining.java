package org.seism.selection;

import java.util.Arrays;

import org.seism.TaskRunner;
import org.seism.candidate.WindowScan;
import org.seism.candidate.WordGrid;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.motif.GaussianActivation;
import org.seism.motif.RefinedWord;
import org.seism.motif.SoftMotif;
import org.seism.motif.WordMotif;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * Trains the one-layer convolutional network filter by filter (METHOD, section 6): exponentiated gradient ascent (Kivinen,
 * Warmuth 1997) of the association score over the simplex columns of a filter, from the best words of the grid at the step,
 * then the filter is snapped to the nearest lattice point, and the start whose snapped filter scores best is the motif. For
 * the network the score is its loss: the least over beta of ||Q y - phi beta||^2 + lambda beta^2 is ||Q y||^2 - s(z; y). The
 * max pooling is differentiated through the window that attains it. Deterministic. The event is "the same snapped motif".
 */
public final class NetworkTraining extends GridRefinement {
    /** A word's columns start inside the simplex, since coordinates of 0 never move. */
    private static final double SOFTENING = 0.2;
    private static final int ITERATIONS = 25;
    private static final double FIRST_RATE = 0.5;
    /** Training ends when an accepted move gains less than this share of the score. */
    private static final double ENOUGH = 1e-4;

    /**
     * @param settings resolution and number of starts
     * @param sequences the sequences of the grid
     * @param strands which strands are scanned
     * @param score the score to climb
     * @throws org.seism.InputException if the resolution is too fine for the alphabet
     */
    public NetworkTraining(final RefinementSettings settings, final SequenceSet sequences, final Strands strands,
        final AssociationScore score) {
        super(settings, sequences, strands, score);
    }

    @Override
    public boolean keepsSeed() {
        return false;
    }

    @Override
    public Step step(final WordGrid grid, final Nuisance nuisance, final double[] residualNorms) {
        return (seed, residual) -> {
            double best = -1;
            SoftMotif motif = null;
            final double[] unit = residual.clone();
            final double length = OrthonormalBasis.norm(unit);
            for (int i = 0; i < unit.length; i++) {
                unit[i] /= length;
            }
            for (final int start : bestWords(grid, unit, residualNorms)) {
                final Filter filter = new Filter(grid, start, nuisance, unit);
                filter.train();
                final double score = filter.snap();
                if (score > best * (1 + AssociationScore.TIE) || motif == null) {
                    best = score;
                    motif = filter.motif();
                }
            }
            // the candidate that won is no part of the event, but later steps erase by it
            return new RefinedWord(grid.motif(seed).letters(), motif);
        };
    }

    /** The words with the largest scores, in the order in which the tie rule would select them. */
    private int[] bestWords(final WordGrid grid, final double[] residual, final double[] residualNorms) {
        final double[] products = grid.activations().transposeTimes(residual, TaskRunner.sequential());
        final double[] left = residualNorms.clone();
        final double[] norms = grid.activations().squaredNorms(TaskRunner.sequential());
        final double length = OrthonormalBasis.norm(residual);
        final int[] starts = new int[m_settings.starts()];
        int count = 0;
        while (count < starts.length) {
            final int g = m_score.winner(grid, products, left, norms, length);
            if (g < 0) {
                break;
            }
            starts[count++] = g;
            left[g] = Double.NaN;
        }
        return Arrays.copyOf(starts, count);
    }

    /** A filter in training. */
    private final class Filter {
        private final WindowScan m_scan;
        private final double m_bandwidth;
        private final Nuisance m_nuisance;
        private final double[] m_r;
        private double[][] m_z;
        /** Where the nearest window of each sequence starts. */
        private final int[] m_places;
        private final double[] m_phi;
        private double[] m_residualPhi;
        private double m_product;
        private double m_norm;

        Filter(final WordGrid grid, final int candidate, final Nuisance nuisance, final double[] r) {
            final WordMotif start = grid.motif(candidate).letters();
            m_scan = scan(grid, start.width());
            m_bandwidth = start.bandwidth();
            m_nuisance = nuisance;
            m_r = r;
            m_places = new int[r.length];
            m_phi = new double[r.length];
            final int[] codes = m_lattice.codes(start);
            m_z = new double[codes.length][];
            for (int c = 0; c < codes.length; c++) {
                m_z[c] = m_lattice.column(codes[c]);
                for (int a = 0; a < m_z[c].length; a++) {
                    m_z[c][a] = (1 - SOFTENING) * m_z[c][a] + SOFTENING / m_z[c].length;
                }
            }
        }

        /** Sets everything that follows from z and returns the score, -1 where the filter is explained already. */
        private double evaluate(final double[][] z) {
            m_scan.activations(GaussianActivation.ofColumns(z, m_bandwidth), m_phi, m_places);
            m_residualPhi = m_nuisance.residual(m_phi);
            m_product = OrthonormalBasis.dot(m_residualPhi, m_r);
            m_norm = OrthonormalBasis.dot(m_residualPhi, m_residualPhi);
            return m_norm >= AssociationScore.EXPLAINED * OrthonormalBasis.dot(m_phi, m_phi) ? m_score.of(m_product, m_norm) : -1;
        }

        void train() {
            double score = evaluate(m_z);
            double rate = FIRST_RATE;
            double[][] gradient = gradient();
            for (int k = 0; k < ITERATIONS && rate > 1e-3 && score >= 0; k++) {
                final double[][] moved = move(gradient, rate);
                final double next = evaluate(moved);
                if (next > score) {
                    m_z = moved;
                    gradient = gradient();
                    final boolean enough = next - score < ENOUGH * next;
                    score = next;
                    rate *= 1.5;
                    if (enough) {
                        return;
                    }
                } else {
                    rate /= 3;
                }
            }
        }

        /** d score / d z at the state evaluated last, {@code [column][letter]}. */
        private double[][] gradient() {
            final double denominator = m_score.scale(m_norm) * m_score.scale(m_norm);
            final double shrink = m_score.kind() == AssociationScore.Kind.HSIC ? 0 : m_product / denominator;
            final double[][] gradient = new double[m_z.length][m_z[0].length];
            for (int i = 0; i < m_phi.length; i++) {
                if (m_places[i] >= 0) {
                    // s = p^2 / (f^T f + lambda): ds/dphi = 2 p / den (r - p / den f)
                    final double along = 2 * m_product / denominator * (m_r[i] - shrink * m_residualPhi[i]) * m_phi[i]
                        / (m_bandwidth * m_bandwidth);
                    for (int c = 0; c < m_z.length; c++) {
                        gradient[c][m_scan.letter(m_places[i], c)] += along;
                        // the share -z of the derivative, -(z_b - [u = b]), is the same for all sequences
                    }
                }
            }
            for (int c = 0; c < m_z.length; c++) {
                final double all = Arrays.stream(gradient[c]).sum();
                for (int a = 0; a < gradient[c].length; a++) {
                    gradient[c][a] -= all * m_z[c][a];
                }
            }
            return gradient;
        }

        private double[][] move(final double[][] gradient, final double rate) {
            double largest = 0;
            for (final double[] column : gradient) {
                for (final double g : column) {
                    largest = Math.max(largest, Math.abs(g));
                }
            }
            final double[][] moved = new double[m_z.length][];
            for (int c = 0; c < moved.length; c++) {
                moved[c] = m_z[c].clone();
                double sum = 0;
                for (int a = 0; a < moved[c].length; a++) {
                    moved[c][a] *= Math.exp(largest > 0 ? 4 * rate * gradient[c][a] / largest : 0);
                    sum += moved[c][a];
                }
                for (int a = 0; a < moved[c].length; a++) {
                    moved[c][a] /= sum;
                }
            }
            return moved;
        }

        /** Moves to the nearest lattice point and returns its score. */
        double snap() {
            final int[] codes = new int[m_z.length];
            for (int c = 0; c < codes.length; c++) {
                codes[c] = m_lattice.nearest(m_z[c]);
            }
            m_z = m_lattice.motif(codes, m_bandwidth).columns();
            return evaluate(m_z);
        }

        SoftMotif motif() {
            return new SoftMotif(m_sequences.alphabet(), m_z, m_bandwidth);
        }
    }
}
