package org.seism.analysis.verdict;

import java.util.Optional;

import org.seism.inference.LogProbability;
import org.seism.inference.NullSample;
import org.seism.inference.effect.EffectInterval;
import org.seism.inference.tail.TailEstimate;

/** The test of one motif under one hypothesis on all data, which accounts for the selection: sampled, or by the closed form alone. */
public sealed interface SelectiveTest extends MotifTest permits SelectiveTest.ClosedForm, SelectiveTest.Sampled {
    /**
     * What every test knows of the motif.
     *
     * @param rank 1 for the first selected motif
     * @param statistic signed partial correlation with the phenotype
     * @param effect regression coefficient, in units of the phenotype per unit of activation
     * @param naive p-value of Student's t test as if the motif had been given beforehand: not valid, for comparison only
     * @param interval the effect with its interval given the selection; empty where it was not asked for
     */
    record Association(int rank, double statistic, double effect, LogProbability naive, Optional<EffectInterval> interval) {

        /**
         * An association without an interval.
         *
         * @param rank 1 for the first selected motif
         * @param statistic signed partial correlation with the phenotype
         * @param effect regression coefficient
         * @param naive p-value of Student's t test
         */
        public Association(final int rank, final double statistic, final double effect, final LogProbability naive) {
            this(rank, statistic, effect, naive, Optional.empty());
        }

        /**
         * @param found the effect's interval
         * @return a copy with it
         */
        public Association with(final EffectInterval found) {
            return new Association(rank, statistic, effect, naive, Optional.of(found));
        }
    }

    /**
     * The test without sampling.
     *
     * @param association of motif and phenotype
     * @param p p-value of the closed form, which assumes gaussian noise
     */
    record ClosedForm(Association association, LogProbability p) implements SelectiveTest {
        @Override
        public Optional<LogProbability> closedForm() {
            return Optional.of(p);
        }

        @Override
        public double judgedP() {
            return p.value();
        }
    }

    /**
     * The sampled test.
     *
     * @param association of motif and phenotype
     * @param closedForm p-value of the closed form; empty where it was not asked for
     * @param motif null distribution of the motif's statistic
     * @param step null distribution of the step's statistic; empty where the null is gaussian or the hypothesis partial
     * @param tail estimate of the motif's p-value where no replicate is as large; empty elsewhere and where it was not asked for
     */
    record Sampled(Association association, Optional<LogProbability> closedForm, NullSample motif, Optional<NullSample> step,
        Optional<TailEstimate> tail) implements SelectiveTest {

        /**
         * A test without an estimate of its tail.
         *
         * @param association of motif and phenotype
         * @param closedForm p-value of the closed form, if any
         * @param motif null distribution of the motif's statistic
         * @param step null distribution of the step's statistic, if any
         */
        public Sampled(final Association association, final Optional<LogProbability> closedForm, final NullSample motif,
            final Optional<NullSample> step) {
            this(association, closedForm, motif, step, Optional.empty());
        }

        /**
         * @param found the effect's interval
         * @return a copy with it
         */
        public Sampled with(final EffectInterval found) {
            return new Sampled(association.with(found), closedForm, motif, step, tail);
        }

        /**
         * @param estimate how small p is
         * @return a copy with it
         */
        public Sampled with(final TailEstimate estimate) {
            return new Sampled(association, closedForm, motif, step, Optional.of(estimate));
        }

        @Override
        public Optional<NullSample> sample() {
            return Optional.of(motif);
        }

        @Override
        public double judgedP() {
            return step.orElse(motif).p();
        }
    }

    /** @return association of motif and phenotype */
    Association association();

    /** @return what the motif is judged by: the p-value of its step, or where there is none the motif's own */
    double judgedP();

    @Override
    default Optional<EffectInterval> interval() {
        return association().interval();
    }

    /** @return 1 for the first selected motif */
    default int rank() {
        return association().rank();
    }

    /** @return signed partial correlation with the phenotype */
    default double statistic() {
        return association().statistic();
    }

    /** @return regression coefficient, in units of the phenotype per unit of activation */
    default double effect() {
        return association().effect();
    }

    /** @return p-value of Student's t test as if the motif had been given beforehand: not valid, for comparison only */
    default LogProbability naive() {
        return association().naive();
    }
}
