package org.seism.inference.event;

/**
 * A null model with all that it needs of a study, fixed before the selection (METHOD, section 9).
 *
 * @param model the model
 * @param y the phenotype that motifs are selected for and tested with: the user's or scores of it
 * @param covariates {@code [covariate][sequence]} that selection and tests adjust for: the user's, after the indicators of
 *            bins where there are any
 * @param bins bin of each sequence; exchanges stay within bins
 * @param tilt log weight of a unit of y' per sequence; null where all arrangements weigh the same
 */
public record NullDesign(NullModel model, double[] y, double[][] covariates, int[] bins, double[] tilt) {

    /**
     * A design that leaves phenotype and covariates as they are: the gaussian null, or plain permutation.
     *
     * @param model the model
     * @param y phenotype
     * @param covariates covariates
     * @return the design
     */
    public static NullDesign plain(final NullModel model, final double[] y, final double[][] covariates) {
        return new NullDesign(model, y, covariates, new int[y.length], null);
    }
}
