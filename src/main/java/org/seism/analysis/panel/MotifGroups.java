package org.seism.analysis.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.seism.Progress;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.compare.LibraryMotif;
import org.seism.motif.compare.MotifComparison;
import org.seism.motif.compare.MotifLibrary;
import org.seism.sequence.Alphabet;

/**
 * Motifs that are kept in several phenotypes and look alike, by their grown matrices. The motif with the smallest p-value
 * founds the first group; each motif after it joins the group whose founder it resembles most, if the comparison's p-value
 * (METHOD, section 16; all kept motifs are the library) is small, and founds another otherwise. Descriptive: the groups take
 * no part in any test.
 */
public final class MotifGroups {
    /** p-value of the comparison up to which two motifs are taken for one. */
    static final double ALIKE = 0.005;

    /**
     * A motif in a phenotype.
     *
     * @param phenotype its number
     * @param motif one of its motifs
     */
    public record Member(int phenotype, PanelMotif motif) {
    }

    /**
     * Motifs that look alike.
     *
     * @param matrix of the founder: counted frequencies
     * @param members the founder first, then by p-value
     */
    public record Group(FrequencyMatrix matrix, List<Member> members) {
        /** Copies the list. */
        public Group {
            members = List.copyOf(members);
        }

        /** @return how many phenotypes have such a motif */
        public int phenotypes() {
            return (int)members.stream().mapToInt(Member::phenotype).distinct().count();
        }

        /**
         * @param phenotype its number
         * @return its motif of this group, the one with the smallest p-value where it has several
         */
        public Optional<PanelMotif> of(final int phenotype) {
            return members.stream().filter(m -> m.phenotype() == phenotype).map(Member::motif).findFirst();
        }
    }

    private MotifGroups() {
    }

    /**
     * @param results of all phenotypes, by number
     * @param findings which of their motifs are kept
     * @param bothStrands whether motifs may be alike on opposite strands
     * @param progress cancellation
     * @return the groups, those of most phenotypes first
     */
    public static List<Group> of(final List<PhenotypeResult> results, final PanelFindings findings, final boolean bothStrands,
        final Progress progress) {
        final List<Member> kept = new ArrayList<>();
        Alphabet alphabet = null;
        for (final PhenotypeResult result : results) {
            if (result instanceof final PhenotypeResult.Tested tested) {
                alphabet = tested.alphabet();
                tested.motifs().stream().filter(m -> findings.kept(tested.number(), m))
                    .forEach(m -> kept.add(new Member(tested.number(), m)));
            }
        }
        if (kept.isEmpty()) {
            return List.of();
        }
        kept.sort(Comparator.comparingDouble((final Member m) -> m.motif().listP())
            .thenComparing(Comparator.comparingDouble((final Member m) -> -Math.abs(m.motif().correlation())))
            .thenComparingInt(Member::phenotype).thenComparingInt(m -> m.motif().rank()));
        return grouped(kept, alphabet, bothStrands, progress);
    }

    private static List<Group> grouped(final List<Member> kept, final Alphabet alphabet, final boolean bothStrands,
        final Progress progress) {
        final List<FrequencyMatrix> matrices = new ArrayList<>();
        for (int k = 0; k < kept.size(); k++) {
            final PanelMotif motif = kept.get(k).motif();
            matrices.add(FrequencyMatrix.ofCounts(Integer.toString(k), motif.word(), alphabet, motif.counts()));
        }
        final MotifComparison comparison = new MotifComparison(
            new MotifLibrary("the panel", matrices.stream().map(m -> new LibraryMotif(m, "")).toList()), bothStrands);
        final Map<String, List<Member>> groups = new HashMap<>();
        final List<Integer> founders = new ArrayList<>();
        for (int k = 0; k < kept.size(); k++) {
            progress.checkCancelled();
            // smallest p-value first
            final Optional<List<Member>> own = founders.isEmpty() ? Optional.empty()
                : comparison.match(matrices.get(k), progress).stream().filter(m -> m.p() <= ALIKE)
                    .map(m -> groups.get(m.target().matrix().name())).filter(g -> g != null).findFirst();
            if (own.isPresent()) {
                own.get().add(kept.get(k));
            } else {
                founders.add(k);
                groups.put(Integer.toString(k), new ArrayList<>(List.of(kept.get(k))));
            }
        }
        final List<Group> all = new ArrayList<>();
        for (final int founder : founders) {
            all.add(new Group(matrices.get(founder), groups.get(Integer.toString(founder))));
        }
        // a stable order: founders come by p-value
        all.sort(Comparator.comparingInt((final Group g) -> -g.phenotypes()));
        return List.copyOf(all);
    }
}
