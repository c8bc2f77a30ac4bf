package org.seism.knime.node.exact;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.seism.knime.parameters.Links;
import org.seism.knime.port.MotifsPortObject;
import org.seism.knime.view.ResultView;

/** Declares the Closed-Form Selective Test. */
public final class ExactSelectiveTestNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = Links.addTo(DefaultNode.create() //
        .name("Closed-Form Selective Test") //
        .icon("./icon.png") //
        .shortDescription("Computes exact selective p-values of motifs without sampling, under normal noise.") //
        .fullDescription("""
            <p>Tests every selected motif in closed form: along the one direction in which the phenotype can change towards or away
            from the motif, it computes where the same motifs would have been selected, and how much of the null probability there
            is at least as extreme as the measured value. No random numbers, a few seconds, and p-values far below what sampling
            can reach; the decimal logarithm keeps its digits below 1e-300.</p>
            <p>Valid for normal noise of unknown variance. For the first motif it is nearly as powerful as the sampled test; for
            later motifs, which have close competitors, it is often much weaker. Use it for a first look and for strong motifs, and
            the <i>Null Sampler</i> for the p-values to report.</p>
            <p>Beside the columns that describe the motif (see <i>Motif Selector</i>) the table has <b>Partial correlation</b> (the
            test statistic), <b>P-value (gaussian, closed form)</b>, <b>log10 P-value (gaussian, closed form)</b>, <b>P-value (naive, not valid)</b> (as if the motif
            had been known beforehand; for comparison only), <b>P-value (Holm)</b>, <b>Q-value (BH)</b> and <b>ForwardStop</b>.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("SEISM Motifs", "Motifs from the Motif Selector. Motifs of a data split can't be tested.",
                MotifsPortObject.TYPE) //
            .addOutputTable("Motifs", "One row per motif in the order of selection, with exact p-values.") //
            .addOutputTable("Summary", "One row: number of sequences and candidates, hypothesis, settings, what ForwardStop keeps, and "
                + "remarks that limit the result.") //
            .addOutputTable("Sites", "All sites of the motifs at the cut of their matrices: Motif, ID, Start, End (from 1), Strand, Score "
                + "(bits), Site, Phenotype.") //
            .addOutputTable("Matrices", "The matrices behind the logos: Motif, Position, Letter, Count, Frequency, Bits (the letter's height "
                + "in the logo).")) //
        .model(m -> m.parametersClass(ExactSelectiveTestNodeParameters.class) //
            .configure(ExactSelectiveTestNode::configure) //
            .execute(ExactSelectiveTestNode::execute)) //
        .addView(v -> ResultView.declare(v, "The motifs with logos and exact p-values.")) //
        .nodeType(NodeType.Other) //
        .keywords("p-value", "exact test", "selective inference", "post-selection inference", "truncated distribution", "motif"));

    /** For KNIME. */
    public ExactSelectiveTestNodeFactory() {
        super(NODE);
    }
}
