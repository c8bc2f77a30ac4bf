package org.seism.motif.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a motif resembles in a library. It never says what the motif is: relatives share their matrices, and a factor that the
 * library lacks lends its name to the next best (METHOD, section 16).
 *
 * @param library that was compared with, see {@link MotifLibrary#text}
 * @param best the best matches, best first, at least one
 * @param call the family; empty where nothing in the library resembles the motif
 */
public record Resemblance(String library, List<LibraryMatch> best, Optional<FamilyCall> call) {
    private static final int KEPT = 20;
    private static final int NAMES = 3;

    /** Copies the list. */
    public Resemblance {
        best = List.copyOf(best);
    }

    /**
     * @param library that was compared with
     * @param matches of one motif with every motif of the library, best first
     * @return what it resembles
     */
    static Resemblance of(final MotifLibrary library, final List<LibraryMatch> matches) {
        return new Resemblance(library.text(), matches.subList(0, Math.min(KEPT, matches.size())), FamilyCall.of(matches));
    }

    /** @return the match that stands for the call: the best of the family, or of all where nothing is resembled */
    public LibraryMatch first() {
        return call.map(c -> c.matches().get(0)).orElse(best.get(0));
    }

    /** @return for instance {@code resembles bHLH-ZIP (best: USF1, q = 1.2e-05)} */
    public String text() {
        return call.map(FamilyCall::text).orElseGet(() -> "resembles nothing in the library (smallest q = " + number(best.get(0).q()) + ")");
    }

    /** @return up to three of the family's names, each with accession, q, strand and place; none where nothing is resembled */
    public List<String> names() {
        return call.map(FamilyCall::matches).orElse(List.of()).stream().limit(NAMES).map(Resemblance::name).toList();
    }

    private static String name(final LibraryMatch match) {
        final String factor = match.target().factor();
        final String accession = match.target().matrix().name();
        return factor + (factor.equals(accession) ? "" : " " + accession) + " (q = " + number(match.q()) + ", strand "
            + match.strand().symbol() + ", offset " + match.offset() + ")";
    }

    static String number(final double q) {
        return String.format(Locale.ROOT, q < 0.01 ? "%.1e" : "%.2g", q);
    }
}
