package org.seism.knime.node.writer;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.seism.knime.parameters.Links;

/** Declares the Motif Writer. */
public final class MotifWriterNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = Links.addTo(DefaultNode.create() //
        .name("Motif Writer") //
        .icon("./icon.png") //
        .shortDescription("Writes motif matrices to a MEME, JASPAR, TRANSFAC or HOMER file.") //
        .fullDescription("""
            <p>Writes a table of motifs to a file that other programs read: the <i>Motif Reader</i>'s table, or the motifs as
            <i>Motif Selector</i>, <i>Selective P-Values</i> and the other tests put them out (columns Motif and PWM), possibly
            filtered or joined. Of these the shares of the letters at the motif's sites are written.</p>
            <p>What the formats hold:</p>
            <ul>
            <li><b>MEME</b> holds all alphabets, names, alternative names, numbers of sites, one background for all motifs, and
            addresses (URL),</li>
            <li><b>TRANSFAC</b> holds counts, names and alternative names; family and address become comments,</li>
            <li><b>JASPAR</b> holds counts, names and alternative names,</li>
            <li><b>HOMER</b> holds probabilities, names and numbers of sites.</li>
            </ul>
            <p>Only MEME holds protein motifs, and only MEME tells RNA from DNA; elsewhere U is written as T. Blanks and special
            characters in names become underscores, and a name that comes twice gets a number. Where the number of sites is not known,
            frequencies are written instead of counts.</p>
            <p>The file is written as a whole: if anything goes wrong, a file that was there stays as it is.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Motifs", "A table of motifs (columns Name and Matrix), or the motifs of a SEISM node (columns Motif and "
                + "PWM).")) //
        .model(m -> m.parametersClass(MotifWriterNodeParameters.class) //
            .configure(MotifWriterNode::configure) //
            .execute(MotifWriterNode::execute)) //
        .nodeType(NodeType.Sink) //
        .keywords("MEME", "JASPAR", "TRANSFAC", "HOMER", "PWM", "PFM", "position weight matrix", "motif", "write", "export", "save"));

    /** For KNIME. */
    public MotifWriterNodeFactory() {
        super(NODE);
    }
}
