package org.seism.inference.walk;

import java.util.List;

/** A statistic that is computed for several states at once, because they share most of the work. */
@FunctionalInterface
public interface BatchStatistic {

    /**
     * @param states states of a chain
     * @return T of each; does not depend on which states come together
     */
    double[] of(List<double[]> states);
}
