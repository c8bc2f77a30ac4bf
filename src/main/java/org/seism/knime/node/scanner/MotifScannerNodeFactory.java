package org.seism.knime.node.scanner;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.seism.knime.parameters.Links;

/** Declares the Motif Scanner. */
public final class MotifScannerNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = Links.addTo(DefaultNode.create() //
        .name("Motif Scanner") //
        .icon("./icon.png") //
        .shortDescription("Finds the sites of motifs in sequences: the best one of each sequence, and all above a threshold.") //
        .fullDescription("""
            <p>Looks for every motif of a table of motifs in every sequence of a table. The sequences need no phenotype.</p>
            <p>A window is scored by its <b>log-odds score</b> in bits: the sum over its letters of log2(frequency in the matrix /
            frequency in the background), with 0.1 added to every count of a matrix that is taken as counted on at least 20 sites.
            The <b>p-value of the score</b> is the probability that a window of independent background letters scores at least as
            high; it is computed exactly, and is one of a single window: a long sequence has many.</p>
            <p>The first output is the table of sequences, row by row under its row IDs, with five more columns per motif:</p>
            <ul>
            <li><b>activation</b>: 0 to 1, how near the nearest window is to the matrix, as the <i>Motif Selector</i> computes it; to
            be used as a feature in other nodes,</li>
            <li><b>score</b>: log-odds score of the best window in bits, whether or not it passes the threshold,</li>
            <li><b>start</b>: its first letter, counted from 1,</li>
            <li><b>strand</b>: + as given, - on the reverse complement,</li>
            <li><b>site</b>: its letters as the motif reads them.</li>
            </ul>
            <p>Of equally good windows the leftmost counts, on the given strand first. A sequence without a window of plain letters
            has missing values. The columns are called by the motif's name; a name that is taken gets a number.</p>
            <p>The second output lists all sites whose p-value is at most the threshold, sequence by sequence from left to right.
            Where an identifier names a place in a genome, as <tt>chr1:100-200</tt> or <tt>chr1:100-200(-)</tt> do (BEDTools: the first
            number counts from 0), and the sequence has that length, the place of the site on the chromosome is given as well,
            counted from 1.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Motifs", "A table of motifs (columns Name and Matrix), or the motifs of a SEISM node (columns Motif and "
                + "PWM). All over one alphabet.") //
            .addInputTable("Sequences", "A table with a text column of sequences.") //
            .addOutputTable("Sequences with best sites", "The table of sequences with activation, score, start, strand and site of "
                + "every motif. Its columns are known when the motifs are.") //
            .addOutputTable("All sites", "One row per site: Motif, ID, Start, End, Strand, Score (bits), P-value of the score, Site, and "
                + "the place on the chromosome where the identifier tells it.")) //
        .model(m -> m.parametersClass(MotifScannerNodeParameters.class) //
            .configure(MotifScannerNode::configure) //
            .execute(MotifScannerNode::execute)) //
        .nodeType(NodeType.Predictor) //
        .keywords("scan", "FIMO", "binding site", "PWM", "position weight matrix", "transcription factor", "occurrence", "match",
            "motif", "feature"));

    /** For KNIME. */
    public MotifScannerNodeFactory() {
        super(NODE);
    }
}
