package org.seism.knime.node.reader;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.seism.knime.parameters.Links;

/** Declares the Motif Reader. */
public final class MotifReaderNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = Links.addTo(DefaultNode.create() //
        .name("Motif Reader") //
        .icon("./icon.png") //
        .shortDescription("Reads motif matrices from a MEME, JASPAR, TRANSFAC or HOMER file into a table.") //
        .fullDescription("""
            <p>Reads the matrices of a motif file into a <b>table of motifs</b>, one row per motif in the order of the file. Which
            format a file has is told from its content: MEME (also the text output of STREME and DREME), JASPAR with or without
            letters before the rows, TRANSFAC (also with JASPAR's comments on families), HOMER, and the rows of counts per position
            of HOCOMOCO, Cluster-Buster, ENCODE, CIS-BP and UniPROBE. The file may be compressed with gzip.</p>
            <p>The table has the columns</p>
            <ul>
            <li><b>Name</b>: the motif's identifier, such as an accession,</li>
            <li><b>Alternative name</b>: a second name, such as the factor's,</li>
            <li><b>Alphabet</b>: DNA, RNA or protein,</li>
            <li><b>Width</b>: number of positions,</li>
            <li><b>Consensus</b>: letters and IUPAC codes,</li>
            <li><b>Matrix</b>: frequencies as a list of numbers, position by position, for each the letters in alphabetical order
            (A, C, G, T of position 1, then of position 2, ...),</li>
            <li><b>Sites</b>: number of sites that the matrix was counted on, missing where the file does not say,</li>
            <li><b>Logo</b>: sequence logo as an image,</li>
            <li><b>Family</b> of the factor, <b>Background</b> frequencies and <b>URL</b>, where the file has them.</li>
            </ul>
            <p>The same table goes into <i>Motif Scanner</i>, <i>Motif Comparer</i> and <i>Motif Writer</i>; a row filter or joiner
            fits between. A motif that can't be read is left out with a warning that names its line; alphabets other than DNA, RNA and
            the twenty amino acids are an error that names them.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addOutputTable("Motifs", "One row per motif: a table of motifs.")) //
        .model(m -> m.parametersClass(MotifReaderNodeParameters.class) //
            .configure(MotifReaderNode::configure) //
            .execute(MotifReaderNode::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("MEME", "JASPAR", "TRANSFAC", "HOMER", "HOCOMOCO", "PWM", "PFM", "position weight matrix", "transcription factor",
            "binding site", "motif", "logo", "library", "read", "import"));

    /** For KNIME. */
    public MotifReaderNodeFactory() {
        super(NODE);
    }
}
