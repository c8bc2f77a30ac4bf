/**
 * Comparison of a motif with a library of known ones (METHOD, section 16), after Gupta, Stamatoyannopoulos, Bailey, Noble,
 * <em>Quantifying similarity between motifs</em>, Genome Biology 2007 (Tomtom).
 */
package org.seism.motif.compare;
