package org.seism.motif.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.seism.motif.FrequencyMatrix;

/**
 * A motif as text for files: a name that every program accepts, and numbers with enough digits that multiplying the
 * probabilities by the number of sites and rounding gives back the counts. Immutable.
 */
final class WrittenMatrix {
    /** Six decimals keep counts of up to this many sites apart with a wide margin; nine serve for more. */
    private static final double SIX_DIGITS = 10_000;

    private final FrequencyMatrix m_matrix;
    private final String m_name;
    private final String m_family;
    private final boolean m_whole;
    private final String m_format;

    private WrittenMatrix(final FrequencyMatrix matrix, final String name, final String family) {
        m_matrix = matrix;
        m_family = oneLine(family);
        m_name = name;
        m_whole = hasWholeCounts(matrix);
        m_format = matrix.sites() > SIX_DIGITS ? "%.9f" : "%.6f";
    }

    /** @return the motifs under safe names, each used once: MEME drops a motif whose name it has seen before */
    static List<WrittenMatrix> all(final List<FrequencyMatrix> motifs, final List<String> families) {
        final Set<String> used = new HashSet<>();
        final List<WrittenMatrix> written = new ArrayList<>(motifs.size());
        for (final FrequencyMatrix motif : motifs) {
            final String safe = safe(motif.name()).isEmpty() ? "motif" : safe(motif.name());
            String name = safe;
            for (int k = 2; !used.add(name); k++) {
                name = safe + "_" + k;
            }
            written.add(new WrittenMatrix(motif, name, families.get(written.size())));
        }
        return written;
    }

    /** @return printable ASCII without blanks and without the characters that mean something in one of the formats */
    private static String safe(final String text) {
        final StringBuilder safe = new StringBuilder();
        boolean replaced = false;
        // by hand: a repeated alternative in a regular expression takes a stack frame per character
        for (final char c : text.strip().toCharArray()) {
            final boolean bad = c < '!' || c > '~' || "#=>[]\"<&".indexOf(c) >= 0;
            if (!bad) {
                safe.append(c);
            } else if (!replaced) {
                safe.append('_');
            }
            replaced = bad;
        }
        return safe.toString();
    }

    private static boolean hasWholeCounts(final FrequencyMatrix matrix) {
        final double sites = matrix.sites();
        if (!(sites > 0) || sites != Math.rint(sites)) {
            return false;
        }
        // what reading a file with six (or nine) decimals leaves of a whole number
        final double tolerance = Math.min(0.1, 1.5e-6 * sites + 1e-9);
        for (final double[] column : matrix.frequencies()) {
            double total = 0;
            for (final double f : column) {
                total += Math.rint(f * sites);
                if (Math.abs(f * sites - Math.rint(f * sites)) > tolerance) {
                    return false;
                }
            }
            if (total != sites) {
                return false;
            }
        }
        return true;
    }

    FrequencyMatrix matrix() {
        return m_matrix;
    }

    String name() {
        return m_name;
    }

    /** @return the description on one line, empty if there is none */
    String description() {
        return m_matrix.description() == null ? "" : oneLine(m_matrix.description());
    }

    private static String oneLine(final String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    /** @return the family on one line, empty if it is not known */
    String family() {
        return m_family;
    }

    /** @return the description as one safe word */
    String descriptionWord() {
        return safe(description());
    }

    /** @return the address without blanks, empty if there is none */
    String url() {
        return m_matrix.url().replaceAll("[\\s\\p{Cntrl}]+", "");
    }

    /** @return number of sites as a whole number, 0 where unknown */
    long sites() {
        return Math.round(m_matrix.sites());
    }

    String probability(final int column, final int letter) {
        return String.format(Locale.ROOT, m_format, m_matrix.frequencies()[column][letter]);
    }

    /** @return the count; the probability where the number of sites is unknown */
    String count(final int column, final int letter) {
        final double f = m_matrix.frequencies()[column][letter];
        if (!(m_matrix.sites() > 0)) {
            return probability(column, letter);
        }
        return m_whole ? Long.toString(Math.round(f * m_matrix.sites()))
            : String.format(Locale.ROOT, "%.6f", f * m_matrix.sites());
    }
}
