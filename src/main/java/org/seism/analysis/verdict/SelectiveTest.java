package org.seism.analysis.verdict;

import java.util.Optional;

import org.seism.inference.LogProbability;
import org.seism.inference.NullSample;

/** The test of one motif under one hypothesis on all data, which accounts for the selection: sampled, or by the closed form alone. */
public sealed interface SelectiveTest extends MotifTest permits SelectiveTest.ClosedForm, SelectiveTest.Sampled {
    /**
     * What every test knows of the motif.
     *
     * @param rank 1 for the first selected motif
     * @param statistic signed partial correlation with the phenotype
     * @param effect regression coefficient, in units of the phenotype per unit of activation
     * @param naive p-value of Student's t test as if the motif had been given beforehand: not valid, for comparison only
     */
    record Association(int rank, double statistic, double effect, LogProbability naive) {
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
     */
    record Sampled(Association association, Optional<LogProbability> closedForm, NullSample motif, Optional<NullSample> step)
        implements SelectiveTest {
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
