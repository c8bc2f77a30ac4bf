package org.seism.analysis;

import java.util.Optional;

import org.seism.analysis.verdict.MotifTest;
import org.seism.analysis.verdict.Verdict;
import org.seism.inference.DataSplitTest;
import org.seism.motif.MotifSites;
import org.seism.motif.SiteMatrix;
import org.seism.motif.compare.Resemblance;
import org.seism.motif.growth.MotifDescription;

/**
 * All that is reported for a motif (METHOD, section 13). The vocabulary of its figures is
 * {@code org.seism.analysis.field.MotifField}.
 *
 * @param motif the motif as selected
 * @param test how it was tested
 * @param beside data-split result of the same rank, where there is one beside the test
 * @param verdict what the p-value comes to among those of all motifs
 * @param sites best site per sequence
 * @param matrix letters at the sites of the grown matrix, with flanks
 * @param activations one per sequence, 0 where a sequence has no window
 * @param description the matrix grown from the motif, counts, families: fitted to the data, never tested
 */
public record MotifResult(SelectedMotif motif, MotifTest test, Optional<DataSplitTest.Result> beside, Verdict verdict, MotifSites sites,
    SiteMatrix matrix, double[] activations, MotifDescription description) {

    /** @return the data split's result of this rank: the test itself, or what stands beside it */
    public Optional<DataSplitTest.Result> split() {
        return test instanceof final MotifTest.Split split ? Optional.of(split.result()) : beside;
    }

    /**
     * @param known what the grown matrix resembles
     * @return a copy that says so
     */
    public MotifResult withResemblance(final Resemblance known) {
        return new MotifResult(motif, test, beside, verdict, sites, matrix, activations, description.withResemblance(known));
    }

    /** @return the motif's name in files and tables, for instance SEISM-1 */
    public String name() {
        return motif.name();
    }

    /** @return the motif in letters and IUPAC codes, a word as most of its sites have it where both strands are scanned */
    public String consensus() {
        return motif.motif().isSoft() ? motif.consensus() : description.motif().consensus();
    }
}
