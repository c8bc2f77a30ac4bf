/**
 * How motifs were tested and what their p-values come to: what one kind of test has and another has not is a type, not a null.
 */
package org.seism.analysis.verdict;
