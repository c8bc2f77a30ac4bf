package org.seism.inference.effect;

/**
 * Laws of a statistic V within the selection event under a tilt exp(kappa V): an exponential family of one parameter, so that
 * P(V >= v) rises with kappa. Inverting it gives intervals that keep their level given the event (Fithian, Sun, Taylor,
 * <em>Optimal inference after model selection</em>, 2014; METHOD, section 17).
 */
abstract class TiltedFamily {
    private static final int HALVINGS = 60;
    /** A level that is only just reached at the end of what is known is one that the tail tends to and never passes. */
    private static final double PASSED = 1e-3;

    /** @return least parameter at which probabilities are known */
    abstract double least();

    /** @return largest parameter at which probabilities are known */
    abstract double most();

    /**
     * @param kappa the parameter
     * @param ties share of V = v that counts, 0 to 1
     * @return P(V > v) + ties P(V = v), v the observed value
     */
    abstract double tail(double kappa, double ties);

    /**
     * @param level a probability
     * @param ties share of ties that counts
     * @return the parameter at which the tail has that probability; infinite where none within reach has
     */
    final double solve(final double level, final double ties) {
        double low = least();
        double high = most();
        if (tail(low, ties) > level - PASSED) {
            return Double.NEGATIVE_INFINITY;
        }
        if (tail(high, ties) < level + PASSED) {
            return Double.POSITIVE_INFINITY;
        }
        for (int k = 0; k < HALVINGS && high - low > 1e-9 * (1 + Math.abs(low)); k++) {
            final double middle = (low + high) / 2;
            if (tail(middle, ties) > level) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }
}
