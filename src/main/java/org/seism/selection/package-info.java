/**
 * Association scores, greedy selection of motifs from the grid and the selection event (METHOD, sections 5 and 7), after
 * Slim, Chatelain, Azencott, Vert, <em>kernelPSI: a post-selection inference framework for nonlinear variable
 * selection</em>, ICML 2019, and Villi&eacute;, Veber, de Castro, Jacob, <em>Neural networks beyond explainability:
 * selective inference for sequence motifs</em>, TMLR 2023.
 */
package org.seism.selection;
