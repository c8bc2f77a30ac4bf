package org.seism.knime.node.extractor;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.seism.knime.parameters.Links;

/** Declares the Region Extractor. */
public final class RegionExtractorNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = Links.addTo(DefaultNode.create() //
        .name("Region Extractor") //
        .icon("./icon.png") //
        .shortDescription("Cuts promoters, 3' ends or whole genes out of annotated sequences: GenBank, EMBL, UniProt, or FASTA with GFF3, "
            + "GTF or BED.") //
        .fullDescription("""
            <p>Cuts the letters around features out of annotated sequences, one row per feature in the order of the file. Join the
            table with measured values by the column ID (<i>Joiner</i>), and it goes into the <i>Sequence Encoder</i>. The output has
            the columns</p>
            <ul>
            <li><b>ID</b>: what an attribute of the feature says, such as its locus_tag; unique,</li>
            <li><b>Sequence</b>: the letters on the feature's strand, in upper case,</li>
            <li><b>Chromosome</b>: name of the sequence it lies on,</li>
            <li><b>Start</b> and <b>End</b>: leftmost and rightmost letter there, counted from 1 and both included,</li>
            <li><b>Strand</b>: + or -,</li>
            <li><b>Remarks</b>: what is special about the region, such as shortened, cut, or overlapping a neighbour; missing if
            nothing is,</li>
            <li>the attributes that are asked for, missing where a feature has none.</li>
            </ul>
            <p>On a circular sequence a region goes on behind the sequence's end, and its Start is then larger than its End; on another
            sequence it is shortened there. A feature whose place is not in its sequence (a position in another record, or an unknown one) is
            left out. The node warns of regions that were left out, shortened, cut or renamed, with their numbers. A feature that
            lies behind its sequence's end is an error: the annotation is of another assembly.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Table of regions", "Regions of the sequences of a FASTA file, one per row: Chromosome, Start, End (from 1, both "
                + "included), and Strand and ID if they are there; need not be connected.", BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Regions", "One row per region: ID, Sequence, Chromosome, Start, End, Strand, Remarks and the attributes that "
                + "are asked for.")) //
        .model(m -> m.parametersClass(RegionExtractorNodeParameters.class) //
            .configure(RegionExtractorNode::configure) //
            .execute(RegionExtractorNode::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("GenBank", "EMBL", "UniProt", "GFF3", "GTF", "BED", "annotation", "feature", "gene", "promoter", "upstream", "UTR",
            "genome", "sequence", "extract", "read", "import"));

    /** For KNIME. */
    public RegionExtractorNodeFactory() {
        super(NODE);
    }
}
