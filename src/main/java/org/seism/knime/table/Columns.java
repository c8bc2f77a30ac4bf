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
    /** What is special about a region of a sequence. */
    public static final String REMARKS = "Remarks";

    /** Name of a motif, as in every table of motifs, whose columns {@link org.seism.analysis.field.MotifField} names. */
    public static final String MOTIF = MotifField.NAME.label();
    /** Position of a matrix, counted from 1. */
    public static final String POSITION = "Position";
    /** A letter of the alphabet. */
    public static final String LETTER = "Letter";
    /** How many sites have a letter at a position. */
    public static final String COUNT = "Count";
    /** Share of a position's sites that have a letter. */
    public static final String FREQUENCY = "Frequency";
    /** Height of a letter in the logo: its frequency times the position's information content. */
    public static final String BITS = "Bits";

    /** First letter of a site, counted from 1. */
    public static final String START = "Start";
    /** Last letter of a site, counted from 1. */
    public static final String END = "End";
    /** Strand of a site: + or -. */
    public static final String STRAND = "Strand";
    /** Log-odds score in bits. */
    public static final String SCORE_BITS = "Score (bits)";
    /** Probability of such a score in a window of background letters. */
    public static final String P_VALUE_SCORE = "P-value of the score";
    /** Letters of a site as the motif reads them. */
    public static final String SITE = "Site";
    /** Chromosome that an identifier such as chr1:100-200 names. */
    public static final String CHROMOSOME = "Chromosome";
    /** First letter of a site on the chromosome, counted from 1. */
    public static final String CHROMOSOME_START = "Chromosome start";
    /** Last letter of a site on the chromosome, counted from 1. */
    public static final String CHROMOSOME_END = "Chromosome end";
    /** Strand of a site on the chromosome. */
    public static final String CHROMOSOME_STRAND = "Chromosome strand";

    /** Order of matches, 1 for the best. */
    public static final String RANK = "Rank";
    /** p-value of a match. */
    public static final String P_VALUE = "P-value";
    /** Benjamini and Hochberg's q-value of a match. */
    public static final String Q_VALUE = "Q-value";
    /** Position of a motif, from 0, at which a match begins. */
    public static final String OFFSET = "Offset";
    /** Number of aligned positions. */
    public static final String OVERLAP = "Overlap";
    /** What a motif resembles, in words. */
    public static final String RESEMBLES = "Resembles";

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
