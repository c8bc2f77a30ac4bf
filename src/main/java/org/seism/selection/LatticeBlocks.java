package org.seism.selection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.seism.candidate.WindowScan;
import org.seism.linear.CircleRoots;
import org.seism.linear.Nuisance;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.Strata;

/**
 * Activations of all motifs that differ in one column only, for one basis B and one bandwidth. They don't depend on the
 * phenotype, and chains come back to the same motifs again and again, so the blocks used last are kept. Safe for use by
 * several threads.
 */
final class LatticeBlocks {
    /** Bytes of blocks kept per step; a block of 200 sequences and 10 points takes 4 kB. */
    private static final long MEMORY = 64L << 20;

    private final WindowScan m_scan;
    private final Lattice m_lattice;
    private final Nuisance m_nuisance;
    private final AssociationScore m_score;
    /** Activation by distance in units; the last entry is that of a sequence without a window. */
    private final double[] m_exp;
    private final Map<String, Block> m_kept;

    LatticeBlocks(final WindowScan scan, final Lattice lattice, final double bandwidth, final Nuisance nuisance,
        final AssociationScore score) {
        m_scan = scan;
        m_lattice = lattice;
        m_nuisance = nuisance;
        m_score = score;
        // a column costs at most 2
        final int largest = (int)Math.round(2 * scan.width() / lattice.unit());
        m_exp = new double[largest + 2];
        Arrays.setAll(m_exp, d -> d > largest ? 0 : Math.exp(-d * lattice.unit() / (2 * bandwidth * bandwidth)));
        final int most = (int)Math.max(64, MEMORY / (2L * scan.sequences() * lattice.size()));
        m_kept = new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(final Map.Entry<String, Block> eldest) {
                return size() > most;
            }
        };
    }

    /** All motifs that have these codes but for the given column. */
    Block of(final int[] codes, final int column) {
        final char[] state = new char[codes.length + 1];
        for (int c = 0; c < codes.length; c++) {
            state[c] = (char)codes[c];
        }
        // a code that is no lattice point competes as it is, so it belongs to the block; lattice points are in it anyway
        final int extra = codes[column] < m_lattice.size() ? -1 : codes[column];
        state[column] = (char)(extra < 0 ? 0xffff : extra);
        state[codes.length] = (char)column;
        final String key = new String(state);
        Block block;
        synchronized (m_kept) {
            block = m_kept.get(key);
        }
        if (block == null) {
            block = new Block(codes, column, extra);
            synchronized (m_kept) {
                m_kept.put(key, block);
            }
        }
        return block;
    }

    /** The activations for every lattice point in one column. */
    final class Block {
        /** Points to choose from: the lattice, and one more if the column came from an IUPAC code outside it. */
        private final int m_count;
        private final int m_extra;
        /** Distances in units, {@code [sequence * count + point]}: a quarter of the activations' size. */
        private final short[] m_distances;
        /** 1 / scale of the score per point, NaN for a point that is explained by the basis. */
        private final double[] m_inverse;

        Block(final int[] codes, final int column, final int extra) {
            m_extra = extra;
            m_count = m_lattice.size() + (extra < 0 ? 0 : 1);
            final int[][] costs = new int[codes.length][];
            for (int c = 0; c < codes.length; c++) {
                costs[c] = m_lattice.costs(codes[c]);
            }
            final int[] smallest = m_scan.smallestWithout(costs, column);
            final int n = m_scan.sequences();
            m_distances = new short[n * m_count];
            final int letters = m_scan.letters();
            final int far = farthest(costs, column);
            for (int i = 0; i < n; i++) {
                for (int l = 0; l < m_count; l++) {
                    final int[] cost = m_lattice.costs(l < m_lattice.size() ? l : extra);
                    int d = WindowScan.NONE;
                    for (int b = 0; b < letters; b++) {
                        d = Math.min(d, smallest[i * letters + b] + cost[b]);
                    }
                    if (d >= WindowScan.NONE && m_scan.absentIsFarthest()) {
                        d = far + Arrays.stream(cost).max().orElseThrow();
                    }
                    m_distances[i * m_count + l] = (short)Math.min(d, m_exp.length - 1);
                }
            }
            m_inverse = inverseScales();
        }

        private static int farthest(final int[][] costs, final int without) {
            int far = 0;
            for (int c = 0; c < costs.length; c++) {
                far += c == without ? 0 : Arrays.stream(costs[c]).max().orElseThrow();
            }
            return far;
        }

        private double[] inverseScales() {
            final int n = m_scan.sequences();
            final double[] norm = new double[m_count];
            for (int k = 0; k < m_distances.length; k++) {
                final double phi = m_exp[m_distances[k]];
                norm[k % m_count] += phi * phi;
            }
            final double[] rest = norm.clone();
            subtractStratumSquares(rest);
            for (int k = 0; k < m_nuisance.more().rank(); k++) {
                final double[] loading = products(m_nuisance.more().vector(k));
                for (int l = 0; l < m_count; l++) {
                    rest[l] -= loading[l] * loading[l];
                }
            }
            final double[] inverse = new double[m_count];
            for (int l = 0; l < m_count; l++) {
                if (rest[l] < GreedySelection.CANCELLATION * norm[l]) {
                    final double[] phi = new double[n];
                    for (int i = 0; i < n; i++) {
                        phi[i] = m_exp[m_distances[i * m_count + l]];
                    }
                    final double[] f = m_nuisance.residual(phi);
                    rest[l] = OrthonormalBasis.dot(f, f);
                }
                final boolean competes = rest[l] >= AssociationScore.EXPLAINED * norm[l] && norm[l] > 0;
                inverse[l] = competes ? 1 / m_score.scale(rest[l]) : Double.NaN;
            }
            return inverse;
        }

        private void subtractStratumSquares(final double[] rest) {
            final Strata strata = m_nuisance.strata();
            final double[] sums = new double[strata.count() * m_count];
            final int[] sizes = new int[strata.count()];
            for (int k = 0; k < m_distances.length; k++) {
                sums[strata.of(k / m_count) * m_count + k % m_count] += m_exp[m_distances[k]];
            }
            for (int i = 0; i < strata.size(); i++) {
                sizes[strata.of(i)]++;
            }
            for (int k = 0; k < sums.length; k++) {
                rest[k % m_count] -= sums[k] * sums[k] / sizes[k / m_count];
            }
        }

        private double[] products(final double[] residual) {
            final double[] sums = new double[m_count];
            int k = 0;
            for (final double r : residual) {
                for (int l = 0; l < sums.length; l++) {
                    sums[l] += r * m_exp[m_distances[k + l]];
                }
                k += sums.length;
            }
            return sums;
        }

        private int code(final int point) {
            return point < m_lattice.size() ? point : m_extra;
        }

        private int point(final int code) {
            return code < m_lattice.size() ? code : m_lattice.size();
        }

        /**
         * @param code the column's present code
         * @param residual Q y
         * @return the code with the largest score; ties: the present one, else the lowest
         */
        int best(final int code, final double[] residual) {
            final double[] ratio = products(residual);
            for (int l = 0; l < m_count; l++) {
                ratio[l] = m_score.sign().magnitude(ratio[l]) * m_inverse[l];
            }
            return code(largest(point(code), ratio));
        }

        private int largest(final int stay, final double[] ratio) {
            double best = 0;
            for (final double r : ratio) {
                best = r * r > best ? r * r : best;
            }
            final double enough = best * (1 - AssociationScore.TIE);
            if (!(best > 0) || ratio[stay] * ratio[stay] > enough) {
                return stay;
            }
            int l = 0;
            while (!(ratio[l] * ratio[l] > enough)) {
                l++;
            }
            return l;
        }

        /**
         * The same on a half circle of residuals r0 + cos(t) rc + sin(t) rs: narrows the cell around t to where the choice
         * stays the same.
         */
        int best(final int code, final double[][] circle, final double t, final double[] cell) {
            final double[] a = products(circle[0]);
            final double[] b = products(circle[1]);
            final double[] c = products(circle[2]);
            final double[] ratio = new double[m_count];
            double size = 0;
            for (int l = 0; l < m_count; l++) {
                a[l] *= m_inverse[l];
                b[l] *= m_inverse[l];
                c[l] *= m_inverse[l];
                ratio[l] = a[l] + b[l] * Math.cos(t) + c[l] * Math.sin(t);
                if (!Double.isNaN(ratio[l])) {
                    size = Math.max(size, Math.abs(a[l]) + Math.abs(b[l]) + Math.abs(c[l]));
                }
            }
            int largest = point(code);
            for (int l = 0; l < m_count; l++) {
                largest = m_score.sign().magnitude(ratio[l]) > m_score.sign().magnitude(ratio[largest]) ? l : largest;
            }
            if (m_score.sign() == AssociationScore.Sign.POSITIVE) {
                // where every score is 0 the column stays, so a change of sign decides too
                final boolean none = !(ratio[largest] > 0);
                final double[] zeros = new double[2];
                for (int l = none ? 0 : largest; l < (none ? m_count : largest + 1); l++) {
                    narrow(cell, zeros, CircleRoots.add(a[l], b[l], c[l], zeros, 0), t);
                }
                if (none) {
                    return code;
                }
            }
            // on a continuum only points that are tied for every t can be tied at a t; of those the tie rule takes one
            final double limit = AssociationScore.TIE * size;
            final int stay = point(code);
            int best = -1;
            final double[] roots = new double[2];
            for (int l = 0; l < m_count; l++) {
                if (distance(a, b, c, l, largest, 1) <= limit
                    || m_score.sign() == AssociationScore.Sign.ANY && distance(a, b, c, l, largest, -1) <= limit) {
                    best = best < 0 || l == stay ? l : best;
                    continue;
                }
                for (int sign = -1; sign <= 1; sign += 2) {
                    // NaN for a point that is explained: no roots
                    final int count = CircleRoots.add(a[l] + sign * a[largest], b[l] + sign * b[largest],
                        c[l] + sign * c[largest], roots, 0);
                    narrow(cell, roots, count, t);
                }
            }
            return code(best);
        }

        private static void narrow(final double[] cell, final double[] roots, final int count, final double t) {
            for (int k = 0; k < count; k++) {
                if (roots[k] <= t) {
                    cell[0] = Math.max(cell[0], roots[k]);
                } else {
                    cell[1] = Math.min(cell[1], roots[k]);
                }
            }
        }

        /** How far two sinusoids are from being equal (sign -1: opposite) for every angle. */
        private static double distance(final double[] a, final double[] b, final double[] c, final int k, final int l,
            final int sign) {
            return Math.abs(a[k] - sign * a[l]) + Math.abs(b[k] - sign * b[l]) + Math.abs(c[k] - sign * c[l]);
        }
    }
}
