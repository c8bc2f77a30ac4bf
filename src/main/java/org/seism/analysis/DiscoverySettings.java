package org.seism.analysis;

import java.util.Optional;

import org.seism.InputException;
import org.seism.inference.DataSplitTest;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.motif.compare.MotifLibrary;

/**
 * Everything that {@link SeismAnalysis#discover} can be asked for.
 *
 * @param selection how motifs are selected
 * @param nullChoice null model; decides over the one in sampling
 * @param sampling how the null is sampled
 * @param split the data split beside the selective tests
 * @param alpha level of ForwardStop, between 0 and 1
 * @param flank letters shown on either side of a site
 * @param refit whether all motifs are fitted together in the end, see {@link MotifRefit}
 * @param transform what becomes of the phenotype beforehand
 * @param extras what is computed beside the p-values
 * @param library known motifs that the motifs' matrices are compared with
 */
public record DiscoverySettings(SelectionSettings selection, NullChoice nullChoice, SamplingSettings sampling,
    DataSplitTest.Settings split, double alpha, int flank, boolean refit, PhenotypeTransform transform,
    Extras extras, Optional<MotifLibrary> library) {

    /** The defaults of command line and nodes. */
    public static final DiscoverySettings DEFAULT = new DiscoverySettings(SelectionSettings.DEFAULT, NullChoice.AUTO,
        SamplingSettings.DEFAULT, DataSplitTest.Settings.DEFAULT, 0.05, 3, false);

    /**
     * The phenotype as it is, and nothing beside the p-values.
     *
     * @param selection how motifs are selected
     * @param nullChoice null model
     * @param sampling how the null is sampled
     * @param split the data split beside the selective tests
     * @param alpha level of the verdicts
     * @param flank letters shown on either side of a site
     * @param refit whether all motifs are fitted together in the end
     */
    public DiscoverySettings(final SelectionSettings selection, final NullChoice nullChoice, final SamplingSettings sampling,
        final DataSplitTest.Settings split, final double alpha, final int flank, final boolean refit) {
        this(selection, nullChoice, sampling, split, alpha, flank, refit, PhenotypeTransform.NONE, Extras.NONE, Optional.empty());
    }

    /**
     * Checks the bounds, and that the settings go together.
     *
     * @throws InputException for a setting out of range
     */
    public DiscoverySettings {
        if (!(alpha > 0 && alpha < 1)) {
            throw new InputException("The level alpha is " + alpha + ".", "Give a number between 0 and 1, such as 0.05.");
        }
        if (flank < 0 || flank > 100) {
            throw new InputException("The flank is " + flank + " letters.", "Give 0 to 100.");
        }
        if (selection.motifs() == SelectionSettings.AUTO && sampling.hypothesis() == Hypothesis.PARTIAL) {
            throw new InputException("How many motifs are kept is decided from sequential p-values; the partial hypothesis "
                + "needs the number beforehand.", "Use the sequential hypothesis, or give the number of motifs.");
        }
    }

    /**
     * @param s how motifs are selected
     * @return a copy with it
     */
    public DiscoverySettings withSelection(final SelectionSettings s) {
        return new DiscoverySettings(s, nullChoice, sampling, split, alpha, flank, refit, transform, extras, library);
    }

    /**
     * @param choice null model
     * @return a copy with it
     */
    public DiscoverySettings withNullChoice(final NullChoice choice) {
        return new DiscoverySettings(selection, choice, sampling, split, alpha, flank, refit, transform, extras, library);
    }

    /**
     * @param s how the null is sampled
     * @return a copy with it
     */
    public DiscoverySettings withSampling(final SamplingSettings s) {
        return new DiscoverySettings(selection, nullChoice, s, split, alpha, flank, refit, transform, extras, library);
    }

    /**
     * @param s the data split
     * @return a copy with it
     */
    public DiscoverySettings withSplit(final DataSplitTest.Settings s) {
        return new DiscoverySettings(selection, nullChoice, sampling, s, alpha, flank, refit, transform, extras, library);
    }

    /**
     * @param level level of ForwardStop
     * @return a copy with it
     */
    public DiscoverySettings withAlpha(final double level) {
        return new DiscoverySettings(selection, nullChoice, sampling, split, level, flank, refit, transform, extras, library);
    }

    /**
     * @param letters flank of the sites
     * @return a copy with it
     */
    public DiscoverySettings withFlank(final int letters) {
        return new DiscoverySettings(selection, nullChoice, sampling, split, alpha, letters, refit, transform, extras, library);
    }

    /**
     * @param wanted whether all motifs are fitted together
     * @return a copy with it
     */
    public DiscoverySettings withRefit(final boolean wanted) {
        return new DiscoverySettings(selection, nullChoice, sampling, split, alpha, flank, wanted, transform, extras, library);
    }

    /**
     * @param t what becomes of the phenotype beforehand
     * @return a copy with it
     */
    public DiscoverySettings withTransform(final PhenotypeTransform t) {
        return new DiscoverySettings(selection, nullChoice, sampling, split, alpha, flank, refit, t, extras, library);
    }

    /**
     * @param wanted what is computed beside the p-values
     * @return a copy with it
     */
    public DiscoverySettings withExtras(final Extras wanted) {
        return new DiscoverySettings(selection, nullChoice, sampling, split, alpha, flank, refit, transform, wanted, library);
    }

    /**
     * @param known motifs to compare with
     * @return a copy with them
     */
    public DiscoverySettings withLibrary(final MotifLibrary known) {
        return new DiscoverySettings(selection, nullChoice, sampling, split, alpha, flank, refit, transform, extras,
            Optional.of(known));
    }
}
