package org.seism.analysis;

/**
 * What is computed beside the p-values of the tests.
 *
 * @param closedForm whether the closed form, which assumes gaussian noise, is computed under the permutation null too
 * @param intervals whether effects get selective intervals, by sampling of its own under the permutation null (METHOD, section 17)
 * @param tails whether motifs whose statistic no replicate reaches get an estimate of how small p is (METHOD, section 18)
 */
public record Extras(boolean closedForm, boolean intervals, boolean tails) {
    /** Nothing. */
    public static final Extras NONE = new Extras(false, false, false);

    /**
     * @param on whether the closed form is computed under the permutation null too
     * @return a copy with it
     */
    public Extras withClosedForm(final boolean on) {
        return new Extras(on, intervals, tails);
    }

    /**
     * @param on whether effects get intervals
     * @return a copy with it
     */
    public Extras withIntervals(final boolean on) {
        return new Extras(closedForm, on, tails);
    }

    /**
     * @param on whether small p-values are estimated
     * @return a copy with it
     */
    public Extras withTails(final boolean on) {
        return new Extras(closedForm, intervals, on);
    }
}
