package org.seism.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Corrections for testing several motifs (METHOD, section 12). */
public final class Multiplicity {
    /**
     * A p-value among those of hypotheses of which none comes before another.
     *
     * @param holm Holm's adjusted p-value
     * @param bh Benjamini and Hochberg's q-value
     */
    public record Adjusted(double holm, double bh) {
    }

    private Multiplicity() {
    }

    /**
     * @param p p-values in any order
     * @return what each comes to among them, in the same order
     */
    public static List<Adjusted> adjusted(final double[] p) {
        final double[] holm = holm(p);
        final double[] bh = benjaminiHochberg(p);
        return IntStream.range(0, p.length).mapToObj(j -> new Adjusted(holm[j], bh[j])).toList();
    }

    /**
     * Holm's step-down adjustment (Scandinavian Journal of Statistics 1979): controls the family-wise error rate.
     *
     * @param p p-values in any order
     * @return adjusted p-values in the same order
     */
    public static double[] holm(final double[] p) {
        final int[] order = ascending(p);
        final double[] adjusted = new double[p.length];
        double largest = 0;
        for (int k = 0; k < order.length; k++) {
            largest = Math.max(largest, Math.min(1, (p.length - k) * p[order[k]]));
            adjusted[order[k]] = largest;
        }
        return adjusted;
    }

    /**
     * Benjamini and Hochberg's step-up adjustment (Journal of the Royal Statistical Society B 1995): controls the false
     * discovery rate.
     *
     * @param p p-values in any order
     * @return q-values in the same order
     */
    public static double[] benjaminiHochberg(final double[] p) {
        final int[] order = ascending(p);
        final double[] adjusted = new double[p.length];
        double smallest = 1;
        for (int k = order.length - 1; k >= 0; k--) {
            smallest = Math.min(smallest, p[order[k]] * p.length / (k + 1));
            adjusted[order[k]] = smallest;
        }
        return adjusted;
    }

    /**
     * ForwardStop (G'Sell, Wager, Chouldechova, Tibshirani, <em>Sequential selection procedures and false discovery rate
     * control</em>, JRSS B 2016): the largest k with -(1/k) sum of log(1 - p_i), i = 1..k, at most alpha.
     *
     * @param p sequential p-values in order of selection
     * @param alpha false discovery rate
     * @return how many motifs to keep, 0 to p.length
     */
    public static int forwardStop(final double[] p, final double alpha) {
        int keep = 0;
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum -= Math.log1p(-Math.min(1, p[k]));
            if (sum / (k + 1) <= alpha) {
                keep = k + 1;
            }
        }
        return keep;
    }

    /**
     * p-values of a list (METHOD, section 8): max(p_1..p_j). The hypotheses are nested, so that only the first true one can cause
     * a first error: keeping motifs while it is at most alpha bounds the family-wise error by alpha, whatever the dependence.
     *
     * @param p p-values of the steps in order of selection
     * @return p-values that never fall
     */
    public static double[] listP(final double[] p) {
        final double[] list = p.clone();
        for (int k = 1; k < list.length; k++) {
            list[k] = Math.max(list[k - 1], list[k]);
        }
        return list;
    }

    private static int[] ascending(final double[] p) {
        return IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble(i -> p[i])).mapToInt(Integer::intValue)
            .toArray();
    }

    /**
     * @param p p-values of repeated splits of the same data
     * @return twice their median, at most 1: valid whatever their dependence (R&uuml;schendorf 1982; Meinshausen, Meier,
     *         B&uuml;hlmann 2009)
     */
    public static double twiceMedian(final double[] p) {
        final double[] sorted = p.clone();
        Arrays.sort(sorted);
        final int n = sorted.length;
        final double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return n == 1 ? median : Math.min(1, 2 * median);
    }
}
