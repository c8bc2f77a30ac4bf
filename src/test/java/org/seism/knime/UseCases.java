package org.seism.knime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.DefaultNodeFactory;
import org.seism.knime.node.comparer.MotifComparerNodeFactory;
import org.seism.knime.node.encoder.SequenceEncoderNodeFactory;
import org.seism.knime.node.exact.ExactSelectiveTestNodeFactory;
import org.seism.knime.node.extractor.RegionExtractorNodeFactory;
import org.seism.knime.node.fastareader.FastaReaderNodeFactory;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.node.reader.MotifReaderNodeFactory;
import org.seism.knime.node.sampler.NullSamplerNodeFactory;
import org.seism.knime.node.scanner.MotifScannerNodeFactory;
import org.seism.knime.node.selector.MotifSelectorNodeFactory;
import org.seism.knime.node.simulator.SequenceSimulatorNodeFactory;
import org.seism.knime.node.split.DataSplitTestNodeFactory;
import org.seism.knime.node.writer.MotifWriterNodeFactory;
import org.seism.motif.format.MotifFormat;

/** The workflows of the directory test-workflows. */
final class UseCases {
    private static final Class<? extends DefaultNodeFactory> FASTA = FastaReaderNodeFactory.class;
    private static final Class<? extends DefaultNodeFactory> EXTRACTOR = RegionExtractorNodeFactory.class;
    private static final Class<? extends DefaultNodeFactory> SIMULATOR = SequenceSimulatorNodeFactory.class;
    private static final Class<? extends DefaultNodeFactory> ENCODER = SequenceEncoderNodeFactory.class;
    private static final Class<? extends DefaultNodeFactory> SELECTOR = MotifSelectorNodeFactory.class;
    private static final Class<? extends DefaultNodeFactory> SAMPLER = NullSamplerNodeFactory.class;
    private static final Class<? extends DefaultNodeFactory> P_VALUES = SelectivePValuesNodeFactory.class;
    private static final Class<? extends DefaultNodeFactory> EXACT = ExactSelectiveTestNodeFactory.class;
    private static final Class<? extends DefaultNodeFactory> SPLIT = DataSplitTestNodeFactory.class;
    private static final Class<? extends DefaultNodeFactory> MOTIF_READER = MotifReaderNodeFactory.class;
    private static final Class<? extends DefaultNodeFactory> MOTIF_WRITER = MotifWriterNodeFactory.class;
    private static final Class<? extends DefaultNodeFactory> SCANNER = MotifScannerNodeFactory.class;
    private static final Class<? extends DefaultNodeFactory> COMPARER = MotifComparerNodeFactory.class;
    private static final Consumer<NodeSettings> DEFAULTS = s -> {
    };
    private static final String P_VALUES_NOTE = "<strong>P-value (sampled)</strong> is the one to report. The view shows logos and the "
        + "null distributions.";

    /** So many stretches of either class are new to a selection. */
    private static final int NEW_ROWS = 6;

    private UseCases() {
    }

    static List<WorkflowWriter> all() throws InvalidSettingsException, IOException {
        return List.of(planted(), promoters(), covariates(), bothStrands(), nullData(), threeTests(), lattice(),
            knownMotifs(), genes(), badInput(), promoterStory(), halfLifeStory());
    }

    private static WorkflowWriter planted() throws InvalidSettingsException {
        return new WorkflowWriter("Planted motif", "Find a motif that was planted",
            "<p>The simulator puts TTGACA into half of 200 random sequences; carriers have a higher phenotype. The motif is found and "
                + "its p-value is small. The second motif has nothing left to explain, and its p-value says so, although the naive "
                + "p-value looks convincing.</p>")
                    .node(0, 0, SIMULATOR, "200 sequences of 50 letters. <strong>Planted</strong> tells the truth.", null,
                        set("motifs/0/word", "TTGACA"))
                    .node(0, 1, ENCODER, "Checks every row; the lower output says why a row is left out.", "1:1", DEFAULTS).expect(2)
                    .node(0, 2, SELECTOR, "Selects two motifs of six letters.", "2:1", set("motifs", 2)).expect(2)
                    .node(0, 3, SAMPLER, "Draws 999 random phenotypes that would select the same motifs.", "3:1",
                        set("replicates", 999))
                    .node(0, 4, P_VALUES, P_VALUES_NOTE, "4:1", DEFAULTS).expect(1).expect(2);
    }

    private static WorkflowWriter lattice() throws InvalidSettingsException {
        return new WorkflowWriter("Lattice refinement", "Motifs with soft columns",
            "<p>TGASTC is planted: its fourth letter may be C or G. The selector refines each word to a matrix whose probabilities are "
                + "multiples of one half, and the matrix is what is tested. Column PWM shows it.</p>")
                    .node(0, 0, SIMULATOR, "200 sequences of 50 letters.", null, set("motifs/0/word", "TGASTC"))
                    .node(0, 1, ENCODER, "All settings as they come.", "1:1", DEFAULTS)
                    .node(0, 2, SELECTOR, "One motif, refined on the lattice (advanced settings).", "2:1",
                        set("motifs", 1).andThen(set("refinement", "LATTICE"))).expect(2)
                    .node(0, 3, SAMPLER, "The event asks for the same word and the same matrix.", "3:1", set("replicates", 199))
                    .node(0, 4, P_VALUES, P_VALUES_NOTE, "4:1", DEFAULTS).expect(1).expect(2);
    }

    private static WorkflowWriter promoters() throws InvalidSettingsException, IOException {
        return new WorkflowWriter("E. coli promoters", "Promoters of <em>Escherichia coli</em>",
            "<p>53 promoters (y=1) and 53 other stretches of DNA (y=0), 57 letters each, aligned at the start of transcription. The "
                + "first motif is the -10 box of sigma 70, TATAAT. Data: Harley, Reynolds, Noordewier, UCI Machine "
                + "Learning Repository, CC BY 4.0.</p>").data("ecoli_promoters.fasta", promoterFasta())
                    .node(0, 0, FASTA, "Reads the workflow's own data folder and takes the class from headers such as "
                        + "<em>&gt;p1 y=1</em>.", null, file("ecoli_promoters.fasta").andThen(pattern("y=(\\S+)", "NUMBER"))).expect(1)
                    .node(0, 1, ENCODER, "The columns Sequence and Phenotype are found by their names. The warning is meant: "
                        + "some promoters are near-copies, and promoters are rich in A and T.", "1:1", DEFAULTS).expect(2)
                    .expect("WARNING", "~Only 92 of 106 sequences are different")
                    .node(0, 2, SELECTOR, "Three motifs of six letters, all settings as they come.", "2:1", DEFAULTS).expect(2)
                    .node(0, 3, SAMPLER, "Two classes: the null model permutes them.", "3:1", DEFAULTS)
                    .node(0, 4, P_VALUES, P_VALUES_NOTE, "4:1", DEFAULTS).expect(1).expect(2);
    }

    private static WorkflowWriter covariates() throws InvalidSettingsException {
        return new WorkflowWriter("Continuous phenotype with covariates", "Take known influences out",
            "<p>The phenotype depends on a planted motif and, more strongly, on two covariates. With the covariates the motif is found; "
                + "take them out of the encoder's settings to see what noise they make.</p>")
                    .node(0, 0, SIMULATOR, "150 sequences with the covariates Batch and Age.", null, s -> {
                        set("count", 150).andThen(set("motifs/0/word", "TGACTC")).accept(s);
                        final NodeSettingsWO list = s.addNodeSettings("covariates");
                        covariate(list.addNodeSettings("0"), "Batch", 2);
                        covariate(list.addNodeSettings("1"), "Age", -1.5);
                    })
                    .node(0, 1, ENCODER, "Batch and Age are chosen as covariates.", "1:1", s -> group(group(s, "covariates"),
                        "manualFilter").addStringArray("manuallySelected", "Batch", "Age"))
                    .node(0, 2, SELECTOR, "Motifs explain what the covariates leave.", "2:1", set("motifs", 2)).expect(2)
                    .node(0, 3, SAMPLER, "The partial hypothesis asks what each motif adds to all others.", "3:1",
                        set("replicates", 999).andThen(set("hypothesis", "PARTIAL")))
                    .node(0, 4, P_VALUES, P_VALUES_NOTE, "4:1", DEFAULTS).expect(1).expect(2);
    }

    private static WorkflowWriter bothStrands() throws InvalidSettingsException {
        return new WorkflowWriter("Both strands", "DNA without a direction",
            "<p>Half of the planted words stand on the other strand. With both strands scanned, a word and its reverse complement are "
                + "one motif. The number of motifs is left to ForwardStop.</p>")
                    .node(0, 0, SIMULATOR, "Plants GGAAGT on either strand.", null,
                        set("motifs/0/word", "GGAAGT").andThen(set("strands", "BOTH")).andThen(set("count", 150)))
                    .node(0, 1, ENCODER, "Strands: both.", "1:1", set("strands", "BOTH"))
                    .node(0, 2, SELECTOR, "Ten motifs are selected; ForwardStop decides later.", "2:1", set("number", "FORWARD_STOP"))
                    .expect(2)
                    .node(0, 3, SAMPLER, "199 replicates are few: enough for a demonstration. The node warns of the strata of ten motifs.", "3:1",
                        set("replicates", 199))
                    .expect("WARNING", "~cut the 150 sequences into")
                    .node(0, 4, P_VALUES, "Only motifs that ForwardStop keeps are shown, at least one.", "4:1", DEFAULTS).expect(1)
                    .expect(2);
    }

    private static WorkflowWriter nullData() throws InvalidSettingsException {
        return new WorkflowWriter("Null data", "Nothing to find",
            "<p>Nothing is planted: the phenotype is noise. The selected motifs look convincing by their naive p-values, because they are "
                + "the best of thousands. The selective p-values are not fooled. Change the simulator's seed to see other data.</p>")
                    .node(0, 0, SIMULATOR, "No planted motif.", null, s -> {
                        set("count", 150).accept(s);
                        s.addNodeSettings("motifs");
                    })
                    .node(0, 1, ENCODER, "As before.", "1:1", DEFAULTS)
                    .node(0, 2, SELECTOR, "There is always a best candidate.", "2:1", set("motifs", 2)).expect(2)
                    .node(0, 3, SAMPLER, "What would the best candidates of random phenotypes look like?", "3:1",
                        set("replicates", 999))
                    .node(0, 4, P_VALUES, "Compare <strong>naive</strong> with <strong>sampled</strong>.", "4:1", DEFAULTS).expect(1)
                    .expect(2);
    }

    private static WorkflowWriter threeTests() throws InvalidSettingsException {
        return new WorkflowWriter("Exact and split beside sampled", "Three tests of the same data",
            "<p>Sampled, closed-form and data-split p-values side by side for a case/control study. The closed form needs no "
                + "random numbers, but it assumes normal noise, which two classes are not; the split uses only a part of the data at a time.</p>")
                    .node(0, 0, SIMULATOR, "Case/control phenotype.", null,
                        set("motifs/0/word", "TATAAT").andThen(set("motifs/0/effect", 2.5)).andThen(set("kind", "LOGISTIC"))
                            .andThen(set("noise", 0.5)))
                    .node(0, 1, ENCODER, "Two values: a case/control study.", "1:1", DEFAULTS)
                    .node(0, 2, SELECTOR, "Two motifs.", "2:1", set("motifs", 2))
                    .node(0, 3, SAMPLER, "Permutes cases and controls.", "3:1", set("replicates", 999))
                    .node(0, 4, P_VALUES, P_VALUES_NOTE, "4:1", DEFAULTS).expect(1).expect(3).expect(4)
                    .node(1, 3, EXACT, "No sampling. It warns: two classes are not the normal noise that the closed form assumes.", "3:1", DEFAULTS)
                    .expect("WARNING", "~two classes, which are not normal noise").expect(1).expect(2)
                    .node(2, 3, SPLIT, "Eleven splits; twice the median p-value.", "2:1", set("motifs", 2).andThen(set("repeats", 11)))
                    .expect(2).expect(3).expect(5);
    }

    /** The file that the workflow writes lies in it already: running it must change nothing. */
    private static WorkflowWriter knownMotifs() throws InvalidSettingsException, IOException {
        final byte[] meme = Files.readAllBytes(Path.of("examples", "sigma70.meme"));
        final String jaspar = MotifFormat.JASPAR.write(MotifFormat.readFile(Path.of("examples", "sigma70.meme"), null));
        return new WorkflowWriter("Known motifs", "Motifs from a file: where they are, and what resembles them",
            "<p>The -35 and -10 boxes of sigma 70 are read from a MEME file, looked for in promoters of <em>E. coli</em>, written in "
                + "JASPAR's format, and used as a library: the motif that the Motif Selector finds without knowing them is the -10 box. "
                + "Below, the boxes themselves are the candidates.</p>")
                    .data("sigma70.meme", meme).data("ecoli_promoters.fasta", promoterFasta())
                    .data("sigma70.jaspar", jaspar.getBytes(StandardCharsets.UTF_8))
                    .node(0, 0, MOTIF_READER, "A table of motifs, with logos.", null, file("sigma70.meme")).expect(1)
                    .node(0, 1, MOTIF_WRITER, "Writes into the workflow's data folder.", "1:1",
                        file("sigma70.jaspar").andThen(set("format", "JASPAR")))
                    .node(1, 0, FASTA, "53 promoters and 53 other stretches of DNA.", null,
                        file("ecoli_promoters.fasta").andThen(pattern("y=(\\S+)", "NUMBER")))
                    .node(1, 1, SCANNER, "Best site per sequence (upper output), and all sites with a p-value of at most 0.001.", "1:1,3:1",
                        set("threshold", 0.001).andThen(set("strands", "SINGLE"))).expect(1).expect(2)
                    .node(2, 1, ENCODER, "The same sequences for a selection.", "3:1", DEFAULTS)
                    .expect("WARNING", "~Only 92 of 106 sequences are different")
                    .node(2, 2, SELECTOR, "One motif of six letters.", "5:1", set("motifs", 1))
                    .node(1, 3, COMPARER, "What the selected motif resembles: <strong>minus10</strong>.", "6:2,1:1",
                        set("strands", "SINGLE")).expect(1).expect(2)
                    .node(3, 2, SELECTOR, "Selects from the library at its second input: <em>which of the known boxes goes with "
                        + "promoters?</em>", "5:1,1:1", set("motifs", 1)).expect(2)
                    .node(3, 3, SAMPLER, "The p-values know what there was to choose from.", "8:1", set("replicates", 999))
                    .node(3, 4, P_VALUES, "<strong>Library matrix</strong>: what was selected and tested. <strong>Resembles</strong>: "
                        + "what the letters at its sites are alike.", "9:1,1:1", DEFAULTS).expect(1).expect(2);
    }

    private static WorkflowWriter genes() throws InvalidSettingsException, IOException {
        return new WorkflowWriter("Sequences of genes", "What lies before the genes",
            "<p>Sixty genes of a made genome with an expression each, which stands in the GenBank file as a qualifier; yours would come from a "
                + "table, joined by ID. Every second gene has TTGACA 35 letters before it and a higher expression.</p>")
                    .data("made_genome.gbk", genome())
                    .node(0, 0, EXTRACTOR, "60 letters before each gene, on its strand, and the qualifier <em>expression</em>.", null,
                        file("made_genome.gbk").andThen(set("upstream", 60)).andThen(set("downstream", 0))
                            .andThen(set("attributes", "expression"))).expect(1)
                    .node(0, 1, ENCODER, "The phenotype is the column expression.", "1:1", set("phenotypeColumn", "expression"))
                    .node(0, 2, SELECTOR, "One motif of six letters.", "2:1", set("motifs", 1)).expect(2)
                    .node(0, 3, SAMPLER, "199 replicates are few: enough for a demonstration.", "3:1", set("replicates", 199))
                    .node(0, 4, P_VALUES, P_VALUES_NOTE, "4:1", DEFAULTS).expect(1)
                    .node(1, 0, EXTRACTOR, "400 letters around each gene's start: more than lie between two genes, so neighbours cut them.", null,
                        file("made_genome.gbk").andThen(set("upstream", 400)).andThen(set("neighbours", "CUT")))
                    .expect("WARNING", "~regions cut at a neighbour").expect(1);
    }

    /** The example's genome, every gene with its value. */
    private static byte[] genome() throws IOException {
        String genome = Files.readString(Path.of("examples", "made_genome.gbk"));
        for (final String line : Files.readAllLines(Path.of("examples", "made_expression.tsv"))) {
            final String[] fields = line.split("\t");
            final String tag = "/locus_tag=\"" + fields[0] + "\"\n";
            genome = genome.replace(tag, tag + " ".repeat(21) + "/expression=" + fields[1] + "\n");
        }
        return genome.getBytes(StandardCharsets.UTF_8);
    }

    private static WorkflowWriter badInput() throws InvalidSettingsException {
        return new WorkflowWriter("Bad input", "What goes wrong, and what the nodes say",
            "<p>Every branch fails on purpose. A node names what is wrong and, in the details of the message, what to do about it. Nodes "
                + "behind it stay unexecuted.</p>")
                    .data("table.fasta", "id\tsequence\np1\tACGT\n".getBytes(StandardCharsets.UTF_8))
                    .data("short.fasta", ">a y=1\nACGTAC\n>b y=0\nTTGACA\n>c\nACGTACGT\n".getBytes(StandardCharsets.UTF_8))
                    .node(0, 0, FASTA, "There is no such file.", null, file("missing.fasta"))
                    .expect("ERROR", "There is no file 'missing.fasta' in the workflow's data area.")
                    .node(0, 1, FASTA, "A table, not FASTA: the line is named.", null, file("table.fasta"))
                    .expect("ERROR", "~line 1: not a FASTA file")
                    .node(1, 0, FASTA, "Three records; one header has no phenotype.", null,
                        file("short.fasta").andThen(pattern("y=(\\S+)", "NUMBER")))
                    .expect("WARNING", "1 of 3 headers give no phenotype: their value is missing.")
                    .node(1, 1, ENCODER, "Two usable sequences are too few.", "3:1", DEFAULTS)
                    .expect("ERROR", "~has 2 usable sequences, but a test needs at least 3")
                    .node(1, 2, ENCODER, "A column that does not exist: the node can't be configured.", "3:1",
                        set("sequenceColumn", "Letters"))
                    .expect("WARNING", "The input table has no column 'Letters', which is chosen as sequence.")
                    .node(2, 0, SIMULATOR, "No effect, no noise: all phenotypes are 0.", null,
                        set("motifs/0/effect", 0).andThen(set("noise", 0)).andThen(set("count", 60)))
                    .node(2, 1, ENCODER, "A constant phenotype can't be explained.", "6:1", DEFAULTS)
                    .expect("ERROR", "~is constant: all 60 usable sequences have")
                    .node(3, 0, SIMULATOR, "Protein ...", null, s -> {
                        set("alphabet", "PROTEIN").andThen(set("count", 60)).accept(s);
                        s.addNodeSettings("motifs");
                    })
                    .node(3, 1, ENCODER, "... has one strand.", "8:1", set("strands", "BOTH"))
                    .expect("ERROR", "~read as protein, which has no second strand")
                    .node(4, 0, SIMULATOR, "Good data", null, set("count", 80))
                    .node(4, 1, ENCODER, "DNA", "10:1", set("alphabet", "DNA"))
                    .expect("WARNING", "~goes with GC content")
                    .node(4, 2, SELECTOR, "Words of 40 letters are too long for the engine.", "11:1",
                        set("candidates/minWidth", 40).andThen(set("candidates/maxWidth", 40)))
                    .expect("WARNING", "~words with these ambiguous positions have at most")
                    .node(5, 2, SPLIT, "Selects on one half, tests on the other ...", "11:1", set("motifs", 1))
                    .node(5, 3, SAMPLER, "... so selective tests can't use its motifs.", "13:1", DEFAULTS)
                    .expect("WARNING", "The motifs come from a data split, which has tested them already.");
    }

    /** A story for KNIME Hub. */
    private static WorkflowWriter promoterStory() throws InvalidSettingsException, IOException {
        return new WorkflowWriter("Which motifs make a promoter", "Which motifs make a promoter?",
            "<p>94 stretches of DNA of <em>Escherichia coli</em>, half of them promoters. Which words set them apart, is that more than chance, what "
                + "are they called, and where are they in twelve stretches that took no part? Read from left to right. Data: Harley, Reynolds, "
                + "Noordewier, UCI Machine Learning Repository, CC BY 4.0.</p>")
                    .metadata("<p>Finds the words that set promoters of <em>E. coli</em> apart from other DNA, with p-values that stay valid although the same "
                        + "data chose the words (selective inference), names them by a library of known motifs, and finds them in new sequences.</p>"
                        + "<p>The first motif is TATAAT, the -10 box of sigma 70. Needs the extension SEISM.</p>",
                        List.of("motif discovery", "promoter", "transcription factor", "selective inference", "sequence analysis", "life sciences"))
                    .data("promoters.fasta", promoterFasta(false)).data("new.fasta", promoterFasta(true))
                    .data("sigma70.meme", Files.readAllBytes(Path.of("examples", "sigma70.meme")))
                    .node(0, 0, FASTA, "Reads the workflow's data folder; the class stands in headers such as <em>&gt;p7 y=1</em>.", null,
                        file("promoters.fasta").andThen(pattern("y=(\\S+)", "NUMBER")))
                    .node(0, 1, ENCODER, "Checks every record, and warns: promoters are rich in A and T, and some are near-copies.",
                        "1:1", DEFAULTS).expect(2).expect("WARNING", "~sequences are different")
                    .node(0, 2, SELECTOR, "Two motifs of six letters. Its view shows them without p-values: nothing is tested yet.", "2:1",
                        set("motifs", 2)).expect(2)
                    .node(0, 3, SAMPLER, "What would chance find? 999 phenotypes that select the same motifs.", "3:1",
                        set("replicates", 999))
                    .node(0, 4, P_VALUES, "<strong>The answer.</strong> Open the view: one verdict per motif, logos, sites, a paragraph "
                        + "for the methods section.", "4:1", DEFAULTS).expect(1)
                    .node(1, 2, MOTIF_READER, "Known motifs: the boxes of sigma 70.", null, file("sigma70.meme"))
                    .node(1, 3, COMPARER, "What do the motifs resemble?", "3:2,6:1", set("strands", "SINGLE")).expect(1)
                    .node(2, 2, FASTA, "Twelve stretches that took no part, six of them promoters.", null,
                        file("new.fasta").andThen(pattern("y=(\\S+)", "NUMBER")))
                    .node(2, 3, SCANNER, "Where are the motifs in them? Start and strand of the best site of each sequence.", "3:2,8:1",
                        set("strands", "SINGLE")).expect(1);
    }

    /** A story for KNIME Hub: a measured phenotype. */
    private static WorkflowWriter halfLifeStory() throws InvalidSettingsException {
        return new WorkflowWriter("What shortens an mRNA's life", "What shortens an mRNA's life?",
            "<p>A measured phenotype: the logarithm of the half-life of 300 mRNAs, with the letters of their 3' ends. Here they are simulated, so that the "
                + "truth is known: UAUUUA shortens life; so does a covariate, the share of rare codons. For your own data put a reader (Excel, CSV) in the "
                + "simulator's place, with columns for sequence, half-life and covariates.</p>")
                    .metadata("<p>Finds the words in 3' untranslated regions that go with a measured half-life, after a known influence (codons) has been taken "
                        + "out, with p-values that stay valid although the same data chose the words.</p><p>The result is a table for Excel and a view with "
                        + "logos and figures for papers. Needs the extension SEISM.</p>",
                        List.of("motif discovery", "mRNA stability", "RNA", "selective inference", "regression", "life sciences"))
                    .node(0, 0, SIMULATOR, "300 ends of mRNAs with half-life and codons. <strong>Replace it by your own table.</strong>", null,
                        s -> {
                            set("count", 300).andThen(set("motifs/0/word", "TATTTA")).andThen(set("motifs/0/effect", -1.0)).accept(s);
                            final NodeSettingsWO codons = s.addNodeSettings("covariates").addNodeSettings("0");
                            codons.addString("name", "Rare codons");
                            codons.addDouble("effect", -0.8);
                        })
                    .node(0, 1, ENCODER, "Half-life is the phenotype, rare codons a covariate.", "1:1",
                        s -> group(group(s, "covariates"), "manualFilter").addStringArray("manuallySelected", "Rare codons")).expect(2)
                    .node(0, 2, SELECTOR, "Two words that explain what the codons leave.", "2:1", set("motifs", 2)).expect(2)
                    .node(0, 3, SAMPLER, "Chance, given codons and the motif before. The view shows how well it was sampled.", "3:1",
                        set("replicates", 999))
                    .node(0, 4, P_VALUES, "The upper table goes to Excel with <em>Excel Writer</em>; logos and figures are saved from the "
                        + "view as SVG or PNG.", "4:1", DEFAULTS).expect(1);
    }

    /** The last promoters and the last other stretches are new to the selection. */
    private static byte[] promoterFasta(final boolean fresh) throws IOException {
        final List<String> lines = Files.readAllLines(Path.of("examples", "ecoli_promoters.tsv"), StandardCharsets.UTF_8);
        final StringBuilder fasta = new StringBuilder();
        for (final String phenotype : List.of("1", "0")) {
            final List<String[]> rows = lines.stream().map(l -> l.split("\t")).filter(f -> f[2].equals(phenotype)).toList();
            for (final String[] f : fresh ? rows.subList(rows.size() - NEW_ROWS, rows.size()) : rows.subList(0, rows.size() - NEW_ROWS)) {
                fasta.append('>').append(f[0]).append(" y=").append(f[2]).append('\n').append(f[1]).append('\n');
            }
        }
        return fasta.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] promoterFasta() throws IOException {
        final StringBuilder fasta = new StringBuilder();
        for (final String line : Files.readAllLines(Path.of("examples", "ecoli_promoters.tsv"), StandardCharsets.UTF_8)) {
            final String[] fields = line.split("\t");
            if (!fields[0].equals("id")) {
                fasta.append('>').append(fields[0]).append(" y=").append(fields[2]).append('\n').append(fields[1]).append('\n');
            }
        }
        return fasta.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void covariate(final NodeSettingsWO settings, final String name, final double effect) {
        settings.addString("name", name);
        settings.addDouble("effect", effect);
    }

    private static Consumer<NodeSettings> file(final String name) {
        return s -> {
            final NodeSettings path = group(group(s, "file"), "path");
            path.addBoolean("location_present", true);
            path.addString("file_system_type", "RELATIVE");
            path.addString("file_system_specifier", "knime.workflow.data");
            path.addString("path", name);
        };
    }

    private static Consumer<NodeSettings> pattern(final String regex, final String column) {
        return s -> {
            s.addBoolean("readPhenotype", true);
            s.addString("headerPattern", regex);
            s.addString("phenotypeColumn", column);
        };
    }

    private static Consumer<NodeSettings> set(final String path, final Object value) {
        return s -> {
            final String[] keys = path.split("/");
            NodeSettings settings = s;
            for (int k = 0; k < keys.length - 1; k++) {
                settings = group(settings, keys[k]);
            }
            final String key = keys[keys.length - 1];
            if (!settings.containsKey(key)) {
                throw new IllegalArgumentException(path);
            }
            if (value instanceof String text) {
                settings.addString(key, text);
            } else if (settings.getDouble(key, Double.NaN) == settings.getDouble(key, 0)) {
                settings.addDouble(key, ((Number)value).doubleValue());
            } else {
                settings.addInt(key, (Integer)value);
            }
        };
    }

    private static NodeSettings group(final NodeSettings settings, final String key) {
        try {
            return settings.getNodeSettings(key);
        } catch (InvalidSettingsException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
