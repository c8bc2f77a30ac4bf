/**
 * The phenotype-free set of candidates: all words of a sequence set and their activations (METHOD, sections 3 and 4). Nothing in
 * this package ever sees a phenotype, which is what makes the inference valid.
 */
package org.seism.candidate;
