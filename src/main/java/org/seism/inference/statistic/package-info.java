/**
 * Statistics that look at more than one motif: the largest association of a step, and what all selected motifs have to do with the
 * phenotype together (METHOD, section 8).
 */
package org.seism.inference.statistic;
