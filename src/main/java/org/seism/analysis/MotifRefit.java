package org.seism.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.seism.InputException;
import org.seism.linear.LeastSquares;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;
import org.seism.study.Study;

/**
 * The selected motifs as one network: the joint ridge regression of the phenotype on covariates and all motifs' activations,
 * and how well it predicts sequences that its coefficients were not fitted on (k-fold cross-validation). Descriptive: only
 * the coefficients are cross-validated, the motifs themselves were chosen on all data, so the prediction looks better than
 * it would be for new sequences. Tests are what {@link org.seism.analysis.verdict.MotifTest} holds.
 *
 * @param intercept of the fit to all data
 * @param covariates coefficients of the covariates, not shrunken, in units of the phenotype per unit
 * @param motifs coefficients of the motifs in order of rank, in units of the phenotype per unit of activation
 * @param lambda ridge penalty in force: on squared coefficients of standardised activations, times the number of sequences
 * @param folds number of folds
 * @param measure what the quality is
 * @param quality cross-validated R2 or AUC of covariates and motifs together
 * @param baseline the same of covariates alone; 0 or 0.5 without covariates
 * @param incomplete number of folds in which a covariate or motif is constant or a combination of the others, and has no part
 */
public record MotifRefit(double intercept, double[] covariates, double[] motifs, double lambda, int folds, Measure measure,
    double quality, double baseline, int incomplete) {

    /** How predictions are judged. */
    public enum Measure {
        /** 1 - squared error / squared error of the mean, for numbers. May be negative. */
        R2,
        /** Area under the ROC curve, for case/control. */
        AUC
    }

    /** What every reader of the numbers must know. */
    public static final String REMARK = "Descriptive: only the coefficients are cross-validated. The motifs were chosen on all "
        + "sequences, so new sequences will be predicted less well.";

    /** Folds where nothing else is asked for. */
    public static final int FOLDS = 5;

    /** Penalty where nothing else is asked for: little, but enough for motifs that are nearly the same. */
    public static final double LAMBDA = 0.01;

    /**
     * @param study the data
     * @param activations {@code [motif][sequence]}
     * @param lambda ridge penalty, at least 0, relative to the number of sequences
     * @param folds number of folds, at least 2
     * @param seed seed of the folds
     * @return the refit
     * @throws InputException for a setting out of range or too few sequences
     */
    public static MotifRefit of(final Study study, final double[][] activations, final double lambda, final int folds,
        final long seed) {
        final int n = study.size();
        if (study.kinship().isPresent()) {
            throw new InputException("The sequences are related (" + study.kinship().get().source()
                + "): folds of a cross-validation would not be independent.", "Leave out the joint fit.");
        }
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new InputException("The ridge penalty of the refit is " + lambda + ".", "Give 0 or a positive number.");
        }
        if (folds < 2 || folds > n) {
            throw new InputException("The refit has " + folds + " folds for " + n + " sequences.",
                "Give from 2 to the number of sequences.");
        }
        final double[][] w = study.covariates().values();
        if (n - (n + folds - 1) / folds < w.length + 2) {
            throw new InputException("Too few sequences (" + n + ") for a refit with " + w.length + " covariates.",
                "Use more sequences or fewer covariates.");
        }
        final double[] y = study.phenotype().values();
        final boolean binary = study.phenotype().isBinary();
        final int[] fold = folds(y, binary, folds, seed);
        final Fit all = Fit.of(rows(fold, -1), y, w, activations, lambda);
        final double[] beta = all.coefficients();
        final List<Fit> fits = fits(y, fold, folds, w, activations, lambda);
        return new MotifRefit(beta[0], Arrays.copyOfRange(beta, 1, 1 + w.length), Arrays.copyOfRange(beta, 1 + w.length, beta.length),
            lambda, folds, binary ? Measure.AUC : Measure.R2, quality(y, binary, fold, fits, w, activations),
            w.length == 0 ? binary ? 0.5 : 0 : quality(y, binary, fold, fits(y, fold, folds, w, new double[0][], lambda), w, new double[0][]),
            (int)fits.stream().filter(f -> !f.complete()).count());
    }

    /**
     * @param tested motifs with their tests
     * @param results the same motifs with their activations
     * @param seed seed of the folds
     * @return the refit with the default penalty and number of folds
     * @throws InputException if there are too few sequences
     */
    public static MotifRefit of(final TestedMotifs tested, final List<MotifResult> results, final long seed) {
        return of(tested.selection().study(), results.stream().map(MotifResult::activations).toArray(double[][]::new), LAMBDA,
            Math.min(FOLDS, tested.selection().study().size()), seed);
    }

    /** @return what limits the fit, full sentences; empty where nothing does */
    public List<String> caveats() {
        return incomplete == 0 ? List.of() : List.of("Joint fit: in " + incomplete + " of " + folds + " folds a covariate or motif is "
            + "constant or a combination of the others, and has no part in the prediction there.");
    }

    /** Fold of every sequence; each class is spread evenly where there are two. */
    private static int[] folds(final double[] y, final boolean binary, final int folds, final long seed) {
        final int[] order = PermutationSampler.natural(y.length);
        PermutationSampler.shuffle(RandomStreams.of(seed, StreamPurpose.REFIT), order);
        final int[] fold = new int[y.length];
        int next = 0;
        final double first = y[0];
        for (int part = 0; part < 2; part++) {
            for (final int i : order) {
                if (!binary ? part == 0 : (y[i] == first) == (part == 0)) {
                    fold[i] = next++ % folds;
                }
            }
        }
        return fold;
    }

    private static int[] rows(final int[] fold, final int without) {
        return IntStream.range(0, fold.length).filter(i -> fold[i] != without).toArray();
    }

    /** One fit per fold, without it. */
    private static List<Fit> fits(final double[] y, final int[] fold, final int folds, final double[][] w,
        final double[][] activations, final double lambda) {
        return IntStream.range(0, folds).mapToObj(f -> Fit.of(rows(fold, f), y, w, activations, lambda)).toList();
    }

    private static double quality(final double[] y, final boolean binary, final int[] fold, final List<Fit> fits, final double[][] w,
        final double[][] activations) {
        final double[] predicted = new double[y.length];
        final double[] mean = new double[y.length];
        final List<Double> areas = new ArrayList<>();
        for (int f = 0; f < fits.size(); f++) {
            final int[] train = rows(fold, f);
            final Fit fit = fits.get(f);
            final double average = Arrays.stream(train).mapToDouble(i -> y[i]).average().orElse(0);
            final List<Integer> held = new ArrayList<>();
            for (int i = 0; i < y.length; i++) {
                if (fold[i] == f) {
                    predicted[i] = fit.predict(i, w, activations);
                    mean[i] = average;
                    held.add(i);
                }
            }
            if (binary) {
                final double area = auc(held, y, predicted);
                if (!Double.isNaN(area)) {
                    areas.add(area);
                }
            }
        }
        if (binary) {
            // within folds only: predictions of different fits are not on one scale
            return areas.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        }
        double error = 0;
        double total = 0;
        for (int i = 0; i < y.length; i++) {
            error += (y[i] - predicted[i]) * (y[i] - predicted[i]);
            total += (y[i] - mean[i]) * (y[i] - mean[i]);
        }
        return 1 - error / total;
    }

    /** Mann and Whitney's statistic; NaN where a class is missing. */
    private static double auc(final List<Integer> rows, final double[] y, final double[] predicted) {
        final double high = Arrays.stream(y).max().orElseThrow();
        final double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).rank(rows.stream().mapToDouble(i -> predicted[i]).toArray());
        double sum = 0;
        int cases = 0;
        for (int k = 0; k < ranks.length; k++) {
            if (y[rows.get(k)] == high) {
                sum += ranks[k];
                cases++;
            }
        }
        final double pairs = (double)cases * (ranks.length - cases);
        return pairs == 0 ? Double.NaN : (sum - cases * (cases + 1) / 2.0) / pairs;
    }

    /**
     * Ridge regression as least squares with one more row per motif, so that nothing is squared before it is solved.
     *
     * @param coefficients intercept, covariates, motifs
     * @param complete whether every column has its part in it
     */
    private record Fit(double[] coefficients, boolean complete) {

        static Fit of(final int[] rows, final double[] y, final double[][] w, final double[][] phi, final double lambda) {
            final int p = w.length + phi.length;
            final double[] centre = new double[p];
            final double[] scale = new double[p];
            final double[][] columns = new double[p][rows.length + phi.length];
            for (int k = 0; k < p; k++) {
                final double[] x = k < w.length ? w[k] : phi[k - w.length];
                centre[k] = mean(rows, x);
                final double c = centre[k];
                scale[k] = Math.sqrt(Arrays.stream(rows).mapToDouble(i -> (x[i] - c) * (x[i] - c)).average().orElse(0));
                // what centring leaves of a column that is constant in the fold is rounding
                if (scale[k] <= 1e-12 * Math.abs(c)) {
                    scale[k] = 0;
                    continue;
                }
                for (int i = 0; i < rows.length; i++) {
                    columns[k][i] = (x[rows[i]] - c) / scale[k];
                }
                if (k >= w.length) {
                    columns[k][rows.length + k - w.length] = Math.sqrt(lambda * rows.length);
                }
            }
            final double average = mean(rows, y);
            final double[] right = new double[rows.length + phi.length];
            Arrays.setAll(right, i -> i < rows.length ? y[rows[i]] - average : 0);
            final LeastSquares solved = LeastSquares.solve(columns, right);
            final double[] beta = new double[1 + p];
            beta[0] = average;
            for (int k = 0; k < p; k++) {
                beta[1 + k] = scale[k] > 0 ? solved.coefficients()[k] / scale[k] : 0;
                beta[0] -= beta[1 + k] * centre[k];
            }
            return new Fit(beta, solved.rank() == p);
        }

        private static double mean(final int[] rows, final double[] x) {
            return Arrays.stream(rows).mapToDouble(i -> x[i]).average().orElse(0);
        }

        double predict(final int i, final double[][] w, final double[][] phi) {
            double sum = coefficients[0];
            for (int k = 1; k < coefficients.length; k++) {
                sum += coefficients[k] * (k <= w.length ? w[k - 1][i] : phi[k - 1 - w.length][i]);
            }
            return sum;
        }
    }
}
