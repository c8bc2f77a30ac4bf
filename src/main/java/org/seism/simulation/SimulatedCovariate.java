package org.seism.simulation;

/**
 * A covariate that the simulator draws from the standard normal distribution.
 *
 * @param name its column
 * @param effect what one unit of it adds to the phenotype's linear predictor
 */
public record SimulatedCovariate(String name, double effect) {
}
