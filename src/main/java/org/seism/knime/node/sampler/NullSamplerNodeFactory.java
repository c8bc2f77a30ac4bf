package org.seism.knime.node.sampler;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.seism.knime.parameters.Links;
import org.seism.knime.port.MotifsPortObject;
import org.seism.knime.port.NullSamplePortObject;
import org.seism.knime.view.ResultView;

/** Declares the Null Sampler. */
public final class NullSamplerNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = Links.addTo(DefaultNode.create() //
        .name("Null Sampler") //
        .icon("./icon.png") //
        .shortDescription("Draws phenotypes under the null hypothesis that lead to the same selected motifs.") //
        .fullDescription("""
            <p>To see how surprising a selected motif is, it must be compared with phenotypes that are random <i>and would have led
            to the same selection</i>. This node draws such phenotypes: for every motif a Markov chain walks through all phenotypes
            that agree with the null hypothesis and select the same motifs in the same order, beginning at the measured one, and
            notes the motif's test statistic at every step. <i>Selective P-Values</i> compares the measured statistic with
            these.</p>
            <p>The p-value is valid for any number of steps, because the measured phenotype is put at a random place of the chain
            (Besag and Clifford 1989); more replicates and less similar ones only make it more precise.</p>
            <p>The work grows with replicates, sequences and candidates. It runs on as many threads as KNIME's preferences allow; the
            result depends on the seed only. The exact test, which needs no sampling, is computed beside.</p>
            <p>The table has one row per motif and replicate: <b>Motif</b>, <b>Replicate</b> (position in the chain, from 0; with
            several branches the one of the measured phenotype comes first, from its outer end, then the others outward),
            <b>Statistic</b> (absolute partial correlation of motif and phenotype) and <b>Observed</b> (true for the measured
            phenotype).</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("SEISM Motifs", "Motifs from the Motif Selector. Motifs of a data split can't be sampled.",
                MotifsPortObject.TYPE) //
            .addOutputPort("SEISM Null Sample", "The motifs with their null distributions.", NullSamplePortObject.TYPE) //
            .addOutputTable("Null statistics", "One row per motif and replicate.")) //
        .model(m -> m.parametersClass(NullSamplerNodeParameters.class) //
            .configure(NullSamplerNode::configure) //
            .execute(NullSamplerNode::execute)) //
        .addView(v -> ResultView.declare(v, "How well the null was sampled: trace, distribution and effective sample size of every motif"
            + ", and which replicates are much alike.")) //
        .nodeType(NodeType.Manipulator) //
        .keywords("null distribution", "permutation", "Monte Carlo", "Markov chain", "MCMC", "hit and run", "selective inference",
            "post-selection", "p-value"));

    /** For KNIME. */
    public NullSamplerNodeFactory() {
        super(NODE);
    }
}
