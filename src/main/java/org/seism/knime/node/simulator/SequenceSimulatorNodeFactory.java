package org.seism.knime.node.simulator;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.seism.knime.parameters.Links;

/** Declares the Sequence Simulator. */
public final class SequenceSimulatorNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = Links.addTo(DefaultNode.create() //
        .name("Sequence Simulator") //
        .icon("./icon.png") //
        .shortDescription("Draws sequences with planted motifs and a phenotype that depends on them.") //
        .fullDescription("""
            <p>Draws random DNA, RNA or protein sequences, plants words in some of them and computes a phenotype that depends on
            the planted words. For learning what the other nodes do, for checking that p-values keep their promise (plant
            nothing), and for finding out how many sequences a study needs (vary number, effect and noise).</p>
            <p>Letters are independent of one another. A planted motif stands in exactly the chosen share of the sequences, at a
            random place, and two words never overlap. The phenotype is the sum of the effects of a sequence's words, the effects
            of its covariates, and normal noise, or a case/control phenotype made of that sum. By chance the background may hold a
            planted word too; only planting counts.</p>
            <p>The column <b>Planted</b> tells the truth: <tt>TATAAT@13+</tt> means that TATAAT was planted at position 13
            (counted from 1) of the sequence as given, <tt>-</tt> stands for the reverse complement.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addOutputTable("Sequences", "One row per sequence: ID, Sequence, Phenotype, Planted, and one column per covariate.")) //
        .model(m -> m.parametersClass(SequenceSimulatorNodeParameters.class) //
            .configure(SequenceSimulatorNode::configure) //
            .execute(SequenceSimulatorNode::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("simulation", "random", "synthetic", "motif", "power", "teaching", "benchmark", "null data"));

    /** For KNIME. */
    public SequenceSimulatorNodeFactory() {
        super(NODE);
    }
}
