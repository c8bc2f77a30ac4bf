package org.seism.motif.growth;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.seism.motif.Motif;

/**
 * A motif that mostly stands at one distance from the first: a half-site or a fragment rather than a finding of its own
 * (METHOD, section 13). Descriptive.
 *
 * @param offset letters from the first letter of the first motif to that of this one, along the first motif's strand
 * @param sameStrand whether both lie on one strand
 * @param share of the sequences on this motif's side of the phenotype that hold it
 */
public record Attachment(int offset, boolean sameStrand, double share) {
    /** A smaller share says nothing: independent factors have .10 to .24, fragments .36 to .95. */
    private static final double LEAST = 1.0 / 3;
    private static final int FEWEST = 5;

    /**
     * @param data sequences and phenotype
     * @param first the first motif
     * @param motif another motif
     * @param sign direction of the other motif
     * @return where it stands, or empty where it stands anywhere
     */
    public static Optional<Attachment> of(final GrowthData data, final Motif first, final Motif motif, final int sign) {
        final MotifWindows firsts = MotifWindows.of(data, first);
        final MotifWindows others = MotifWindows.of(data, motif);
        final Map<Integer, Integer> places = new TreeMap<>();
        int holders = 0;
        for (int i = 0; i < data.size(); i++) {
            if (data.isOnSide(i, sign) && others.holds(i)) {
                holders++;
                if (firsts.isNear(i)) {
                    places.merge(place(firsts.windows().site(i), firsts.width(), others.windows().site(i), others.width()), 1, Integer::sum);
                }
            }
        }
        int best = 0;
        int place = 0;
        for (final Map.Entry<Integer, Integer> e : places.entrySet()) {
            if (e.getValue() > best) {
                best = e.getValue();
                place = e.getKey();
            }
        }
        return holders < FEWEST || best < LEAST * holders ? Optional.empty()
            : Optional.of(new Attachment(place >> 1, (place & 1) == 0, (double)best / holders));
    }

    /** Offset along the first site's strand, and in the lowest bit whether the strands differ. */
    private static int place(final MatrixSite first, final int firstWidth, final MatrixSite other, final int width) {
        final boolean forward = first.strand() == org.seism.motif.Strand.FORWARD;
        final int offset = forward ? other.start() - first.start()
            : first.start() + firstWidth - (other.start() + width);
        return offset << 1 | (first.strand() == other.strand() ? 0 : 1);
    }

    /** @return for instance {@code stands beside motif 1 (12 letters downstream, same strand)} */
    public String text() {
        final String where = offset == 0 ? "at the same place" : Math.abs(offset) + (Math.abs(offset) == 1 ? " letter " : " letters ")
            + (offset > 0 ? "downstream" : "upstream");
        return "stands beside motif 1 (" + where + ", " + (sameStrand ? "same strand" : "other strand") + ")";
    }
}
