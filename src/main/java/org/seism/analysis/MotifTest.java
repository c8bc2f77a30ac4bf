package org.seism.analysis;

import org.seism.inference.LogProbability;
import org.seism.inference.NullSample;

/**
 * The tests of one motif under one hypothesis.
 *
 * @param rank 1 for the first selected motif
 * @param statistic signed partial correlation with the phenotype
 * @param effect regression coefficient, in units of the phenotype per unit of activation
 * @param naive p-value of Student's t test as if the motif had been given beforehand: not valid, for comparison only
 * @param exact p-value of the exact selective test
 * @param sample the sampled null distribution, or null where only the exact test was asked for
 */
public record MotifTest(int rank, double statistic, double effect, LogProbability naive, LogProbability exact,
    NullSample sample) {
}
