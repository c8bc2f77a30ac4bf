package org.seism.knime.table;

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

    /** Name of a motif. */
    public static final String MOTIF = "Motif";
    /** 1 for the motif that was selected first. */
    public static final String RANK = "Rank";
    /** Letters and IUPAC codes of a motif. */
    public static final String CONSENSUS = "Consensus";
    /** Number of letters of a motif. */
    public static final String WIDTH = "Width";
    /** Association score at the motif's step. */
    public static final String SCORE = "Score";
    /** Share of the phenotype's variance that the motif explains. */
    public static final String R2 = "R2";
    /** Regression coefficient. */
    public static final String EFFECT = "Effect";
    /** Number of sequences with a matching window. */
    public static final String SUPPORT = "Support";
    /** Words that the data cannot tell from the motif. */
    public static final String MEMBERS = "Members";
    /** Position weights, letters fastest. */
    public static final String PWM = "PWM";
    /** Logo as SVG text. */
    public static final String LOGO = "Logo";
    /** Logo as PNG image. */
    public static final String LOGO_IMAGE = "Logo image";

    /** Signed partial correlation of motif and phenotype, the test statistic. */
    public static final String STATISTIC = "Partial correlation";
    /** Sampled selective p-value. */
    public static final String P_SAMPLED = "P-value (sampled)";
    /** Its Monte Carlo standard error. */
    public static final String STANDARD_ERROR = "Standard error";
    /** Effective sample size of the null sample. */
    public static final String ESS = "ESS";
    /** Number of replicates, the observed one counted. */
    public static final String REPLICATES = "Replicates";
    /** Exact selective p-value. */
    public static final String P_EXACT = "P-value (exact)";
    /** Its decimal logarithm, which keeps its digits below 1e-300. */
    public static final String LOG_P_EXACT = "log10 P-value (exact)";
    /** p-value of the data split. */
    public static final String P_SPLIT = "P-value (split)";
    /** p-value as if nothing had been selected. */
    public static final String P_NAIVE = "P-value (naive, not valid)";
    /** Benjamini and Hochberg. */
    public static final String Q_BH = "Q-value (BH)";
    /** Holm. */
    public static final String P_HOLM = "P-value (Holm)";
    /** Whether ForwardStop keeps the motif. */
    public static final String FORWARD_STOP = "ForwardStop";
    /** p-value of every split. */
    public static final String SPLIT_P_VALUES = "P-values of the splits";
    /** What every split selected at the rank. */
    public static final String SPLIT_WORDS = "Consensus of the splits";

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
