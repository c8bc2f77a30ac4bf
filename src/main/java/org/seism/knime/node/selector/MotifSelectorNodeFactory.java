package org.seism.knime.node.selector;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.seism.knime.parameters.Links;
import org.seism.knime.port.MotifsPortObject;
import org.seism.knime.port.SequencesPortObject;
import org.seism.knime.view.ResultView;

/** Declares the Motif Selector. */
public final class MotifSelectorNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = Links.addTo(DefaultNode.create() //
        .name("Motif Selector") //
        .icon("./icon.png") //
        .shortDescription("Selects the sequence motifs that go most strongly with the phenotype.") //
        .fullDescription("""
            <p>Goes through all words that occur in enough sequences and selects, one after the other, the motifs that explain the
            phenotype best: the first is the word whose presence goes most strongly with the phenotype, the second explains most of
            what the first leaves, and so on. This is what a one-layer convolutional network learns, but over a list of candidates
            that is complete, so that it can be said how surprising the result is.</p>
            <p>How well a word fits a sequence is its <i>activation</i>, between 0 and 1: that of the best window, 1 for a perfect
            match and less for every mismatch. Words that the data cannot tell apart (equal activations everywhere) count as one
            candidate, and all of them are listed.</p>
            <p>With a <b>library</b> of known motifs at the second input, its matrices are what is selected from (or words and matrices
            together, or words alone): <i>which known factor goes with the phenotype?</i> The activation of a matrix tells how
            improbable its best site in the sequence is by chance. <b>Library matrix</b> then names the matrix that was selected, and
            <b>Resembles</b> says what a motif's matrix is alike, with a q-value; a factor that the library lacks lends its name to
            the next best.</p>
            <p><b>The selected motifs are no findings yet.</b> The best of thousands of candidates goes well with any phenotype, also
            with a random one. Connect the <i>Null Sampler</i> and <i>Selective P-Values</i>, or the <i>Closed-Form Selective Test</i>, to
            get p-values that take the selection into account.</p>
            <p>The table has one row per motif: <b>Motif</b> (name), <b>Rank</b> (order of selection), <b>Consensus</b> (letters and
            IUPAC codes), <b>Width</b>, <b>Score</b> (association score at its step), <b>R2</b> (share of the phenotype's variance,
            after covariates, that it explains beyond the motifs before it), <b>Effect</b> (change of the phenotype from no
            activation to full activation), <b>Support</b> (number of sequences that hold it), <b>Members</b> (all words that the
            data cannot tell from it), <b>PWM</b> (letter frequencies at its sites, position by position in the alphabet's order),
            <b>Logo</b> (image) and <b>Alphabet</b>. It can be read as a table of motifs by Motif Writer, Motif Scanner and Motif
            Comparer.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("SEISM Sequences", "Sequences with phenotype, from the Sequence Encoder.", SequencesPortObject.TYPE) //
            .addInputPort("Library", "Known motifs, a table from the Motif Reader; need not be connected. Motifs are selected from its matrices "
                + "if the dialog says so, and every motif is compared with them.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputPort("SEISM Motifs", "The motifs with all that is needed to test them.", MotifsPortObject.TYPE) //
            .addOutputTable("Motifs", "One row per motif in the order of selection, with logo and frequencies.")) //
        .model(m -> m.parametersClass(MotifSelectorNodeParameters.class) //
            .configure(MotifSelectorNode::configure) //
            .execute(MotifSelectorNode::execute)) //
        .addView(v -> ResultView.declare(v, "The selected motifs with logos, sites and counts. It shows no p-values: nothing has been tested yet.")) //
        .nodeType(NodeType.Learner) //
        .keywords("motif", "discovery", "word", "k-mer", "kmer", "transcription factor", "binding site", "convolutional network",
            "feature selection", "logo", "PWM"));

    /** For KNIME. */
    public MotifSelectorNodeFactory() {
        super(NODE);
    }
}
