package org.seism.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.seism.analysis.verdict.JointTest;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.analysis.verdict.Verdict;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullModel;

/**
 * Selected motifs with their tests.
 *
 * @param selection the motifs
 * @param hypothesis null hypothesis of all tests
 * @param nullModel null model of the tests; gaussian for the closed form alone
 * @param sampling how the null was sampled; empty where only the closed form was asked for
 * @param tests one per motif, in order of rank
 * @param checks what speaks against the tests or has to be known to read them
 * @param joint test of all selected motifs together; empty where it was not asked for
 * @param heritability share of the noise's variance that goes with the relationship of the sequences; empty where they are not related
 */
public record TestedMotifs(MotifSelection selection, Hypothesis hypothesis, NullModel nullModel, Optional<SamplingSettings> sampling,
    List<SelectiveTest> tests, List<Check> checks, Optional<JointTest> joint, Optional<Double> heritability) {

    /**
     * Tests of the motifs one by one alone, of sequences that are not related.
     *
     * @param selection the motifs
     * @param hypothesis null hypothesis of all tests
     * @param nullModel null model of the tests
     * @param sampling how the null was sampled
     * @param tests one per motif, in order of rank
     * @param checks what speaks against the tests or has to be known to read them
     */
    public TestedMotifs(final MotifSelection selection, final Hypothesis hypothesis, final NullModel nullModel,
        final Optional<SamplingSettings> sampling, final List<SelectiveTest> tests, final List<Check> checks) {
        this(selection, hypothesis, nullModel, sampling, tests, checks, Optional.empty(), Optional.empty());
    }

    /**
     * Something that is known once the null model and the motifs are.
     *
     * @param motif rank of the first motif that it is about
     * @param warns whether it speaks against the tests, so that a node warns; else it only has to be known to read them
     * @param text finding and remedy: terminal, report and nodes show the same words
     */
    public record Check(int motif, boolean warns, String text) {
    }

    /** @return the texts of the checks that nodes warn of, line by line; empty where there are none */
    public String warnings() {
        return checks.stream().filter(Check::warns).map(Check::text).collect(Collectors.joining("\n"));
    }

    /** Copies the lists. */
    public TestedMotifs {
        tests = List.copyOf(tests);
        checks = List.copyOf(checks);
    }

    /** @return the p-values that motifs are judged by: those of the steps, or where there are none those of the motifs */
    public double[] headlineP() {
        return tests.stream().mapToDouble(SelectiveTest::judgedP).toArray();
    }

    /**
     * @param alpha level
     * @return how many motifs are kept: from the first on as long as the list's p-value is at most alpha
     */
    public int kept(final double alpha) {
        return (int)Verdict.ofList(headlineP(), alpha).stream().filter(Verdict::kept).count();
    }
}
