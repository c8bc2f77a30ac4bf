package org.seism.inference.statistic;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.selection.AssociationScore;
import org.seism.selection.SelectionPath;

/**
 * What all selected motifs have to do with a phenotype. With f_j the motifs' activations beside the covariates, r the phenotype
 * beside them and lambda the ridge penalty:
 * <ul>
 * <li>share: ||P r||^2 / ||r||^2, P the projection on the span of all f_j;</li>
 * <li>ridge: r^T F (F^T F + lambda I)^-1 F^T r / ||r||^2;</li>
 * <li>HSIC: sum_j (f_j^T r)^2 / (||r||^2 sum_j ||f_j||^2); a motif whose sign does not count adds nothing.</li>
 * </ul>
 * All three are weighted sums of squared components of r / ||r||, between 0 and 1. Immutable and safe for several threads.
 */
public final class JointStatistic {
    /** kernelPSI's penalty, where the selection's own score has none: the statistic would be the explained share else. */
    private static final double PENALTY = 1;
    private static final double NOTHING = 1e-9;

    private final Nuisance m_nuisance;
    private final AssociationScore.Sign m_sign;
    /** Unit vectors. */
    private final double[][] m_directions;
    private final double[] m_weights;

    private JointStatistic(final Nuisance nuisance, final AssociationScore.Sign sign, final double[][] directions,
        final double[] weights) {
        m_nuisance = nuisance;
        m_sign = sign;
        m_directions = directions;
        m_weights = weights;
    }

    /**
     * @param path the selection
     * @param kind which statistic
     * @return the statistic of all of its motifs
     */
    public static JointStatistic of(final SelectionPath path, final JointKind kind) {
        final Nuisance nuisance = path.step(0).nuisance();
        final double[][] f = new double[path.size()][];
        Arrays.setAll(f, j -> nuisance.residual(path.activation(j)));
        // the sign of a sum of several motifs means nothing, so that it counts for single motifs only
        return switch (kind) {
            case SHARE -> share(nuisance, f);
            case RIDGE -> ridge(nuisance, f, path.score().kind() == AssociationScore.Kind.RIDGE && path.score().lambda() > 0
                ? path.score().lambda() : PENALTY);
            case HSIC -> hsic(nuisance, f, path.sign());
        };
    }

    private static JointStatistic share(final Nuisance nuisance, final double[][] f) {
        OrthonormalBasis basis = OrthonormalBasis.empty(f[0].length);
        for (final double[] column : f) {
            basis = basis.with(column);
        }
        final double[][] directions = new double[basis.rank()][];
        Arrays.setAll(directions, basis::vector);
        final double[] weights = new double[directions.length];
        Arrays.fill(weights, 1);
        return new JointStatistic(nuisance, AssociationScore.Sign.ANY, directions, weights);
    }

    /** With F = U S V^T the ridge form is the sum of s^2 / (s^2 + lambda) (u^T r)^2. */
    private static JointStatistic ridge(final Nuisance nuisance, final double[][] f, final double lambda) {
        final int q = f.length;
        final double[][] gram = new double[q][q];
        for (int j = 0; j < q; j++) {
            for (int k = 0; k < q; k++) {
                gram[j][k] = OrthonormalBasis.dot(f[j], f[k]);
            }
        }
        final EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(gram, false));
        final double[][] directions = new double[q][f[0].length];
        final double[] weights = new double[q];
        for (int l = 0; l < q; l++) {
            final double squared = eigen.getRealEigenvalue(l);
            if (!(squared > NOTHING * eigen.getRealEigenvalue(0))) {
                continue;
            }
            for (int j = 0; j < q; j++) {
                OrthonormalBasis.addScaled(directions[l], f[j], eigen.getV().getEntry(j, l) / Math.sqrt(squared));
            }
            weights[l] = squared / (squared + lambda);
        }
        return new JointStatistic(nuisance, AssociationScore.Sign.ANY, directions, weights);
    }

    private static JointStatistic hsic(final Nuisance nuisance, final double[][] f, final AssociationScore.Sign sign) {
        final double[][] directions = new double[f.length][];
        final double[] weights = new double[f.length];
        double sum = 0;
        for (int j = 0; j < f.length; j++) {
            final double length = OrthonormalBasis.norm(f[j]);
            directions[j] = Arrays.stream(f[j]).map(x -> length > 0 ? x / length : 0).toArray();
            weights[j] = length * length;
            sum += weights[j];
        }
        for (int j = 0; j < f.length; j++) {
            weights[j] /= sum;
        }
        return new JointStatistic(nuisance, sign, directions, weights);
    }

    /**
     * @param y a phenotype, in any unit
     * @return T, between 0 and 1; 0 where the covariates explain all of it
     */
    public double of(final double[] y) {
        final double[] r = m_nuisance.residual(y);
        final double length = OrthonormalBasis.norm(r);
        if (!(length > NOTHING * OrthonormalBasis.norm(y))) {
            return 0;
        }
        double sum = 0;
        for (int l = 0; l < m_directions.length; l++) {
            final double a = m_sign.magnitude(OrthonormalBasis.dot(m_directions[l], r) / length);
            sum += m_weights[l] * a * a;
        }
        return Math.min(1, sum);
    }
}
