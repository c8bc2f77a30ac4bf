package org.seism.selection;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.linear.RealMatrix;
import org.seism.linear.OrthonormalBasis;
import org.seism.motif.WordMotif;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** The refinement as METHOD section 6 says it: every motif by scanning every window, nothing kept, nothing shared. */
final class BruteForceRefinement {
    private final SequenceSet m_set;
    private final Strands m_strands;
    private final AssociationScore m_score;
    private final List<double[]> m_points = new ArrayList<>();

    BruteForceRefinement(final SequenceSet set, final Strands strands, final AssociationScore score, final int resolution) {
        m_set = set;
        m_strands = strands;
        m_score = score;
        points(new double[set.alphabet().size()], 0, resolution, resolution);
    }

    private void points(final double[] point, final int letter, final int left, final int m) {
        if (letter == point.length) {
            if (left == 0) {
                m_points.add(point.clone());
            }
            return;
        }
        for (int k = left; k >= 0; k--) {
            point[letter] = (double)k / m;
            points(point, letter + 1, left - k, m);
        }
    }

    List<double[]> points() {
        return m_points;
    }

    static double[][] columns(final WordMotif word) {
        final double[][] z = new double[word.width()][word.alphabet().size()];
        for (int c = 0; c < z.length; c++) {
            for (int a = 0; a < z[c].length; a++) {
                z[c][a] = (word.mask(c) >> a & 1) != 0 ? 1.0 / Integer.bitCount(word.mask(c)) : 0;
            }
        }
        return z;
    }

    double[] activation(final double[][] z, final double bandwidth) {
        final double[] phi = new double[m_set.size()];
        final Alphabet alphabet = m_set.alphabet();
        for (int i = 0; i < phi.length; i++) {
            for (int start = 0; start + z.length <= m_set.length(i); start++) {
                double forward = 0;
                double reverse = 0;
                for (int c = 0; c < z.length; c++) {
                    final int u = m_set.code(i, start + c);
                    final int v = m_set.code(i, start + z.length - 1 - c);
                    forward += u < 0 ? Double.POSITIVE_INFINITY : distance(z[c], u);
                    reverse += v < 0 || m_strands == Strands.SINGLE ? Double.POSITIVE_INFINITY
                        : distance(z[c], alphabet.complement(v));
                }
                phi[i] = Math.max(phi[i], Math.exp(-Math.min(forward, reverse) / (2 * bandwidth * bandwidth)));
            }
        }
        return phi;
    }

    private static double distance(final double[] column, final int letter) {
        double d = 0;
        for (int a = 0; a < column.length; a++) {
            final double difference = column[a] - (a == letter ? 1 : 0);
            d += difference * difference;
        }
        return d;
    }

    double score(final double[] phi, final RealMatrix q, final double[] y) {
        final double[] f = q.operate(phi);
        final double norm = OrthonormalBasis.dot(f, f);
        if (!(norm >= 1e-10 * OrthonormalBasis.dot(phi, phi)) || norm == 0) {
            return -1;
        }
        final double a = OrthonormalBasis.dot(f, y);
        return m_score.kind() == AssociationScore.Kind.HSIC ? a * a : a * a / (norm + m_score.lambda());
    }

    double[][] refine(final WordMotif seed, final RealMatrix q, final double[] y, final int maxSweeps) {
        final double[][] z = columns(seed);
        for (int sweep = 0; sweep < maxSweeps; sweep++) {
            boolean changed = false;
            for (int c = 0; c < z.length; c++) {
                final double[] present = z[c];
                final double stay = score(activation(z, seed.bandwidth()), q, y);
                final double[] scores = new double[m_points.size()];
                double best = stay;
                for (int p = 0; p < scores.length; p++) {
                    z[c] = m_points.get(p);
                    scores[p] = score(activation(z, seed.bandwidth()), q, y);
                    best = Math.max(best, scores[p]);
                }
                z[c] = present;
                for (int p = 0; p < scores.length && !(stay > best * (1 - 1e-9)); p++) {
                    if (scores[p] > best * (1 - 1e-9)) {
                        z[c] = m_points.get(p);
                        changed = true;
                        break;
                    }
                }
            }
            if (!changed) {
                break;
            }
        }
        return z;
    }
}
