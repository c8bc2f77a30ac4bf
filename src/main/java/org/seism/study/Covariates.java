package org.seism.study;

import java.util.List;

/**
 * Numeric covariates of the sequences, without the intercept, which is always added by the engine.
 *
 * @param names one per covariate
 * @param values {@code values[covariate][sequence]}; never changed after construction
 */
public record Covariates(List<String> names, double[][] values) {

    /** No covariate but the intercept. */
    public static final Covariates NONE = new Covariates(List.of(), new double[0][]);

    /** Copies the list of names and checks that there is one per column. */
    public Covariates {
        names = List.copyOf(names);
        if (names.size() != values.length) {
            throw new IllegalArgumentException(names.size() + " names for " + values.length + " covariates");
        }
    }

    /** @return number of covariates */
    public int size() {
        return names.size();
    }

    /**
     * @param rows indices of the sequences to keep
     * @return the covariates of these sequences
     */
    public Covariates subset(final int[] rows) {
        final double[][] kept = new double[values.length][rows.length];
        for (int c = 0; c < values.length; c++) {
            for (int r = 0; r < rows.length; r++) {
                kept[c][r] = values[c][rows[r]];
            }
        }
        return new Covariates(names, kept);
    }
}
