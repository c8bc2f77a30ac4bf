package org.seism.motif.compare;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The family that a motif resembles: among the best matches with q below a level, the family with the largest sum of
 * -log10 p (METHOD, section 16). Paralogues can't be told apart by their matrices, and a factor that the library lacks lends its
 * name to the next best: a call says "resembles", never "is".
 *
 * @param family name of the family
 * @param evidence sum of -log10 p
 * @param matches the family's matches among the best, best first
 */
public record FamilyCall(String family, double evidence, List<LibraryMatch> matches) {
    /** So many of the best matches are looked at. */
    private static final int BEST = 20;
    /** Matches with a larger q say nothing. */
    private static final double LEVEL = 0.05;

    /**
     * @param matches matches of one query, best first
     * @return the family, or empty where nothing in the library resembles the query
     */
    public static Optional<FamilyCall> of(final List<LibraryMatch> matches) {
        final Map<String, Double> evidence = new LinkedHashMap<>();
        final List<LibraryMatch> best = matches.stream().limit(BEST).filter(m -> m.q() < LEVEL).toList();
        for (final LibraryMatch match : best) {
            evidence.merge(match.target().familyOrFactor(), -Math.log10(Math.max(match.p(), Double.MIN_NORMAL)), Double::sum);
        }
        // the first of equals is the one with the better best match, as the map keeps their order
        return evidence.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).findFirst()
            .map(e -> new FamilyCall(e.getKey(), e.getValue(),
                best.stream().filter(m -> m.target().familyOrFactor().equals(e.getKey())).toList()));
    }

    /** @return the call in words, for instance {@code resembles bHLH-ZIP (best: USF1, q = 1.2e-05)} */
    public String text() {
        final LibraryMatch first = matches.get(0);
        return "resembles " + family + " (best: " + first.target().factor() + ", q = " + Resemblance.number(first.q()) + ")";
    }
}
