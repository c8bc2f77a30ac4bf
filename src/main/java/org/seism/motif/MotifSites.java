package org.seism.motif;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.seism.sequence.Strands;

/**
 * The best site of one motif in every sequence of a set (METHOD, section 13), as {@link SiteSearch} finds them.
 *
 * @param sequences number of sequences that were scanned
 * @param width the motif's number of columns
 * @param strands the strands that were scanned
 * @param sites at most one per sequence, in the order of the sequences; a sequence without a valid window has none
 */
public record MotifSites(int sequences, int width, Strands strands, List<Site> sites) {

    /** Copies the list and checks its order. */
    public MotifSites {
        sites = List.copyOf(sites);
        int last = -1;
        for (final Site site : sites) {
            if (site.sequence() <= last || site.sequence() >= sequences) {
                throw new IllegalArgumentException("sites must be in the order of the sequences, at most one in each");
            }
            last = site.sequence();
        }
    }

    /**
     * @param sequence index of a sequence
     * @return its best site, empty where it has no valid window
     */
    public Optional<Site> site(final int sequence) {
        int low = 0;
        int high = sites.size() - 1;
        while (low <= high) {
            final int middle = (low + high) >>> 1;
            final int found = sites.get(middle).sequence();
            if (found == sequence) {
                return Optional.of(sites.get(middle));
            } else if (found < sequence) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** @return the activation of every sequence, NaN where it has no valid window */
    public double[] activations() {
        final double[] activations = new double[sequences];
        Arrays.fill(activations, Double.NaN);
        sites.forEach(s -> activations[s.sequence()] = s.activation());
        return activations;
    }

    /** @return the activation of every sequence, 0 where it has no valid window: what regressions work with */
    public double[] activationsOrZero() {
        final double[] activations = new double[sequences];
        sites.forEach(s -> activations[s.sequence()] = s.activation());
        return activations;
    }

    /**
     * The one definition of support (METHOD, section 4): a window matches a motif if every letter is one that its column allows.
     * The best site of a sequence is one, if there is any. For a matrix of a library, a site from half of its activation's scale on.
     *
     * @param motif the motif
     * @return number of sequences with a matching window
     */
    public int support(final Motif motif) {
        if (motif.activation() instanceof MatrixActivation) {
            final double least = MatrixActivation.SITE / (double)MatrixActivation.TOP - 1e-9;
            return (int)sites.stream().filter(s -> s.activation() >= least).count();
        }
        final WordMotif letters = motif.letters();
        return (int)sites.stream().filter(s -> IntStream.range(0, letters.width())
            .allMatch(c -> (letters.mask(c) & letters.alphabet().mask(s.word().charAt(c))) != 0)).count();
    }

    /** @return the largest activation of all sequences, 0 where no sequence has a valid window */
    public double largestActivation() {
        return sites.stream().mapToDouble(Site::activation).max().orElse(0);
    }

    /**
     * @return the sites whose activation is above half of the largest: the ones a motif's frequency matrix is counted on
     */
    public List<Site> strong() {
        final double limit = largestActivation() / 2;
        return sites.stream().filter(s -> s.activation() > limit).toList();
    }
}
