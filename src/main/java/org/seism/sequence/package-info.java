/**
 * Biological sequences as the engine sees them: alphabets, compact sets of encoded sequences, and FASTA files.
 */
package org.seism.sequence;
