/**
 * Scanning with matrices: log-odds scores in whole numbers and their exact p-values (METHOD, section 4b), after Staden,
 * <em>Methods for calculating the probabilities of finding patterns in sequences</em>, CABIOS 1989.
 */
package org.seism.motif.scan;
