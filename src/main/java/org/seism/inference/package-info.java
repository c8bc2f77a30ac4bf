/**
 * Tests of selected motifs that stay valid although the motifs were chosen on the same data (METHOD, sections 8 to 12):
 * Monte Carlo tests from a Markov chain on the selection event (Besag, Clifford, <em>Generalized Monte Carlo significance
 * tests</em>, Biometrika 1989), conditioning on sufficient statistics of the nuisance parameters (Fithian, Sun, Taylor,
 * <em>Optimal inference after model selection</em>, 2014), an exact test without sampling, data splitting, and corrections
 * for several motifs.
 */
package org.seism.inference;
