/**
 * Orders of replicates that keep a Monte Carlo test exact: path and star (Besag, Clifford, <em>Generalized Monte Carlo
 * significance tests</em>, Biometrika 1989).
 */
package org.seism.inference.walk;
