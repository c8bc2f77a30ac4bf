package org.seism.study;

/**
 * One number per sequence: a measured activity, or 1 for cases and 0 for controls.
 *
 * @param name the column or file it comes from
 * @param values one per sequence, finite; never changed after construction
 * @param positiveClass the class coded as 1 where the phenotype was nominal, else the empty string
 */
public record Phenotype(String name, double[] values, String positiveClass) {

    /**
     * @param name the column or file it comes from
     * @param values one per sequence
     * @return a numeric phenotype
     */
    public static Phenotype numeric(final String name, final double[] values) {
        return new Phenotype(name, values, "");
    }

    /** @return whether the values are of exactly two kinds, as in a case/control study */
    public boolean isBinary() {
        double first = Double.NaN;
        double second = Double.NaN;
        for (final double v : values) {
            if (Double.isNaN(first) || v == first) {
                first = v;
            } else if (Double.isNaN(second) || v == second) {
                second = v;
            } else {
                return false;
            }
        }
        return !Double.isNaN(second);
    }

    /**
     * @param rows indices of the sequences to keep
     * @return the phenotype of these sequences
     */
    public Phenotype subset(final int[] rows) {
        final double[] kept = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            kept[r] = values[rows[r]];
        }
        return new Phenotype(name, kept, positiveClass);
    }
}
