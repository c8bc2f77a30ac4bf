/**
 * Biological sequences as the engine sees them: an alphabet, a compact set of encoded sequences, and a study that joins
 * them with a phenotype and covariates (METHOD, section 2). Reading and quality control name every record they leave
 * out; nothing is dropped silently.
 */
package org.seism.sequence;
