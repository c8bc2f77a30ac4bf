package org.seism.sequence.annotated;

import java.util.List;

import org.seism.InputException;

/**
 * Which letters around which features are wanted. Immutable.
 *
 * @param types of features; GenBank's gene and CDS, for instance
 * @param anchor what upstream and downstream are counted from
 * @param upstream letters before the anchor, 0 or more
 * @param downstream letters behind it, 0 or more
 * @param spliced whether a feature in parts is taken as its parts joined, where it is taken as a whole
 * @param neighbours what becomes of letters that belong to another feature of these types
 * @param names attributes of which the first that is there names a region
 */
public record RegionSettings(List<String> types, Anchor anchor, int upstream, int downstream, boolean spliced, Neighbours neighbours,
    List<String> names) {
    /** Genes: 200 letters before their start and 50 behind it. */
    public static final RegionSettings DEFAULT = new RegionSettings(List.of("gene"), Anchor.START, 200, 50, false, Neighbours.KEEP,
        List.of("locus_tag", "gene", "Name", "gene_name", "gene_id", "ID"));

    /** More letters on one side of a feature than this are no region any more. */
    public static final int MOST = 10_000_000;

    /** What upstream and downstream are counted from. */
    public enum Anchor {
        /** The feature's first letter, which is the first of those downstream. */
        START,
        /** The feature's last letter, which is the last of those upstream. */
        END,
        /** The whole feature, with letters before and behind it. */
        WHOLE
    }

    /** What becomes of letters beside a feature that belong to a neighbour. */
    public enum Neighbours {
        /** They stay, and the region says whose they are. */
        KEEP,
        /** The region ends before them. */
        CUT,
        /** The region is left out. */
        LEAVE_OUT
    }

    /**
     * Copies the lists and checks the numbers.
     *
     * @throws InputException if no letter is asked for, or too many are
     */
    public RegionSettings {
        types = types.stream().map(String::strip).filter(t -> !t.isEmpty()).toList();
        names = names.stream().map(String::strip).filter(t -> !t.isEmpty()).toList();
        if (types.isEmpty()) {
            throw new InputException("No type of feature is asked for.", "Name one, such as gene or CDS.");
        }
        if (upstream < 0 || upstream > MOST || downstream < 0 || downstream > MOST) {
            throw new InputException("The region has " + upstream + " letters upstream and " + downstream + " downstream.",
                "Give numbers from 0 to " + MOST + ".");
        }
        if (anchor != Anchor.WHOLE && upstream + downstream == 0) {
            throw new InputException("The region has no letter upstream and none downstream.", "Give a number above 0 for one of them.");
        }
    }
}
