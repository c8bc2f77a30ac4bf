package org.seism.knime.node.fastareader;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.seism.knime.parameters.Links;

/** Declares the FASTA Reader. */
public final class FastaReaderNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = Links.addTo(DefaultNode.create() //
        .name("FASTA Reader") //
        .icon("./icon.png") //
        .shortDescription("Reads DNA, RNA or protein sequences from a FASTA file, with a phenotype from the headers if wanted.") //
        .fullDescription("""
            <p>Reads a FASTA file into a table, one row per record in the order of the file. The output has the columns</p>
            <ul>
            <li><b>ID</b>: the first word of the header,</li>
            <li><b>Description</b>: the rest of the header,</li>
            <li><b>Sequence</b>: the letters as they stand in the file, without blanks and line ends,</li>
            <li><b>Length</b>: their number,</li>
            <li><b>Phenotype</b>, if wanted: what a pattern finds in the header, for instance a measured activity or the class
            of a case/control study.</li>
            </ul>
            <p>The file may be compressed with gzip, have wrapped lines, lines of any length, blank lines, comment lines that begin
            with a semicolon, Windows or Unix line ends, and letters in either case. Nothing is judged or left out here, also no
            empty record and no repeated identifier: that is the work of the <i>Sequence Encoder</i>, which says for every row
            whether it is used and why. A header without a phenotype gives a missing value, and the node warns how many there are.
            A file that is no FASTA file is an error that names the line.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addOutputTable("Sequences",
                "One row per record: ID, Description, Sequence, Length and, if wanted, Phenotype.")) //
        .model(m -> m.parametersClass(FastaReaderNodeParameters.class) //
            .configure(FastaReaderNode::configure) //
            .execute(FastaReaderNode::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("FASTA", "fa", "sequence", "DNA", "RNA", "protein", "promoter", "genome", "motif", "read", "import"));

    /** For KNIME. */
    public FastaReaderNodeFactory() {
        super(NODE);
    }
}
