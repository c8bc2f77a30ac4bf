package org.seism.study.check;

import java.util.Locale;
import java.util.Optional;

/**
 * Skewness and excess kurtosis of the residuals of the null fit. The gaussian null is not honest where they are far from 0
 * (METHOD, section 9).
 *
 * @param skewness third standardised moment
 * @param kurtosis fourth standardised moment less 3
 * @param twoClasses whether the phenotype has two values only
 */
public record NoiseShape(double skewness, double kurtosis, boolean twoClasses) {
    private static final double SKEWED = 0.5;
    private static final double HEAVY = 1;

    /**
     * @param residuals of the null fit
     * @param twoClasses whether the phenotype has two values only
     * @return their shape
     */
    public static NoiseShape of(final double[] residuals, final boolean twoClasses) {
        double mean = 0;
        for (final double r : residuals) {
            mean += r / residuals.length;
        }
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (final double r : residuals) {
            final double d = r - mean;
            second += d * d / residuals.length;
            third += d * d * d / residuals.length;
            fourth += d * d * d * d / residuals.length;
        }
        return second > 0 ? new NoiseShape(third / Math.pow(second, 1.5), fourth / (second * second) - 3, twoClasses)
            : new NoiseShape(0, 0, twoClasses);
    }

    /** @return whether normal noise is a fair description */
    public boolean isNormal() {
        return !twoClasses && Math.abs(skewness) <= SKEWED && kurtosis <= HEAVY;
    }

    /** @return the warning that the gaussian null needs, or empty */
    public Optional<StudyCheck> check() {
        if (isNormal()) {
            return Optional.empty();
        }
        final String what = twoClasses ? "The phenotype has two classes, which are not normal noise"
            : String.format(Locale.ROOT, "The noise is not normal (skewness %.2f, excess kurtosis %.2f)", skewness, kurtosis);
        return Optional.of(new StudyCheck(StudyCheck.Kind.NOISE,
            what + ": p-values of the gaussian null can be far too small.", twoClasses ? "Use the permutation null, the default."
                : "Use the permutation null, the default, or transform the phenotype to ranks (--transform rank)."));
    }
}
