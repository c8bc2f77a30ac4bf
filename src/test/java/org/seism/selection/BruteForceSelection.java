package org.seism.selection;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.seism.candidate.WordGrid;
import org.seism.linear.OrthonormalBasis;

/** Greedy selection written down from METHOD section 5 with explicit projection matrices, as an oracle. */
public final class BruteForceSelection {
    private final WordGrid m_grid;
    private final AssociationScore m_score;
    private final double[][] m_covariates;

    /** Everything that decides a step: residualised activations and squared scales by rank in grid order. */
    public record Step(double[][] residuals, double[] squaredScales) {

        /** @return rank of the winner in grid order, or -1 */
        public int winner(final double[] y) {
            double best = 0;
            final double[] scores = new double[residuals.length];
            for (int r = 0; r < residuals.length; r++) {
                if (residuals[r] != null) {
                    double a = 0;
                    for (int i = 0; i < y.length; i++) {
                        a += residuals[r][i] * y[i];
                    }
                    scores[r] = a * a / squaredScales[r];
                    best = Math.max(best, scores[r]);
                }
            }
            for (int r = 0; r < residuals.length; r++) {
                if (residuals[r] != null && best > 0 && scores[r] > best * (1 - 1e-9)) {
                    return r;
                }
            }
            return -1;
        }
    }

    public BruteForceSelection(final WordGrid grid, final AssociationScore score, final double[][] covariates) {
        m_grid = grid;
        m_score = score;
        m_covariates = covariates;
    }

    /** I minus the projection on the columns, by singular values. */
    public static RealMatrix complement(final int n, final List<double[]> columns) {
        final RealMatrix x = new Array2DRowRealMatrix(n, columns.size());
        for (int c = 0; c < columns.size(); c++) {
            final double norm = OrthonormalBasis.norm(columns.get(c));
            for (int i = 0; i < n; i++) {
                x.setEntry(i, c, columns.get(c)[i] / norm);
            }
        }
        final SingularValueDecomposition svd = new SingularValueDecomposition(x);
        final int rank = svd.getRank();
        final RealMatrix u = svd.getU().getSubMatrix(0, n - 1, 0, rank - 1);
        return MatrixUtils.createRealIdentityMatrix(n).subtract(u.multiply(u.transpose()));
    }

    /** Intercept, covariates and the activations of the chosen candidates. */
    public List<double[]> columns(final List<Integer> chosen) {
        final List<double[]> columns = new ArrayList<>();
        final double[] ones = new double[m_grid.activations().sequences()];
        java.util.Arrays.fill(ones, 1);
        columns.add(ones);
        columns.addAll(List.of(m_covariates));
        chosen.forEach(g -> columns.add(m_grid.activations().column(g)));
        return columns;
    }

    /** The step that follows when these candidates have been chosen. */
    public Step step(final List<Integer> chosen) {
        final int n = m_grid.activations().sequences();
        final RealMatrix q = complement(n, columns(chosen));
        final double[][] residuals = new double[m_grid.size()][];
        final double[] scales = new double[m_grid.size()];
        for (int r = 0; r < residuals.length; r++) {
            final double[] phi = m_grid.activations().column(m_grid.candidateAt(r));
            final double[] f = q.operate(phi);
            final double norm = OrthonormalBasis.dot(f, f);
            if (norm >= 1e-10 * OrthonormalBasis.dot(phi, phi)) {
                residuals[r] = f;
                scales[r] = m_score.kind() == AssociationScore.Kind.HSIC ? 1 : norm + m_score.lambda();
            }
        }
        return new Step(residuals, scales);
    }

    /** Selected candidates. */
    public List<Integer> select(final double[] y, final int motifs) {
        final List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < motifs) {
            final int winner = step(chosen).winner(y);
            if (winner < 0) {
                break;
            }
            chosen.add(m_grid.candidateAt(winner));
        }
        return chosen;
    }
}
