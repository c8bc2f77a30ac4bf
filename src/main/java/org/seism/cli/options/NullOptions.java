package org.seism.cli.options;

import org.seism.analysis.Extras;
import org.seism.analysis.JointChoice;
import org.seism.analysis.NullChoice;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.PhenotypeTransform;

import picocli.CommandLine.Option;

/** Options that say how the null distribution is sampled. */
@Heading("Null distribution")
public final class NullOptions {
    @Option(names = "--null", paramLabel = "MODEL", defaultValue = "auto",
        description = "auto, permutation or gaussian. auto is permutation: exchanges within strata, valid whatever the law of the phenotype; with "
            + "covariates its conditional form (two classes) or rank scores within bins (numbers), both approximate. gaussian "
            + "assumes normal noise. Default: auto.")
    private NullChoice m_null;

    @Option(names = "--transform", paramLabel = "T", defaultValue = "none",
        description = "none, or rank: normal scores of the phenotype's ranks. Default: none.")
    private PhenotypeTransform m_transform;

    @Option(names = "--closed-form",
        description = "Compute the closed form, which assumes gaussian noise, under the permutation null too.")
    private boolean m_closedForm;

    @Option(names = "--intervals",
        description = "Give each motif's effect a 95%% interval that accounts for the selection: the log odds ratio for two classes, units "
            + "of the phenotype for numbers. Samples anew, which takes about as long as the p-values.")
    private boolean m_intervals;

    @Option(names = "--tails",
        description = "Estimate how small the p-value is where no replicate is as large as the observed statistic: an estimate beside the "
            + "valid p-value, never in its place.")
    private boolean m_tails;

    @Option(names = "--joint", paramLabel = "T", defaultValue = "none",
        description = "Test all motifs together as well, whether the phenotype has to do with any of them: share (what they explain together), "
            + "ridge (the same by a ridge fit) or hsic (sum of squared associations); or none. Default: none.")
    private JointChoice m_joint;

    @Option(names = "--hypothesis", paramLabel = "H", defaultValue = "sequential",
        description = "sequential (what a motif adds to those before it) or partial (to all others). Default: sequential.")
    private Hypothesis m_hypothesis;

    @Option(names = "--kernel", paramLabel = "KERNEL", defaultValue = "block",
        description = "How the gaussian null is walked through: block or hypersphere. Default: block.")
    private Kernel m_kernel;

    @Option(names = "--replicates", paramLabel = "N",
        description = "Null replicates beside the observed data. Default: 4999 (calibrate: 199).")
    private Integer m_replicates;

    @Option(names = "--thinning", paramLabel = "N", defaultValue = "1",
        description = "Steps of the chain between two replicates. More make replicates less alike and take longer; with 4 they are "
            + "nearly independent. Valid for any number. Default: 1.")
    private int m_thinning;

    @Option(names = "--branches", paramLabel = "N", defaultValue = "1",
        description = "1: one chain through the observed data. More, from 3 up to 1000: so many independent branches from a common "
            + "state, for computers with many cores; equally valid. About twice as many as cores; many more cost precision. "
            + "Default: 1.")
    private int m_branches;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of all random numbers. Default: 1.")
    private long m_seed;

    public PhenotypeTransform transform() {
        return m_transform;
    }

    /** @return what is computed beside the p-values */
    public Extras extras() {
        return new Extras(m_closedForm, m_intervals, m_tails, m_joint);
    }

    public NullChoice choice() {
        return m_null;
    }

    /**
     * @param replicates default number of replicates
     * @return how the null is sampled
     */
    public SamplingSettings settings(final int replicates) {
        final int count = m_replicates == null ? replicates : m_replicates;
        return SamplingSettings.DEFAULT.withHypothesis(m_hypothesis).withKernel(m_kernel).withReplicates(count)
            .withThinning(m_thinning).withBranches(m_branches).withSeed(m_seed);
    }
}
