package org.seism.analysis;

/**
 * What is computed beside the p-values of the tests.
 *
 * @param closedForm whether the closed form, which assumes gaussian noise, is computed under the permutation null too
 * @param intervals whether effects get selective intervals, by sampling of its own under the permutation null (METHOD, section 17)
 * @param tails whether motifs whose statistic no replicate reaches get an estimate of how small p is (METHOD, section 18)
 * @param joint whether all motifs are tested together as well, and by what
 */
public record Extras(boolean closedForm, boolean intervals, boolean tails, JointChoice joint) {
    /** Nothing. */
    public static final Extras NONE = new Extras(false, false, false, JointChoice.NONE);

    /**
     * @param on whether the closed form is computed under the permutation null too
     * @return a copy with it
     */
    public Extras withClosedForm(final boolean on) {
        return new Extras(on, intervals, tails, joint);
    }

    /**
     * @param on whether effects get intervals
     * @return a copy with it
     */
    public Extras withIntervals(final boolean on) {
        return new Extras(closedForm, on, tails, joint);
    }

    /**
     * @param on whether small p-values are estimated
     * @return a copy with it
     */
    public Extras withTails(final boolean on) {
        return new Extras(closedForm, intervals, on, joint);
    }

    /**
     * @param choice whether all motifs are tested together, and by what
     * @return a copy with it
     */
    public Extras withJoint(final JointChoice choice) {
        return new Extras(closedForm, intervals, tails, choice);
    }
}
