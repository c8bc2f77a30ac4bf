package org.seism.motif.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.seism.Progress;
import org.seism.motif.Motif;
import org.seism.motif.Strand;

/** Describes the motifs of one run: matrices, counts, families of variants, and what stands beside motif 1. */
public final class MotifDescriber {
    private MotifDescriber() {
    }

    /**
     * @param data sequences and phenotype
     * @param motifs the selected motifs in order of rank
     * @param signs sign of the association of each
     * @param progress cancellation
     * @return one description per motif
     */
    public static List<MotifDescription> describe(final GrowthData data, final List<Motif> motifs, final int[] signs,
        final Progress progress) {
        final List<GrownMatrix> matrices = new ArrayList<>();
        final List<Motif> shown = new ArrayList<>();
        for (int j = 0; j < motifs.size(); j++) {
            final GrownMatrix matrix = MatrixGrowth.grow(data, motifs.get(j), signs[j], progress);
            final long reverse = matrix.sites().stream().filter(s -> s.strand() == Strand.REVERSE).count();
            final boolean turn = data.strands() == 2 && 2 * reverse > matrix.sites().size();
            final GrownMatrix turned = turn ? matrix.reverseComplement() : matrix;
            matrices.add(turned);
            shown.add(turned.wordStrand() == Strand.FORWARD ? motifs.get(j) : motifs.get(j).reverseComplement());
        }
        final int[] families = families(matrices, signs);
        final List<MotifDescription> descriptions = new ArrayList<>();
        for (int j = 0; j < motifs.size(); j++) {
            progress.checkCancelled();
            descriptions.add(new MotifDescription(shown.get(j), matrices.get(j), MatchCounts.of(data, motifs.get(j)),
                families[j] == j ? OptionalInt.empty() : OptionalInt.of(families[j] + 1),
                j == 0 ? Optional.empty() : Attachment.of(data, shown.get(0), shown.get(j), signs[j]),
                Optional.empty()));
        }
        return descriptions;
    }

    /**
     * Motifs of the same sign whose sites overlap by at least half of the shorter width in at least half of the smaller set of sites
     * are one family.
     *
     * @return per motif the index of its family's representative, the one whose sites go best with the phenotype
     */
    static int[] families(final List<GrownMatrix> matrices, final int[] signs) {
        final int[] family = new int[matrices.size()];
        Arrays.setAll(family, j -> j);
        for (int j = 1; j < family.length; j++) {
            for (int i = 0; i < j; i++) {
                if (signs[i] == signs[j] && alike(matrices.get(i), matrices.get(j))) {
                    final int from = family[j];
                    final int to = family[i];
                    Arrays.setAll(family, k -> family[k] == from ? to : family[k]);
                }
            }
        }
        final int[] best = family.clone();
        for (int j = 0; j < family.length; j++) {
            final int representative = best[family[j]];
            if (family[representative] != family[j] || matrices.get(j).correlation() > matrices.get(representative).correlation()) {
                best[family[j]] = j;
            }
        }
        return Arrays.stream(family).map(f -> best[f]).toArray();
    }

    private static boolean alike(final GrownMatrix a, final GrownMatrix b) {
        final Map<Integer, MatrixSite> sites = new HashMap<>();
        a.sites().forEach(s -> sites.put(s.sequence(), s));
        int overlapping = 0;
        for (final MatrixSite other : b.sites()) {
            final MatrixSite site = sites.get(other.sequence());
            if (site != null) {
                final int shared = Math.min(site.start() + a.width(), other.start() + b.width())
                    - Math.max(site.start(), other.start());
                overlapping += 2 * shared >= Math.min(a.width(), b.width()) ? 1 : 0;
            }
        }
        final int smaller = Math.min(a.sites().size(), b.sites().size());
        return smaller > 0 && 2 * overlapping >= smaller;
    }
}
