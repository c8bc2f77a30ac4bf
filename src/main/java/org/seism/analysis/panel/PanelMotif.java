package org.seism.analysis.panel;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.seism.analysis.Discovery;
import org.seism.analysis.MotifResult;
import org.seism.analysis.field.FieldText;
import org.seism.analysis.field.MotifField;
import org.seism.analysis.field.ResultKind;
import org.seism.inference.Multiplicity;

/**
 * What a panel remembers of a motif of one phenotype: what it is judged and grouped by, and all that is said about it as
 * text.
 *
 * @param rank order of selection, from 1
 * @param word the motif in letters
 * @param p p-value that it is judged by: that of its step where the null model has one
 * @param listP p-value of the list up to this motif
 * @param correlation partial correlation with the phenotype, with its sign
 * @param counts {@code [column][letter]}: the grown matrix; never changed after construction
 * @param texts one per field of {@link #FIELDS}
 */
public record PanelMotif(int rank, String word, double p, double listP, double correlation, int[][] counts,
    List<String> texts) {
    /** What has no column in a table of many phenotypes: matrices, which each phenotype's own results hold, and pictures. */
    private static final EnumSet<MotifField> LEFT_OUT =
        EnumSet.of(MotifField.PFM, MotifField.LATTICE, MotifField.PWM, MotifField.LOG_ODDS, MotifField.LOGO);

    /** What is said about a motif in tables of many phenotypes. */
    public static final List<MotifField> FIELDS =
        MotifField.of(ResultKind.DISCOVERY).stream().filter(f -> !LEFT_OUT.contains(f)).toList();

    /** Copies the list. */
    public PanelMotif {
        texts = List.copyOf(texts);
    }

    static List<PanelMotif> of(final Discovery discovery) {
        final double[] p = discovery.tested().headlineP();
        final double[] list = Multiplicity.listP(p);
        final List<PanelMotif> motifs = new ArrayList<>();
        for (int j = 0; j < p.length; j++) {
            final MotifResult motif = discovery.motifs().get(j);
            motifs.add(new PanelMotif(j + 1, motif.consensus(), p[j], list[j], motif.test().correlation().orElse(Double.NaN),
                motif.description().matrix().counts(), FIELDS.stream().map(f -> FieldText.of(f.read(motif))).toList()));
        }
        return motifs;
    }
}
