package org.seism.analysis;

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
 * @param test its tests, or null where it was not tested on all data
 * @param split data-split result of the same rank, or null
 * @param list p-value of the list up to this motif, NaN where there is none
 * @param kept the verdict: whether the list's p-value, or for the partial hypothesis Holm's, is at most alpha
 * @param holm Holm's adjusted p-value, NaN where there is none
 * @param bh Benjamini and Hochberg's q-value, NaN where there is none
 * @param forwardStop whether ForwardStop keeps the motif
 * @param sites best site per sequence
 * @param matrix letters at the sites of the grown matrix, with flanks
 * @param activations one per sequence, 0 where a sequence has no window
 * @param description the matrix grown from the word, counts, families: fitted to the data, never tested
 */
public record MotifResult(SelectedMotif motif, MotifTest test, DataSplitTest.Result split, double list, boolean kept, double holm,
    double bh, boolean forwardStop, MotifSites sites, SiteMatrix matrix, double[] activations, MotifDescription description) {

    /** The same motif with its verdicts. */
    MotifResult judged(final double listP, final boolean verdict, final double adjusted, final double q, final boolean stop) {
        return new MotifResult(motif, test, split, listP, verdict, adjusted, q, stop, sites, matrix, activations,
            description);
    }

    /**
     * @param known what the grown matrix resembles
     * @return a copy that says so
     */
    public MotifResult withResemblance(final Resemblance known) {
        return new MotifResult(motif, test, split, list, kept, holm, bh, forwardStop, sites, matrix, activations,
            description.withResemblance(known));
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
