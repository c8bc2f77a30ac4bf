package org.seism.knime.node.comparer;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.seism.knime.parameters.Links;

/** Declares the Motif Comparer. */
public final class MotifComparerNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = Links.addTo(DefaultNode.create() //
        .name("Motif Comparer") //
        .icon("./icon.png") //
        .shortDescription("Says which known motifs of a library each motif resembles, with p- and q-values.") //
        .fullDescription("""
            <p>Compares every motif of a table of motifs with every motif of a library, such as JASPAR's or HOCOMOCO's read by the
            <i>Motif Reader</i>, over all offsets and, for DNA, both strands.</p>
            <p>Columns are compared by their Euclidean distance; an alignment's score is the sum over the aligned columns, each
            relative to the median of the query column's scores over all columns of the library. The <b>p-value</b> is the
            probability that the best alignment with columns drawn at random from the library is at least as good (Gupta and others 2007,
            Tomtom); the <b>q-value</b> is Benjamini and Hochberg's over the library's motifs, per query.</p>
            <p>The second output calls a family: among the twenty best matches with q below 0.05 the one with the largest sum of
            -log10 p. <b>A motif is never more than similar:</b> relatives share their matrices, and a factor that the library lacks
            lends its name to the next best. Where the library has no families (JASPAR's TRANSFAC files have them), factors stand in
            their place.</p>
            <p>Motifs of fewer than about six informative positions resemble many; their q-values say so.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Motifs", "A table of motifs (columns Name and Matrix), or the motifs of a SEISM node (columns Motif and "
                + "PWM).") //
            .addInputTable("Library", "A table of motifs whose names are known, from the Motif Reader. Its column Family is used if it is "
                + "there.") //
            .addOutputTable("Best matches", "The best matches of every motif: Motif, Rank, Name, Alternative name, Family, P-value, "
                + "Q-value, Strand, Offset (position of the motif at which the match begins, 0 for the first), Overlap, Consensus.") //
            .addOutputTable("Resembles", "One row per motif: the family it resembles, the best match of that family with its q-value, and "
                + "the call in words; missing where it resembles nothing in the library.")) //
        .model(m -> m.parametersClass(MotifComparerNodeParameters.class) //
            .configure(MotifComparerNode::configure) //
            .execute(MotifComparerNode::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("Tomtom", "compare", "similarity", "JASPAR", "HOCOMOCO", "transcription factor", "family", "annotate", "name", "motif",
            "library"));

    /** For KNIME. */
    public MotifComparerNodeFactory() {
        super(NODE);
    }
}
