package org.seism.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.seism.inference.Multiplicity;

/**
 * What p-values come to once it is counted how many motifs were tested (METHOD, section 8).
 */
public sealed interface Verdict permits Verdict.None, Verdict.Listed, Verdict.Single {
    /** Without a p-value there is no verdict. */
    Verdict NONE = new None();

    /** No verdict. */
    record None() implements Verdict {
        @Override
        public boolean kept() {
            return false;
        }
    }

    /**
     * A motif of a list that is kept up to a point. BH over a list is not offered: it could keep a motif without the one before it.
     *
     * @param p p-value of the list up to this motif
     * @param adjusted Holm's adjusted p-value
     * @param kept whether the list's p-value is at most alpha
     * @param forwardStop whether ForwardStop keeps the motif
     */
    record Listed(double p, double adjusted, boolean kept, boolean forwardStop) implements Verdict {
        @Override
        public Optional<Double> list() {
            return Optional.of(p);
        }

        @Override
        public Optional<Double> holm() {
            return Optional.of(adjusted);
        }
    }

    /**
     * A motif whose hypothesis stands for itself: the partial ones are no list, nor are motifs given beforehand.
     *
     * @param adjusted Holm's adjusted p-value
     * @param q Benjamini and Hochberg's q-value
     * @param kept whether Holm's is at most alpha
     */
    record Single(double adjusted, double q, boolean kept) implements Verdict {
        @Override
        public Optional<Double> holm() {
            return Optional.of(adjusted);
        }

        @Override
        public Optional<Double> bh() {
            return Optional.of(q);
        }
    }

    /** @return whether the motif is kept */
    boolean kept();

    /** @return p-value of the list up to this motif */
    default Optional<Double> list() {
        return Optional.empty();
    }

    /** @return Holm's adjusted p-value */
    default Optional<Double> holm() {
        return Optional.empty();
    }

    /** @return Benjamini and Hochberg's q-value */
    default Optional<Double> bh() {
        return Optional.empty();
    }

    /** @return whether ForwardStop keeps the motif */
    default boolean forwardStop() {
        return false;
    }

    /**
     * @param p p-values of motifs in order of rank, each given those before it
     * @param alpha level
     * @return the verdicts on them as a list
     */
    static List<Verdict> ofList(final double[] p, final double alpha) {
        final double[] holm = Multiplicity.holm(p);
        final double[] list = Multiplicity.listP(p);
        final int forward = Multiplicity.forwardStop(p, alpha);
        final List<Verdict> verdicts = new ArrayList<>();
        for (int j = 0; j < p.length; j++) {
            verdicts.add(new Listed(list[j], holm[j], list[j] <= alpha, j < forward));
        }
        return verdicts;
    }

    /**
     * @param p p-values of hypotheses of which none comes before another
     * @param alpha level
     * @return the verdicts on them
     */
    static List<Verdict> ofSingles(final double[] p, final double alpha) {
        return Multiplicity.adjusted(p).stream().<Verdict> map(a -> new Single(a.holm(), a.bh(), a.holm() <= alpha)).toList();
    }
}
