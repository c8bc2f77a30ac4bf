package org.seism.knime.table;

import org.seism.analysis.field.MotifField;

/** Names of all columns of SEISM's tables. Workflows refer to them: they never change. */
public final class Columns {
    /** Identifier of a sequence. */
    public static final String ID = "ID";
    /** What follows the identifier in a FASTA header. */
    public static final String DESCRIPTION = "Description";
    /** Letters of a sequence. */
    public static final String SEQUENCE = "Sequence";
    /** Number of letters. */
    public static final String LENGTH = "Length";
    /** Phenotype of a sequence. */
    public static final String PHENOTYPE = "Phenotype";
    /** What the simulator planted, such as TATAAT@13+. */
    public static final String PLANTED = "Planted";
    /** Whether quality control kept a sequence. */
    public static final String KEPT = "Kept";
    /** Why it did not, or a remark. */
    public static final String REASON = "Reason";

    /** Name of a motif, as in every table of motifs, whose columns {@link org.seism.analysis.field.MotifField} names. */
    public static final String MOTIF = MotifField.NAME.label();
    /** Added to the name of a column of drawings for that of the same as images. */
    public static final String IMAGE = " image";

    /** Seed of the random numbers. */
    public static final String SEED = "Seed";

    /** 0-based position in the chain. */
    public static final String REPLICATE = "Replicate";
    /** Test statistic of a replicate. */
    public static final String NULL_STATISTIC = "Statistic";
    /** Whether a row is the data, not a draw. */
    public static final String OBSERVED = "Observed";

    private Columns() {
    }
}
