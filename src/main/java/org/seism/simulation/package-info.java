/**
 * Sequences with planted motifs and phenotypes with chosen noise, for teaching, power studies and calibration.
 */
package org.seism.simulation;
