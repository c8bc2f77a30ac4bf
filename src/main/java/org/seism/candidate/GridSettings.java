package org.seism.candidate;

import java.util.List;
import java.util.Optional;

import org.seism.InputException;
import org.seism.candidate.library.LibraryCandidates;
import org.seism.candidate.shape.WordForms;
import org.seism.sequence.Alphabet;
import org.seism.sequence.WindowShape;

/**
 * What the grid of candidate words holds (METHOD, section 4). Nothing here may depend on the phenotype.
 *
 * @param minWidth smallest width, at least 2
 * @param maxWidth largest width, at least minWidth
 * @param degeneracy how many positions of a word may be IUPAC codes: 0, 1 or 2
 * @param bandwidths bandwidths of the activation, positive; every word is a candidate at each of them
 * @param minSupport least number of sequences with a matching window; 0 for the default max(2, min(10, ceil(0.01 n)))
 * @param maxGridSize at most this many words (times bandwidths) are kept, those with the largest support
 * @param library known motifs that are candidates too, or instead; empty for words alone
 * @param forms words in a place and with a gap that are candidates beside the words
 */
public record GridSettings(int minWidth, int maxWidth, int degeneracy, List<Double> bandwidths, int minSupport,
    int maxGridSize, Optional<LibraryCandidates> library, WordForms forms) {

    /** Width 6, plain words, bandwidth 1, default support, at most 100 000 candidates. */
    public static final GridSettings DEFAULT = new GridSettings(6, 6, 0, List.of(1.0), 0, 100_000);

    /**
     * Words alone.
     *
     * @param minWidth smallest width
     * @param maxWidth largest width
     * @param degeneracy how many positions of a word may be IUPAC codes
     * @param bandwidths bandwidths of the activation
     * @param minSupport least number of sequences with a matching window, or 0
     * @param maxGridSize largest number of words
     */
    public GridSettings(final int minWidth, final int maxWidth, final int degeneracy, final List<Double> bandwidths, final int minSupport,
        final int maxGridSize) {
        this(minWidth, maxWidth, degeneracy, bandwidths, minSupport, maxGridSize, Optional.empty(), WordForms.NONE);
    }

    /**
     * Checks every bound.
     *
     * @throws InputException for a setting out of range
     */
    public GridSettings {
        if (minWidth < 2 || maxWidth < minWidth) {
            throw new InputException("The motif width " + minWidth + "-" + maxWidth + " is no range from at least 2 upwards.",
                "Give one width such as 6 or a range such as 6-8.");
        }
        if (degeneracy < 0 || degeneracy > 2) {
            throw new InputException("The degeneracy is " + degeneracy + ".", "Choose 0, 1 or 2 IUPAC positions per word.");
        }
        bandwidths = bandwidths.stream().distinct().toList();
        if (bandwidths.isEmpty() || bandwidths.stream().anyMatch(b -> !(b >= 0.05 && b <= 20))) {
            throw new InputException("The bandwidths " + bandwidths + " are not all between 0.05 and 20.",
                "Use 1, or a short list such as 0.7,1,1.4.");
        }
        if (minSupport < 0) {
            throw new InputException("The minimum support is " + minSupport + ".",
                "Give a positive number of sequences, or 0 for the default.");
        }
        if (maxGridSize < 1) {
            throw new InputException("The largest grid size is " + maxGridSize + ".", "Give at least 1; the default is 100000.");
        }
    }

    /**
     * @param min smallest width
     * @param max largest width
     * @return a copy with these widths
     */
    public GridSettings withWidths(final int min, final int max) {
        return new GridSettings(min, max, degeneracy, bandwidths, minSupport, maxGridSize, library, forms);
    }

    /**
     * @param positions number of IUPAC positions
     * @return a copy with this degeneracy
     */
    public GridSettings withDegeneracy(final int positions) {
        return new GridSettings(minWidth, maxWidth, positions, bandwidths, minSupport, maxGridSize, library, forms);
    }

    /**
     * @param values bandwidths
     * @return a copy with these bandwidths
     */
    public GridSettings withBandwidths(final List<Double> values) {
        return new GridSettings(minWidth, maxWidth, degeneracy, values, minSupport, maxGridSize, library, forms);
    }

    /**
     * @param sequences least number of sequences
     * @return a copy with this minimum support
     */
    public GridSettings withMinSupport(final int sequences) {
        return new GridSettings(minWidth, maxWidth, degeneracy, bandwidths, sequences, maxGridSize, library, forms);
    }

    /**
     * @param candidates cap
     * @return a copy with this cap
     */
    public GridSettings withMaxGridSize(final int candidates) {
        return new GridSettings(minWidth, maxWidth, degeneracy, bandwidths, minSupport, candidates, library, forms);
    }

    /**
     * @param known motifs that are candidates too, or instead
     * @return a copy with them
     */
    public GridSettings withLibrary(final LibraryCandidates known) {
        return new GridSettings(minWidth, maxWidth, degeneracy, bandwidths, minSupport, maxGridSize, Optional.of(known), forms);
    }

    /** @return a copy with words alone as candidates */
    public GridSettings withoutLibrary() {
        return new GridSettings(minWidth, maxWidth, degeneracy, bandwidths, minSupport, maxGridSize, Optional.empty(), forms);
    }

    /**
     * @param wordForms words in a place and with a gap
     * @return a copy with them
     */
    public GridSettings withForms(final WordForms wordForms) {
        return new GridSettings(minWidth, maxWidth, degeneracy, bandwidths, minSupport, maxGridSize, library, wordForms);
    }

    /** @return whether words are candidates */
    public boolean hasWords() {
        return library.isEmpty() || library.get().besideWords();
    }

    /**
     * @param n number of sequences
     * @return the support in force: the setting, or max(2, min(10, ceil(0.01 n)))
     */
    public int effectiveMinSupport(final int n) {
        return minSupport > 0 ? minSupport : Math.max(2, Math.min(10, (n + 99) / 100));
    }

    /**
     * @param n number of sequences
     * @param shape of a word
     * @return the support in force for such words: with a gap, which multiplies what may occur by chance, 2% and at least 2 by default
     */
    public int effectiveMinSupport(final int n, final WindowShape shape) {
        return shape.gap() == 0 || minSupport > 0 ? effectiveMinSupport(n) : Math.max(2, (2 * n + 99) / 100);
    }

    /**
     * @param shape of a word
     * @return how many of its letters may be IUPAC codes: none with a gap
     */
    public int degeneracy(final WindowShape shape) {
        return shape.gap() == 0 ? degeneracy : 0;
    }

    /**
     * @param alphabet the alphabet
     * @return the largest width that fits the packed form of a word
     */
    public int widthLimit(final Alphabet alphabet) {
        return !alphabet.hasComplement() && degeneracy > 0 ? 8 : 62 / WordCode.bits(alphabet, degeneracy);
    }
}
