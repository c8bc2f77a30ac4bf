package org.seism.motif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.sequence.WindowShape;

/**
 * Finds the window of a sequence that is nearest to a motif, on one strand or on both (METHOD, sections 3 and 13). Works for
 * motifs of every kind and for frequency matrices alike, because distances need only a cost per column and letter
 * ({@link Activation}); a word that is bound to a place is looked for there only. Immutable and safe for use by several threads.
 * <p>
 * The best window is the one with the smallest distance. Among windows whose distances differ by less than
 * {@value #TIE} from the smallest, the leftmost start wins, and at the same start the forward strand; the tolerance makes
 * the choice independent of the order of summation, which differs between the strands.
 */
public final class SiteSearch {
    /** Distances closer than this are a tie; distances of nucleotide words differ by at least 1/12. */
    private static final double TIE = 1e-9;

    private final Alphabet m_alphabet;
    private final int m_width;
    private final Activation m_activation;
    /** [column][letter] */
    private final double[][] m_forward;
    /** The same for reading the reverse strand from left to right, null for protein. */
    private final double[][] m_reverse;
    private final WindowShape m_windows;

    private SiteSearch(final Alphabet alphabet, final Activation activation, final WindowShape windows) {
        m_windows = windows;
        m_alphabet = alphabet;
        m_activation = activation;
        m_forward = activation.costs();
        m_width = m_forward.length;
        m_reverse = alphabet.hasComplement() ? new double[m_width][alphabet.size()] : null;
        if (m_reverse != null) {
            for (int c = 0; c < m_width; c++) {
                for (int a = 0; a < alphabet.size(); a++) {
                    m_reverse[c][a] = m_forward[m_width - 1 - c][alphabet.complement(a)];
                }
            }
        }
    }

    /**
     * @param motif a motif of any kind
     * @return the search for it
     */
    public static SiteSearch of(final Motif motif) {
        return new SiteSearch(motif.alphabet(), motif.activation(), motif.windows());
    }

    /**
     * @param matrix a frequency matrix; its columns are the motif's columns z_c
     * @param bandwidth b in exp(-d / (2 b^2)), positive
     * @return the search for it
     * @throws IllegalArgumentException if the matrix has no column or the bandwidth is not positive
     */
    public static SiteSearch of(final FrequencyMatrix matrix, final double bandwidth) {
        final double[][] costs = new double[matrix.width()][matrix.alphabet().size()];
        for (int c = 0; c < costs.length; c++) {
            final double[] column = matrix.frequencies()[c];
            double square = 0;
            for (final double f : column) {
                square += f * f;
            }
            for (int a = 0; a < costs[c].length; a++) {
                // ||z - e_a||^2 = ||z||^2 - 2 z_a + 1; rounding must not make an exact match negative
                costs[c][a] = Math.max(0, square - 2 * column[a] + 1);
            }
        }
        return new SiteSearch(matrix.alphabet(), new GaussianActivation(costs, bandwidth), WindowShape.of(costs.length));
    }

    /** @return the motif's number of columns */
    public int width() {
        return m_width;
    }

    /**
     * Scans every sequence of a set.
     *
     * @param sequences sequences of the motif's alphabet
     * @param strands the strands to scan
     * @return the best site of every sequence that has a valid window
     * @throws IllegalArgumentException if the alphabets differ, or for both strands of protein
     */
    public MotifSites scan(final SequenceSet sequences, final Strands strands) {
        final List<Site> sites = new ArrayList<>(sequences.size());
        for (int i = 0; i < sequences.size(); i++) {
            best(sequences, i, strands).ifPresent(sites::add);
        }
        return new MotifSites(sequences.size(), m_width, strands, sites);
    }

    /**
     * @param sequences sequences of the motif's alphabet
     * @param sequence index of the one to scan
     * @param strands the strands to scan
     * @return its best site; empty if every window holds a letter outside the alphabet or the sequence is too short
     * @throws IllegalArgumentException if the alphabets differ, or for both strands of protein
     */
    public Optional<Site> best(final SequenceSet sequences, final int sequence, final Strands strands) {
        if (sequences.alphabet() != m_alphabet) {
            throw new IllegalArgumentException(
                "a " + m_alphabet.label() + " motif can't be searched in " + sequences.alphabet().label() + " sequences");
        }
        final boolean both = strands == Strands.BOTH;
        if (both && m_reverse == null) {
            throw new IllegalArgumentException(m_alphabet.label() + " sequences have one strand");
        }
        final byte[] codes = sequences.codes(sequence);
        final int first = m_windows.begin(codes.length);
        final int last = m_windows.end(codes.length) - m_width;
        double smallest = Double.POSITIVE_INFINITY;
        for (int start = first; start <= last; start++) {
            smallest = Math.min(smallest, distance(m_forward, codes, start, smallest));
            if (both) {
                smallest = Math.min(smallest, distance(m_reverse, codes, start, smallest));
            }
        }
        // A second pass for the first window that ties with the smallest: exact, and free of drift along chains of ties.
        final double limit = smallest + TIE;
        for (int start = first; start <= last && smallest < Double.POSITIVE_INFINITY; start++) {
            if (distance(m_forward, codes, start, limit) <= limit) {
                return Optional.of(site(codes, sequence, start, Strand.FORWARD, smallest));
            }
            if (both && distance(m_reverse, codes, start, limit) <= limit) {
                return Optional.of(site(codes, sequence, start, Strand.REVERSE, smallest));
            }
        }
        return Optional.empty();
    }

    /** The window's distance; infinite where it holds no valid word or as soon as the distance passes the limit. */
    private static double distance(final double[][] costs, final byte[] codes, final int start, final double limit) {
        double d = 0;
        for (int c = 0; c < costs.length; c++) {
            final int code = codes[start + c];
            if (code < 0) {
                return Double.POSITIVE_INFINITY;
            }
            d += costs[c][code];
            if (d > limit) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return d;
    }

    private Site site(final byte[] codes, final int sequence, final int start, final Strand strand, final double distance) {
        final StringBuilder word = new StringBuilder(m_width);
        for (int c = 0; c < m_width; c++) {
            word.append(m_alphabet.letter(strand == Strand.FORWARD ? codes[start + c]
                : m_alphabet.complement(codes[start + m_width - 1 - c])));
        }
        return new Site(sequence, start, start + m_width, strand, word.toString(), m_activation.of(distance));
    }
}
