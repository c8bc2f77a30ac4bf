package org.seism.analysis.given;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.NullChoice;
import org.seism.analysis.SeismAnalysis;
import org.seism.inference.LogProbability;
import org.seism.inference.Multiplicity;
import org.seism.inference.PartialCorrelationTest;
import org.seism.inference.design.NullModel;
import org.seism.linear.OrthonormalBasis;
import org.seism.motif.MotifSites;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;
import org.seism.study.Study;

/**
 * The plain test of motifs that were <em>not</em> found in these data: the partial correlation of each motif's activation
 * with the phenotype, by Student's t and by permutation. For motifs that were chosen with these data the p-values are far
 * too small; that is what {@link SeismAnalysis} is for.
 */
public final class PlainTest {

    /** What a motif must add to. */
    public enum Given {
        /** The covariates: every motif by itself. */
        COVARIATES,
        /** The covariates and the motifs before it in the list. */
        SEQUENTIAL,
        /** The covariates and all other motifs. */
        PARTIAL
    }

    /**
     * What is asked for.
     *
     * @param given what a motif must add to
     * @param nullChoice decides which p-value is adjusted for the number of motifs
     * @param permutations number of random permutations
     * @param seed of the permutations
     */
    public record Settings(Given given, NullChoice nullChoice, int permutations, long seed) {

        /** Every motif by itself, automatic null, 9999 permutations, seed 1. */
        public static final Settings DEFAULT = new Settings(Given.COVARIATES, NullChoice.AUTO, 9999, 1);

        /**
         * Checks the bounds.
         *
         * @throws InputException for a setting out of range
         */
        public Settings {
            if (permutations < 1 || permutations > 100_000_000) {
                throw new InputException("The number of permutations is " + permutations + ".", "Give 1 to 100000000.");
            }
        }
    }

    /**
     * The test of one motif.
     *
     * @param motif the motif
     * @param sites its best site per sequence
     * @param statistic signed partial correlation, NaN where the motif can't be tested
     * @param effect regression coefficient, in units of the phenotype per unit of activation
     * @param student p-value of Student's t test
     * @param permutation p-value by permutation
     * @param holm Holm's adjusted p-value
     * @param bh Benjamini and Hochberg's q-value
     * @param problem why it can't be tested (its p-values are then 1), or empty
     */
    public record Result(GivenMotif motif, MotifSites sites, double statistic, double effect, LogProbability student,
        double permutation, double holm, double bh, String problem) {
    }

    private PlainTest() {
    }

    /**
     * @param study the data
     * @param motifs given beforehand, at least one
     * @param settings what is asked for
     * @param runner runs the motifs; the result does not depend on the number of threads
     * @param progress progress and cancellation
     * @return one result per motif
     */
    public static List<Result> run(final Study study, final List<GivenMotif> motifs, final Settings settings,
        final TaskRunner runner, final Progress progress) {
        progress.report(0, () -> "Scanning " + study.size() + " sequences for " + motifs.size() + " motifs");
        final List<MotifSites> sites = runner.runAll(motifs.stream().<Callable<MotifSites>> map(m -> () -> {
            progress.checkCancelled();
            return m.search().scan(study.sequences(), study.strands());
        }).toList());
        final List<double[]> activations = sites.stream().map(MotifSites::activationsOrZero).toList();
        final List<Callable<Result>> tasks = new ArrayList<>();
        for (int j = 0; j < motifs.size(); j++) {
            final int motif = j;
            tasks.add(() -> {
                progress.checkCancelled();
                progress.report((motif + 1.0) / motifs.size(), () -> "Motif " + (motif + 1) + " of " + motifs.size());
                return test(study, motifs.get(motif), sites.get(motif), activations, motif, settings, progress);
            });
        }
        return adjusted(runner.runAll(tasks), settings.nullChoice().resolve(study));
    }

    private static Result test(final Study study, final GivenMotif motif, final MotifSites sites,
        final List<double[]> activations, final int index, final Settings settings, final Progress progress) {
        final double[] y = study.phenotype().values();
        OrthonormalBasis nuisance = OrthonormalBasis.ofCovariates(study.size(), study.covariates().values());
        for (int k = 0; k < activations.size(); k++) {
            final boolean before = k < index && settings.given() != Given.COVARIATES;
            final boolean after = k > index && settings.given() == Given.PARTIAL;
            nuisance = before || after ? nuisance.with(activations.get(k)) : nuisance;
        }
        try {
            final PartialCorrelationTest test = PartialCorrelationTest.of(nuisance, activations.get(index), y);
            final double permutation = PartialCorrelationTest.permutationP(nuisance, activations.get(index), y,
                settings.permutations(), RandomStreams.of(settings.seed(), StreamPurpose.PLAIN_PERMUTATION, index), progress);
            return new Result(motif, sites, test.statistic(), test.effect(), test.studentP(), permutation, 1, 1, "");
        } catch (InputException e) {
            return new Result(motif, sites, Double.NaN, Double.NaN, new LogProbability(0), 1, 1, 1, e.problem());
        }
    }

    private static List<Result> adjusted(final List<Result> results, final NullModel model) {
        final double[] p = results.stream()
            .mapToDouble(r -> model == NullModel.PERMUTATION ? r.permutation() : r.student().value()).toArray();
        final List<Multiplicity.Adjusted> among = Multiplicity.adjusted(p);
        final List<Result> adjusted = new ArrayList<>();
        for (int j = 0; j < p.length; j++) {
            final Result r = results.get(j);
            adjusted.add(new Result(r.motif(), r.sites(), r.statistic(), r.effect(), r.student(), r.permutation(), among.get(j).holm(),
                among.get(j).bh(), r.problem()));
        }
        return adjusted;
    }
}
