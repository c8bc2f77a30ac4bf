package org.seism.knime.node.pvalues;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.seism.knime.parameters.Links;
import org.seism.knime.parameters.ReportParameters;
import org.seism.knime.port.NullSamplePortObject;
import org.seism.knime.view.ResultView;

/** Declares Selective P-Values. */
public final class SelectivePValuesNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = Links.addTo(DefaultNode.create() //
        .name("Selective P-Values") //
        .icon("./icon.png") //
        .shortDescription("Reports p-values that stay valid although the motifs were selected with the same data.") //
        .fullDescription("""
            <p>Compares each motif's measured statistic with the null distribution that the <i>Null Sampler</i> drew, and reports
            the results with logos. A small p-value says: even among phenotypes that are random and select the same motifs, so
            strong an association is rare.</p>
            <p>Beside the columns that describe the motif (see <i>Motif Selector</i>) the table has</p>
            <ul>
            <li><b>Partial correlation</b>: the test statistic, with the sign of the effect,</li>
            <li><b>P-value (sampled)</b>: the p-value to report; share of null replicates at least as extreme, the measured one
            counted,</li>
            <li><b>Standard error</b> of the sampled p-value, <b>ESS</b> (effective number of independent replicates), and
            <b>Replicates</b>,</li>
            <li><b>P-value (gaussian, closed form)</b> and its decimal logarithm: the exact selective test, often weaker for motifs after the
            first,</li>
            <li><b>P-value (naive, not valid)</b>: as if the motif had been known beforehand. It shows how large the effect of selection
            is and must not be reported,</li>
            <li><b>P-value (Holm)</b> and <b>Q-value (BH)</b>: corrected for the number of motifs,</li>
            <li><b>ForwardStop</b>: whether the motif is among the first ones that the ForwardStop rule keeps.</li>
            </ul>
            <p>Where a library is connected, here or at the Motif Selector, <b>Resembles</b> names the family of known motifs that the
            motif's matrix is most alike, with the best match and its q-value. A likeness is no identification: relatives share their
            matrices, and a factor that the library lacks lends its name to the next best.</p>
            <p>If the Motif Selector leaves the number of motifs to ForwardStop, only those it keeps are shown, at least one, and
            corrections count these.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("SEISM Null Sample", "Motifs with their null distributions, from the Null Sampler.",
                NullSamplePortObject.TYPE) //
            .addInputPort("Library", "Known motifs, a table from the Motif Reader; need not be connected. Every motif is compared with "
                + "them; without them, with those of the Motif Selector's library, if it has one.", BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Motifs", "One row per motif in the order of selection, with p-values.") //
            .addOutputTable("Summary", "One row: number of sequences and candidates, hypothesis, null model, replicates, seed, what "
                + "ForwardStop keeps, and remarks that limit the result.") //
            .addOutputTable("Sites", "All sites of the motifs at the cut of their matrices: Motif, ID, Start, End (from 1), Strand, Score "
                + "(bits), Site, Phenotype.") //
            .addOutputTable("Matrices", "The matrices behind the logos: Motif, Position, Letter, Count, Frequency, Bits (the letter's height "
                + "in the logo).")) //
        .model(m -> m.parametersClass(ReportParameters.class) //
            .configure(SelectivePValuesNode::configure) //
            .execute(SelectivePValuesNode::execute)) //
        .addView(v -> ResultView.declare(v,
            "The motifs with logos, p-values, and the null distribution of each statistic with the measured value.")) //
        .nodeType(NodeType.Other) //
        .keywords("p-value", "significance", "selective inference", "post-selection inference", "motif", "FDR", "false discovery rate",
            "Holm", "Benjamini-Hochberg", "ForwardStop", "report"));

    /** For KNIME. */
    public SelectivePValuesNodeFactory() {
        super(NODE);
    }
}
