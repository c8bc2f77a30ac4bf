package org.seism.knime.node.split;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.seism.knime.parameters.Links;
import org.seism.knime.port.MotifsPortObject;
import org.seism.knime.port.SequencesPortObject;
import org.seism.knime.view.ResultView;

/** Declares the Data Split Test. */
public final class DataSplitTestNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = Links.addTo(DefaultNode.create() //
        .name("Data Split Test") //
        .icon("./icon.png") //
        .shortDescription("Selects motifs on one part of the sequences and tests them on the other.") //
        .fullDescription("""
            <p>The simplest way to p-values that selection does not spoil: a random part of the sequences selects the motifs, the
            rest tests them as if they had been known beforehand. It needs no special theory, but both steps see only a part of the
            data, so it usually finds less than the selective tests. Use it as a comparison.</p>
            <p>A single split depends on luck. With several repeats each rank (first motif, second motif, ...) is tested in every
            split, and its p-value is twice the median, at most 1. Different splits may select different words; the table lists
            them. Consensus, logo and the SEISM Motifs output show the motif of the first split.</p>
            <p>With a library of known motifs at the second input, its matrices are what is selected from, as in the <i>Motif
            Selector</i>.</p>
            <p>Beside the columns that describe the motif (see <i>Motif Selector</i>; Score, R2 and Effect are missing, since they
            belong to a part of the data only) the table has <b>Partial correlation</b> (in the testing part of the first split),
            <b>P-value (split)</b>, <b>P-value (Holm)</b>, <b>Q-value (BH)</b>, <b>P-values of the splits</b>, <b>Consensus of the
            splits</b> and <b>Seed</b>.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("SEISM Sequences", "Sequences with phenotype, from the Sequence Encoder.", SequencesPortObject.TYPE) //
            .addInputPort("Library", "Known motifs, a table from the Motif Reader; need not be connected. Motifs are selected from its matrices "
                + "if the dialog says so, and every motif is compared with them.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputPort("SEISM Motifs", "The motifs of the first split. They can be scanned for and written, but not be tested "
                + "again by the selective tests.", MotifsPortObject.TYPE) //
            .addOutputTable("Motifs", "One row per rank, with the p-value of the data split.") //
            .addOutputTable("Summary", "One row: number of sequences, how motifs were selected, and how the data were split.") //
            .addOutputTable("Sites", "All sites of the motifs at the cut of their matrices: Motif, ID, Start, End (from 1), Strand, Score "
                + "(bits), Site, Phenotype.") //
            .addOutputTable("Matrices", "The matrices behind the logos: Motif, Position, Letter, Count, Frequency, Bits (the letter's height "
                + "in the logo).")) //
        .model(m -> m.parametersClass(DataSplitTestNodeParameters.class) //
            .configure(DataSplitTestNode::configure) //
            .execute(DataSplitTestNode::execute)) //
        .addView(v -> ResultView.declare(v, "The motifs of the first split with logos and data-split p-values.")) //
        .nodeType(NodeType.Learner) //
        .keywords("p-value", "data splitting", "sample splitting", "hold-out", "training and test", "motif", "comparison"));

    /** For KNIME. */
    public DataSplitTestNodeFactory() {
        super(NODE);
    }
}
