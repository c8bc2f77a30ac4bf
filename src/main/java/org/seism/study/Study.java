package org.seism.study;

import java.util.Optional;

import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * What the engine works on: sequences, the strands to scan, a phenotype and covariates, row by row (METHOD, section 2).
 *
 * @param sequences the sequences that passed quality control
 * @param strands which strands are scanned
 * @param phenotype one finite value per sequence
 * @param covariates one finite value per sequence and covariate, without the intercept
 * @param kinship how the sequences are related; empty where they are not, or nobody said so
 */
public record Study(SequenceSet sequences, Strands strands, Phenotype phenotype, Covariates covariates, Optional<Kinship> kinship) {

    /**
     * A study of sequences that are not related.
     *
     * @param sequences the sequences
     * @param strands which strands are scanned
     * @param phenotype one finite value per sequence
     * @param covariates one finite value per sequence and covariate
     */
    public Study(final SequenceSet sequences, final Strands strands, final Phenotype phenotype, final Covariates covariates) {
        this(sequences, strands, phenotype, covariates, Optional.empty());
    }

    /** Checks that all parts have one row per sequence. */
    public Study {
        final int n = sequences.size();
        if (phenotype.values().length != n) {
            throw new IllegalArgumentException(phenotype.values().length + " phenotypes for " + n + " sequences");
        }
        for (final double[] column : covariates.values()) {
            if (column.length != n) {
                throw new IllegalArgumentException(column.length + " covariate values for " + n + " sequences");
            }
        }
        if (kinship.isPresent() && kinship.get().size() != n) {
            throw new IllegalArgumentException(kinship.get().size() + " related sequences of " + n);
        }
        if (strands == Strands.BOTH && !sequences.alphabet().hasComplement()) {
            throw new IllegalArgumentException("protein sequences have one strand");
        }
    }

    /** @return number of sequences */
    public int size() {
        return sequences.size();
    }

    /**
     * @param rows indices of the sequences to keep
     * @return the study of these sequences
     */
    public Study subset(final int[] rows) {
        return new Study(sequences.subset(rows), strands, phenotype.subset(rows), covariates.subset(rows), kinship.map(k -> k.subset(rows)));
    }

    /**
     * @param related how the sequences are related
     * @return a copy with it
     */
    public Study withKinship(final Kinship related) {
        return new Study(sequences, strands, phenotype, covariates, Optional.of(related));
    }
}
