package org.seism.knime.node.encoder;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.seism.knime.parameters.Links;
import org.seism.knime.port.SequencesPortObject;

/** Declares the Sequence Encoder. */
public final class SequenceEncoderNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = Links.addTo(DefaultNode.create() //
        .name("Sequence Encoder") //
        .icon("./icon.png") //
        .shortDescription("Checks sequences with their phenotype and encodes them for motif selection.") //
        .fullDescription("""
            <p>Takes a table with one sequence per row and its phenotype, and makes of it what the <i>Motif Selector</i> and the
            <i>Data Split Test</i> work on. The phenotype is either a measurement, such as an expression level, or a class, such as
            bound and unbound; a class is coded 1 for the positive class and 0 for all others. Covariates are numbers whose
            influence is removed before motifs are looked for.</p>
            <p>Every row is judged. It is left out if its sequence is empty or has no stretch of letters long enough, or if its
            phenotype or a covariate is missing or not a finite number. The second output says so for every row, and the node
            warns how many were left out. Letters outside the alphabet (N, other IUPAC codes, gaps) do no harm: no motif is looked
            for across them, unless a stricter rule is set. Repeated identifiers are remarked on and kept.</p>
            <p>If what remains can't be tested, the node fails with the reason: fewer sequences than covariates plus three, a constant
            phenotype, sequences that are all alike, or a covariate that is a combination of others.</p>
            <p>Sequences that are related (paralogs, strains, mutants of one parent) are no independent evidence: their phenotypes are alike
            for reasons that no motif has. Families, or a matrix of relationships at the second input, tell the tests of it. They then take
            normal noise with covariance <i>h K + (1 - h) I</i>, the heritability <i>h</i> estimated without any motif or given.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Table", "One row per sequence, with a text column of letters, a phenotype column, and numeric columns if "
                + "there are covariates.") //
            .addInputPort("Relationships", "How sequences are related: a square table of numbers, columns named by the identifiers of the "
                + "sequences and rows by row ID or by a text column; need not be connected. The noise of the phenotype is then taken to be alike "
                + "among relatives.", BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputPort("SEISM Sequences", "The sequences that passed, encoded, with phenotype and covariates.",
                SequencesPortObject.TYPE) //
            .addOutputTable("Quality control", "One row per input row, with its row ID: ID (identifier), Kept (whether it is used), and "
                + "Reason (why not, or a remark).")) //
        .model(m -> m.parametersClass(SequenceEncoderNodeParameters.class) //
            .configure(SequenceEncoderNode::configure) //
            .execute(SequenceEncoderNode::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("sequence", "DNA", "RNA", "protein", "phenotype", "case control", "covariate", "quality control", "motif"));

    /** For KNIME. */
    public SequenceEncoderNodeFactory() {
        super(NODE);
    }
}
