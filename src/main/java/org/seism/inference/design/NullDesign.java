package org.seism.inference.design;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.seism.linear.BlockSpectrum;
import org.seism.linear.LogisticFit;
import org.seism.linear.NormalScores;
import org.seism.linear.OrthonormalBasis;
import org.seism.linear.RestrictedLikelihood;
import org.seism.linear.Whitening;

/**
 * A null model with all that it needs of a study, fixed before the selection (METHOD, section 9).
 *
 * @param model the model
 * @param y the phenotype that motifs are selected for and tested with: the user's or scores of it
 * @param covariates {@code [covariate][sequence]} that selection and tests adjust for: the user's, after the indicators of
 *            bins where there are any
 * @param bins bin of each sequence; exchanges stay within bins
 * @param tilt log weight of a unit of y' per sequence; null where all arrangements weigh the same
 * @param whitening what makes the noise of related sequences independent; the phenotype has been whitened, the covariates have not
 */
public record NullDesign(NullModel model, double[] y, double[][] covariates, int[] bins, double[] tilt, Whitening whitening) {
    /** Bins of fitted values, where there are enough sequences. */
    private static final int BINS = 10;
    /** A bin of fewer sequences has next to nothing to exchange: few sequences have fewer bins. */
    private static final int SMALLEST_BIN = 5;

    /**
     * A design for sequences that have nothing to do with each other.
     *
     * @param model the model
     * @param y the phenotype
     * @param covariates {@code [covariate][sequence]}
     * @param bins bin of each sequence
     * @param tilt log weight of a unit of y' per sequence, or null
     */
    public NullDesign(final NullModel model, final double[] y, final double[][] covariates, final int[] bins, final double[] tilt) {
        this(model, y, covariates, bins, tilt, Whitening.NONE);
    }

    /**
     * The gaussian null of related sequences (METHOD, section 19): noise with covariance h K + (1 - h) I. Exact where h is known.
     *
     * @param transform what becomes of the phenotype beforehand
     * @param phenotype the user's phenotype
     * @param covariates the user's covariates
     * @param k decomposition of K
     * @param heritability h, or not a number where it is to be estimated by restricted maximum likelihood
     * @return the design
     */
    public static NullDesign related(final PhenotypeTransform transform, final double[] phenotype, final double[][] covariates,
        final BlockSpectrum k, final double heritability) {
        final double[] y = transform.of(phenotype);
        final Whitening whitening = Whitening.of(k,
            Double.isNaN(heritability) ? new RestrictedLikelihood(k, y, covariates).maximum() : heritability);
        return new NullDesign(NullModel.GAUSSIAN, whitening.apply(y), covariates, new int[y.length], null, whitening);
    }

    /**
     * @param model the model
     * @param transform what becomes of the phenotype beforehand
     * @param phenotype the user's phenotype
     * @param covariates the user's covariates
     * @return the design
     * @throws org.seism.InputException if the covariates separate the two classes of the conditional model
     */
    public static NullDesign of(final NullModel model, final PhenotypeTransform transform, final double[] phenotype,
        final double[][] covariates) {
        final double[] y = transform.of(phenotype);
        return switch (model) {
            case GAUSSIAN, PERMUTATION -> plain(model, y, covariates);
            case CONDITIONAL -> conditional(y, covariates);
            case RANK_BINNED -> rankBinned(y, covariates);
        };
    }

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

    private static NullDesign conditional(final double[] y, final double[][] covariates) {
        final double[] values = Arrays.stream(y).distinct().sorted().toArray();
        if (values.length != 2) {
            throw new IllegalArgumentException(values.length + " classes");
        }
        final boolean[] one = new boolean[y.length];
        for (int i = 0; i < one.length; i++) {
            one[i] = y[i] == values[1];
        }
        final double[] eta = LogisticFit.linearPredictor(one, covariates);
        return new NullDesign(NullModel.CONDITIONAL, y, covariates, new int[y.length],
            Arrays.stream(eta).map(t -> t / (values[1] - values[0])).toArray());
    }

    /** Normal scores, and bins of their fit on the covariates. */
    private static NullDesign rankBinned(final double[] y, final double[][] covariates) {
        final double[] u = NormalScores.of(y);
        final double[] fitted = OrthonormalBasis.ofCovariates(u.length, covariates).project(u);
        // rounding must not part fitted values that are equal, as those of a nominal covariate are
        final double unit = 1e-9 * Math.max(1, OrthonormalBasis.norm(fitted));
        final int[] bins = NormalScores.bins(Arrays.stream(fitted).map(f -> Math.rint(f / unit) * unit).toArray(),
            Math.max(1, Math.min(BINS, u.length / SMALLEST_BIN)));
        final int[] present = Arrays.stream(bins).distinct().sorted().toArray();
        final double[][] all = new double[present.length - 1 + covariates.length][];
        for (int k = 1; k < present.length; k++) {
            final int bin = present[k];
            all[k - 1] = IntStream.of(bins).mapToDouble(b -> b == bin ? 1 : 0).toArray();
        }
        System.arraycopy(covariates, 0, all, present.length - 1, covariates.length);
        return new NullDesign(NullModel.RANK_BINNED, u, all, bins, null);
    }
}
