package org.seism.knime.options;

import static org.seism.knime.options.Seen.column;
import static org.seism.knime.options.Seen.failure;
import static org.seism.knime.options.Seen.files;
import static org.seism.knime.options.Seen.pValues;
import static org.seism.knime.options.Seen.pValuesTable;
import static org.seism.knime.options.Seen.study;
import static org.seism.knime.options.Seen.summary;
import static org.seism.knime.options.Seen.table;
import static org.seism.knime.options.Seen.view;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
import org.seism.knime.options.Option.Rows;

/** What every option of every node changes. A new option needs a row here, or a reason why it has none. */
final class OptionTable {

    private OptionTable() {
    }

    /**
     * @param folder holds the files that the readers read, see {@link NodeOptionsTest}
     * @param written the writers' folder
     */
    static List<Rows> of(final Path folder, final Path written) {
        return List.of(fastaReader(folder), extractor(folder), simulator(), encoder(), selector(), sampler(), pValuesNode(), exact(), split(),
            motifReader(folder), motifWriter(written), scanner(), comparer());
    }

    private static Rows fastaReader(final Path folder) {
        return new Rows(FastaReaderNodeFactory.class) //
            .in("file/path/path=" + folder.resolve("one.fa")) //
            .changes(table(0), "file/path/path=" + folder.resolve("two.fa"), "readPhenotype=true") //
            .in("file/path/path=" + folder.resolve("one.fa"), "readPhenotype=true") //
            .changes(column(0, "Phenotype"), "headerPattern=activity=(\\S+)", "phenotypeColumn=NUMBER");
    }

    private static Rows extractor(final Path folder) {
        final String genes = "file/path/path=" + folder.resolve("genes.fa");
        final String gff = "annotation/path/path=" + folder.resolve("genes.gff3");
        return new Rows(RegionExtractorNodeFactory.class) //
            .in(genes, "featuresIn=SECOND", gff, "upstream=10", "downstream=5") //
            .changes(table(0), "file/path/path=" + folder.resolve("genes2.fa"), "annotation/path/path=" + folder.resolve("genes2.gff3"),
                "attributes=product", "types=exon") //
            .changes(column(0, "Sequence"), "around=END", "around=WHOLE", "upstream=9", "downstream=6", "neighbours=CUT") //
            .changes(column(0, "ID"), "names=product", "neighbours=LEAVE_OUT") //
            .changes(failure(), "featuresIn=SAME", "featuresIn=TABLE") //
            .in(genes, "featuresIn=SECOND", gff, "around=WHOLE", "upstream=0", "downstream=0") //
            .changes(column(0, "Sequence"), "spliced=true");
    }

    private static Rows simulator() {
        return new Rows(SequenceSimulatorNodeFactory.class) //
            .changes(column(0, "ID"), "count=50") //
            .changes(column(0, "Sequence"), "minLength=30", "maxLength=90", "alphabet=RNA", "alphabet=PROTEIN",
                "background=0.4,0.1,0.1,0.4", "strands=BOTH", "seed=9007199254740991") //
            .changes(column(0, "Planted"), "motifs/0/word=TTGACA", "motifs/0/share=0.2") //
            .changes(column(0, "Phenotype"), "motifs/0/effect=-1", "kind=LOGISTIC", "kind=THRESHOLD", "noise=0.1") //
            .in("covariates/+=Dose") //
            .changes(table(0), "covariates/0/name=Age") //
            .changes(column(0, "Phenotype"), "covariates/0/effect=3");
    }

    private static Rows encoder() {
        return new Rows(SequenceEncoderNodeFactory.class) //
            .changes(study(), "sequenceColumn=Other", "phenotypeColumn=z", "covariates/manualFilter/manuallySelected=Dose",
                "adjustLength=true", "adjustGc=true", "identifier=ROW_ID", "alphabet=RNA", "alphabet=PROTEIN",
                "strands=BOTH", "copies=FIRST", "ambiguity=LEAVE_OUT", "minWidth=12") //
            .changes(failure(), "copies=ERROR", "ambiguity=FAIL") //
            .in("identifier=COLUMN").changes(study(), "idColumn=Name") //
            .in("related/familyColumn=Family").changes(study(), "related/families=COLUMN") //
            .in("related/families=COLUMN", "related/familyColumn=Family").changes(study(), "related/familyColumn=Tribe",
                "related/heritabilityKnown=true") //
            .in("related/families=COLUMN", "related/familyColumn=Family", "related/heritabilityKnown=true")
            .changes(study(), "related/heritability=0.25") //
            .in("phenotypeColumn=Group").changes(study(), "phenotypeReading=NOMINAL", "positiveClass=0") //
            .in("phenotypeColumn=Group", "positiveClass=1").changes(study(), "phenotypeReading=NUMERIC");
    }

    /** Of a dialog that selects motifs; the motifs are in table 1. */
    private static Rows candidates(final Class<? extends DefaultNodeFactory> node) {
        return new Rows(node) //
            .changes(table(1), "candidates/minWidth=5", "candidates/maxWidth=7", "candidates/degeneracy=ONE",
                "candidates/minSupport=10", "candidates/maxGridSize=20", "candidates/bandwidths=0.7, 1.4",
                "candidates/score=HSIC", "candidates/lambda=20", "candidates/sign=POSITIVE", "candidates/erase=NOTHING",
                "candidates/forms/places=IN_PLACES", "candidates/forms/gapped=true", "flank=0") //
            .changes(failure(), "candidates/selectFrom=LIBRARY", "candidates/selectFrom=BOTH") //
            .in("candidates/forms/starts=3").changes(table(1), "candidates/forms/places=GIVEN") //
            .in("candidates/forms/places=GIVEN").changes(table(1), "candidates/forms/starts=3, 1") //
            .in("candidates/minWidth=4", "candidates/maxWidth=4").changes(table(1), "candidates/degeneracy=TWO") //
            .in("candidates/eraseMismatches=0").changes(table(1), "candidates/erase=FIXED") //
            .in("candidates/erase=FIXED").changes(table(1), "candidates/eraseMismatches=0", "candidates/eraseOverlap=6").in();
    }

    private static Rows selector() {
        return candidates(MotifSelectorNodeFactory.class) //
            .changes(column(1, "Motif"), "number=FORWARD_STOP", "motifs=1") //
            .changes(table(1), "refinement=LATTICE", "refinement=NETWORK") //
            .in("refinement=LATTICE").changes(table(1), "resolution=ONE", "resolution=FOUR", "maxSweeps=1");
    }

    private static Rows split() {
        return candidates(DataSplitTestNodeFactory.class) //
            .changes(column(1, "P-value (split)"), "fraction=0.7", "repeats=3", "test=PERMUTATION", "seed=2") //
            .changes(table(1), "motifs=1", "adjustment=HOLM", "adjustment=BH", "adjustment=NONE") //
            .changes(view(), "alpha=0.2") //
            .in("test=PERMUTATION").changes(column(1, "P-value (split)"), "permutations=19");
    }

    private static Rows sampler() {
        final Seen statistics = column(1, "Statistic");
        return new Rows(NullSamplerNodeFactory.class) //
            .in("replicates=49") //
            .changes(statistics, "nullModel=GAUSSIAN", "hypothesis=PARTIAL", "transform=RANK", "replicates=99", "thinning=2",
                "branches=4", "seed=3") //
            .changes(pValues("P-value (gaussian, closed form)"), "closedForm=true") //
            .changes(pValues("Effect, in words"), "intervals=true") //
            .changes(summary("p joint"), "joint=SHARE", "joint=RIDGE", "joint=HSIC") //
            .in("replicates=19").changes(pValues("P-value (estimate), in words"), "tails=true") //
            .changes(pValues("Effect, in words"), "intervals=true") //
            .in("replicates=999").changes(pValuesTable(), "tails=true") //
            .in("replicates=49", "maxReplicates=500").changes(pValues("Replicates"), "adaptive=true") //
            .in("replicates=49", "adaptive=true", "maxReplicates=500").changes(pValues("Replicates"), "maxReplicates=60") //
            .in("replicates=49", "nullModel=GAUSSIAN").changes(statistics, "kernel=HYPERSPHERE", "thinning=2", "branches=4");
    }

    private static Rows pValuesNode() {
        return new Rows(SelectivePValuesNodeFactory.class) //
            .changes(table(0), "adjustment=HOLM", "adjustment=BH", "adjustment=NONE", "flank=0") //
            .changes(view(), "alpha=0.2", "flank=0");
    }

    private static Rows exact() {
        return new Rows(ExactSelectiveTestNodeFactory.class) //
            .changes(table(0), "hypothesis=PARTIAL", "report/adjustment=HOLM", "report/adjustment=NONE", "report/flank=10") //
            .changes(view(), "report/alpha=0.2");
    }

    private static Rows motifReader(final Path folder) {
        final String file = "file/path/path=" + folder.resolve("square.pfm");
        return new Rows(MotifReaderNodeFactory.class) //
            .in(file, "format=JASPAR_PFM") //
            .changes(table(0), "format=PCM", "alphabet=RNA", "file/path/path=" + folder.resolve("other.pfm")) //
            .in("file/path/path=" + folder.resolve("broken.meme")).changes(failure(), "strict=true");
    }

    /** The folder holds a file {@code there.meme} before each run. */
    private static Rows motifWriter(final Path folder) {
        return new Rows(MotifWriterNodeFactory.class) //
            .in("file/path/path=" + folder.resolve("there.meme")) //
            .changes(files(folder), "file/path/path=" + folder.resolve("new.meme"), "format=JASPAR", "format=HOMER", "strands=SINGLE",
                "ifExists=FAIL") //
            .changes(failure(), "ifExists=FAIL");
    }

    private static Rows scanner() {
        return new Rows(MotifScannerNodeFactory.class) //
            .in("threshold=0.01") //
            .changes(table(0), "sequenceColumn=Other", "strands=SINGLE", "background=UNIFORM", "bandwidth=2") //
            .changes(table(1), "identifier=ROW_ID", "threshold=0.1", "background=MOTIF") //
            .in("threshold=0.01", "identifier=COLUMN").changes(table(1), "idColumn=Name");
    }

    private static Rows comparer() {
        return new Rows(MotifComparerNodeFactory.class).changes(table(0), "strands=SINGLE", "best=1", "maxQ=0.3");
    }

    static Stream<Option> rows(final List<Rows> table) {
        return table.stream().flatMap(r -> r.rows().stream());
    }
}
