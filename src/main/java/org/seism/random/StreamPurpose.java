package org.seism.random;

/**
 * What random numbers are for: the first key of every stream, so that two purposes can never share one, whatever their
 * further keys are. The numbers are part of what a seed means: a purpose keeps its number, and a new one takes the next.
 */
public enum StreamPurpose {
    /** Legs of the walk through a motif's null; keys: motif, leg. */
    WALK(1),
    /** The observed data's place among the states of the walk; key: motif. */
    PLACE(2),
    /** Which sequences select in a data split; key: repeat. */
    DATA_SPLIT(3),
    /** Permutations in the other part of a data split; keys: repeat, motif. */
    SPLIT_PERMUTATION(4),
    /** Permutations of the plain test of given motifs; key: motif. */
    PLAIN_PERMUTATION(5),
    /** Permutations that redo a step of the selection; keys: step, permutation. */
    STEP_PERMUTATION(6),
    /** Folds of the refit's cross-validation; no key. */
    REFIT(7),
    /** Phenotypes drawn in a calibration; keys: 0 without effect or 1 with it, data set. */
    CALIBRATION(8),
    /** Seeds of the tests of a calibration's data sets; keys as those of {@link #CALIBRATION}. */
    CALIBRATION_SEED(9),
    /** Data and chains of benchmarks and studies of this program; keys as they like. */
    SIMULATION(10),
    /** Legs of the walk through the null of a step; keys: motif, leg. */
    STEP_WALK(11),
    /** The observed data's place among the states of that walk; key: motif. */
    STEP_PLACE(12),
    /** Independent permutations of the first step's test; key: replicate. */
    FIRST_STEP(13),
    /** Ladders of tilted chains for the interval of a motif's effect; keys: motif, 0 downward or 2 upward. */
    EFFECT_LADDER(14),
    /** Particles that climb to a motif's statistic; keys: motif, particle or climb. */
    CLIMB(15),
    /** Legs of the walk through the null of all motifs together; key: leg. */
    JOINT_WALK(16),
    /** The observed data's place among the states of that walk; no key. */
    JOINT_PLACE(17);

    private final long m_key;

    StreamPurpose(final long key) {
        m_key = key;
    }

    long key() {
        return m_key;
    }
}
