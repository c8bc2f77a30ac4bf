package org.seism.analysis.field;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.seism.analysis.Extras;
import org.seism.analysis.SelectionSettings;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.inference.DataSplitTest;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullModel;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.selection.AssociationScore;
import org.seism.selection.RefinementSettings;
import org.seism.sequence.Strands;
import org.seism.study.Kinship;
import org.seism.table.DelimitedWriter;

/**
 * Every setting that decides a result, once: the key in results.json, the label in report and tables, what it means, and how
 * it is read. The order is that of results.json. Keys and labels are an interface: they never change. A test asks that every
 * component of every settings record changes one of them.
 */
public enum SettingField {
    /** What was explained. */
    PHENOTYPE("phenotype", "Phenotype", "what the motifs explain", Group.DATA, FieldType.TEXT, s -> s.study().phenotype().name()),
    /** Kind of sequences. */
    ALPHABET("alphabet", "Alphabet", "letters of the sequences", Group.DATA, FieldType.TEXT,
        s -> s.study().sequences().alphabet().label()),
    /** Which strands were scanned. */
    STRANDS("strands", "Strands", "whether the reverse complement was scanned as well", Group.DATA, FieldType.CHOICE,
        s -> s.study().strands(), s -> s.study().strands() == Strands.BOTH ? "both" : "as given"),
    /** What counts as a case. */
    POSITIVE_CLASS("positiveClass", "Positive class", "value of the phenotype that counts as 1; absent for numbers", Group.DATA,
        FieldType.TEXT, s -> s.study().phenotype().positiveClass().isEmpty() ? null : s.study().phenotype().positiveClass()),
    /** What else explains the phenotype. */
    COVARIATES("covariates", "Covariates", "what the motifs have to add to", Group.DATA, FieldType.TEXTS,
        s -> s.study().covariates().names(),
        s -> s.study().covariates().size() == 0 ? "none" : String.join(", ", s.study().covariates().names())),
    /** How sequences are related. */
    KINSHIP("kinship", "Related sequences", "how sequences are related: the file of a matrix or the column of groups; none for sequences that "
        + "have nothing to do with each other", Group.DATA, FieldType.TEXT, s -> s.study().kinship().map(Kinship::text).orElse("none")),
    /** How much of the noise goes with the relationship. */
    HERITABILITY("heritability", "Heritability", "share of the noise's variance that goes with the relationship of the sequences, given or "
        + "estimated without any motif; absent where they are not related", Group.DATA, FieldType.NUMBER,
        s -> s.inference().flatMap(AnalysisSetup.Inference::heritability).orElse(null),
        s -> String.format(Locale.ROOT, "%.3g", s.inference().flatMap(AnalysisSetup.Inference::heritability).orElseThrow())
            + (s.study().kinship().filter(k -> !Double.isNaN(k.heritability())).isPresent() ? ", as given" : ", estimated")),
    /** What motifs are selected from. */
    CANDIDATES("candidates", "Selected from", "what motifs are selected from: words, the library's matrices, or both", Group.SELECTION,
        FieldType.TEXT, s -> s.selection().grid().library().map(l -> l.besideWords() ? "both" : "library").orElse("words")),
    /** Shortest and longest words. */
    WIDTH("width", "Motif width", "length of the words, one or a range", Group.SELECTION, FieldType.TEXT,
        s -> widths(s.selection().grid())),
    /** How many IUPAC codes a word may have. */
    DEGENERACY("degeneracy", "IUPAC positions per word", "how many positions of a word may be IUPAC codes", Group.SELECTION,
        FieldType.INTEGER, s -> s.selection().grid().degeneracy()),
    /** Places that words are bound to. */
    POSITIONS("positions", "Words in a place", "numbers of starts of the places that words are bound to, beside words anywhere; absent for "
        + "none", Group.SELECTION, FieldType.TEXT,
        s -> s.selection().grid().forms().positions().on() ? s.selection().grid().forms().positions().text() : null,
        s -> "in places of " + s.selection().grid().forms().positions().starts().stream().map(String::valueOf)
            .collect(Collectors.joining(", ")) + " starts" + (s.selection().grid().forms().positions().auto() ? ", if all sequences have one length" : "")),
    /** Whether two words with a gap are candidates. */
    GAPPED("gapped", "Words with a gap", "whether two words of 3 or 4 letters with up to 20 free letters between are candidates too; absent "
        + "if not", Group.SELECTION, FieldType.FLAG, s -> s.selection().grid().forms().gapped() ? Boolean.TRUE : null),
    /** How many motifs were asked for. */
    MOTIFS("motifs", "Motifs asked for", "number of motifs, or auto for ForwardStop's choice", Group.SELECTION, FieldType.CHOSEN_NUMBER,
        s -> s.selection().motifs() == SelectionSettings.AUTO ? "auto" : (Object)s.selection().motifs(),
        s -> s.selection().motifs() == SelectionSettings.AUTO
            ? "automatic (ForwardStop, up to " + SelectionSettings.MOST_AUTO + ")" : Integer.toString(s.selection().motifs())),
    /** Association score. */
    SCORE("score", "Score", "what the selection maximises", Group.SELECTION, FieldType.CHOICE, s -> s.selection().score().kind(),
        s -> s.selection().score().kind() == AssociationScore.Kind.HSIC ? "HSIC, linear kernels" : "ridge"),
    /** Penalty of the ridge score. */
    LAMBDA("lambda", "Ridge penalty lambda", "penalty of the ridge score; ignored by HSIC", Group.SELECTION, FieldType.NUMBER,
        s -> s.selection().score().lambda()),
    /** Which associations count. */
    SIGN("sign", "Associations", "whether motifs that go with small values count as well", Group.SELECTION, FieldType.CHOICE,
        s -> s.selection().score().sign(),
        s -> s.selection().score().sign() == AssociationScore.Sign.POSITIVE ? "positive only" : "positive and negative"),
    /** Whether sites are erased. */
    ERASE("erase", "Erasing", "most mismatches of the sites that a motif takes out of the sequences before the next one is "
        + "selected: auto by the motif's width, none for no erasing", Group.SELECTION, FieldType.CHOSEN_NUMBER,
        s -> erased(s.selection().erasing(), s.selection().erasing().fixedMismatches()),
        s -> !s.selection().erasing().on() ? "none: later motifs are adjusted for the earlier ones"
            : s.selection().erasing().fixedMismatches() == Erasing.BY_WIDTH ? "sites with up to 1 mismatch, from width 8 up to 2"
                : "sites with up to " + s.selection().erasing().fixedMismatches() + " mismatches"),
    /** When erased letters make a window unusable. */
    ERASE_OVERLAP("eraseOverlap", "Erased letters", "so many erased letters make a window unusable for later motifs: auto by the "
        + "window's width", Group.SELECTION, FieldType.CHOSEN_NUMBER,
        s -> s.selection().erasing().on() ? erased(s.selection().erasing(), s.selection().erasing().fixedOverlap()) : null,
        s -> s.selection().erasing().fixedOverlap() == Erasing.BY_WIDTH ? "1, from width 8 more than half of the window"
            : Integer.toString(s.selection().erasing().fixedOverlap())),
    /** Whether words are refined. */
    REFINE("refine", "Refinement", "what takes a selected word's place: none for the word itself, lattice or network for a motif "
        + "with soft columns", Group.SELECTION, FieldType.CHOICE, s -> s.selection().refinement().mode(),
        s -> switch (s.selection().refinement().mode()) {
            case NONE -> "none: words as they are";
            case LATTICE -> "lattice: each word refined to a matrix, column by column";
            case NETWORK -> "network: each word refined to a matrix by training";
        }),
    /** Resolution of the lattice. */
    RESOLUTION("resolution", "Resolution", "coordinates of refined columns are multiples of 1 / resolution", Group.SELECTION,
        FieldType.INTEGER, s -> refined(s, RefinementSettings::resolution)),
    /** Sweeps of the refinement. */
    MAX_SWEEPS("maxSweeps", "Most sweeps", "most sweeps of the refinement over the columns", Group.SELECTION, FieldType.INTEGER,
        s -> refined(s, RefinementSettings::maxSweeps)),
    /** Starts of the training. */
    STARTS("starts", "Training starts", "from how many of the best words the network is trained", Group.SELECTION, FieldType.INTEGER,
        s -> s.selection().refinement().mode() == RefinementSettings.Mode.NETWORK ? s.selection().refinement().starts() : null),
    /** Bandwidths offered to the selection. */
    BANDWIDTH("bandwidth", "Bandwidth", "bandwidths of the activation; the selection chooses among several", Group.SELECTION,
        FieldType.NUMBERS, s -> s.selection().grid().bandwidths().stream().mapToDouble(Double::doubleValue).toArray()),
    /** How frequent a word must be. */
    MIN_SUPPORT("minSupport", "Minimum support", "least number of sequences with a matching window", Group.SELECTION,
        FieldType.INTEGER, s -> s.selection().grid().effectiveMinSupport(s.study().size()),
        s -> s.selection().grid().effectiveMinSupport(s.study().size()) + " sequences"
            + (s.selection().grid().minSupport() == 0 ? " (default)" : "")),
    /** Cap of the grid. */
    MAX_GRID_SIZE("maxGridSize", "Largest grid", "most candidates; beyond, those with the smallest support are left out",
        Group.SELECTION, FieldType.INTEGER, s -> s.selection().grid().maxGridSize(),
        s -> s.selection().grid().maxGridSize() + " candidates"),
    /** Null model, resolved. */
    NULL_MODEL("null", "Null model", "distribution of the phenotype without the motif", Group.INFERENCE, FieldType.CHOICE,
        s -> s.inference().map(AnalysisSetup.Inference::nullModel).orElse(null),
        s -> switch (s.inference().orElseThrow().nullModel()) {
            case GAUSSIAN -> "gaussian noise of unknown variance";
            case PERMUTATION -> "permutation within strata";
            case CONDITIONAL -> "permutation within strata, weighted by a logistic fit on the covariates";
            case RANK_BINNED -> "permutation of residual normal scores within strata and bins of the covariates' fit";
        }),
    /** What becomes of the phenotype. */
    TRANSFORM("transform", "Transform", "what becomes of the phenotype before anything else: none, or rank for the normal scores of its "
        + "ranks", Group.INFERENCE, FieldType.CHOICE, s -> s.inference().flatMap(AnalysisSetup.Inference::transform).orElse(null),
        s -> s.inference().flatMap(AnalysisSetup.Inference::transform).orElseThrow() == PhenotypeTransform.RANK ? "normal scores of ranks"
            : "none"),
    /** Whether the closed form is computed under any null. */
    CLOSED_FORM("closedForm", "Closed form", "whether the closed form, which assumes gaussian noise, is computed under the permutation null "
        + "too", Group.INFERENCE, FieldType.FLAG, s -> extras(s, Extras::closedForm)),
    /** Whether effects get intervals. */
    INTERVALS("intervals", "Intervals", "whether effects get selective intervals", Group.INFERENCE, FieldType.FLAG,
        s -> extras(s, Extras::intervals)),
    /** Whether small p-values are estimated. */
    TAILS("tails", "Estimates of small p-values", "whether p-values that no replicate reaches are estimated", Group.INFERENCE,
        FieldType.FLAG, s -> extras(s, Extras::tails)),
    /** Whether all motifs are tested together. */
    JOINT("joint", "Joint test", "statistic by which all motifs are tested together: share, ridge or hsic; none for no such test",
        Group.INFERENCE, FieldType.CHOICE, s -> extras(s, Extras::joint),
        s -> extras(s, Extras::joint).kind().map(k -> "by the " + k.text()).orElse("none")),
    /** What each motif is tested against. */
    HYPOTHESIS("hypothesis", "Hypothesis", "what each motif must add to", Group.INFERENCE, FieldType.CHOICE,
        s -> s.inference().map(AnalysisSetup.Inference::hypothesis).orElse(null),
        s -> s.inference().orElseThrow().hypothesis() == Hypothesis.SEQUENTIAL ? "sequential: each motif against those before it"
            : "partial: each motif against all others"),
    /** Kernel of the chains. */
    KERNEL("kernel", "Kernel", "how the chains move; the permutation null always exchanges two entries", Group.INFERENCE,
        FieldType.CHOICE, s -> gaussian(s) ? sampled(s, SamplingSettings::kernel) : null,
        s -> sampled(s, SamplingSettings::kernel) == Kernel.BLOCK ? "block rotation" : "hypersphere directions"),
    /** Number of replicates. */
    REPLICATES("replicates", "Null replicates", "replicates drawn under the null for each motif, the observed data not counted",
        Group.INFERENCE, FieldType.INTEGER, s -> sampled(s, SamplingSettings::replicates)),
    /** Most replicates. */
    MAX_REPLICATES("maxReplicates", "Most replicates", "up to how many replicates the adaptive scheme goes", Group.INFERENCE,
        FieldType.INTEGER, s -> sampled(s, SamplingSettings::maxReplicates)),
    /** Whether N grows with the data. */
    ADAPTIVE("adaptive", "Adaptive", "whether the number of replicates was adapted to the data", Group.INFERENCE, FieldType.FLAG,
        s -> sampled(s, SamplingSettings::adaptive)),
    /** Steps between two replicates. */
    THINNING("thinning", "Thinning", "steps of the chain between two replicates", Group.INFERENCE, FieldType.INTEGER,
        s -> sampled(s, SamplingSettings::thinning)),
    /** Share that selects in the split. */
    SPLIT_FRACTION("splitFraction", "Share that selects", "share of the sequences that selects in the data split", Group.SPLIT,
        FieldType.NUMBER, s -> split(s, DataSplitTest.Settings::fraction)),
    /** Number of splits. */
    SPLIT_REPEATS("splitRepeats", "Splits", "number of data splits, combined as twice the median", Group.SPLIT, FieldType.INTEGER,
        s -> split(s, DataSplitTest.Settings::repeats)),
    /** Level of ForwardStop. */
    ALPHA("alpha", "ForwardStop level", "level of ForwardStop and of the word significant", Group.REPORT, FieldType.NUMBER,
        s -> s.report().alpha()),
    /** Letters beside the sites. */
    FLANK("flank", "Flank", "letters shown on either side of a site", Group.REPORT, FieldType.INTEGER,
        s -> s.report().flank().orElse(null)),
    /** Seed of the sampling. */
    SEED("seed", "Seed", "start of the random numbers", Group.INFERENCE, FieldType.LONG, s -> sampled(s, SamplingSettings::seed)),
    /** Number of chains. */
    BRANCHES("branches", "Branches", "into how many chains the replicates of a motif are divided", Group.INFERENCE,
        FieldType.INTEGER, s -> sampled(s, SamplingSettings::branches)),
    /** Test of the split. */
    SPLIT_METHOD("splitMethod", "Test of the split", "how the other part of a data split tests", Group.SPLIT, FieldType.CHOICE,
        s -> split(s, DataSplitTest.Settings::method),
        s -> split(s, DataSplitTest.Settings::method) == DataSplitTest.Method.STUDENT ? "Student's t" : "permutation"),
    /** Permutations of the split's test. */
    SPLIT_PERMUTATIONS("splitPermutations", "Permutations of the split", "permutations where the data split tests by permutation",
        Group.SPLIT, FieldType.INTEGER,
        s -> split(s, d -> d.method() == DataSplitTest.Method.PERMUTATION ? d.permutations() : null)),
    /** Seed of the split. */
    SPLIT_SEED("splitSeed", "Seed of the split", "start of the random numbers of the data split", Group.SPLIT, FieldType.LONG,
        s -> split(s, DataSplitTest.Settings::seed)),
    /** Whether there was a joint fit. */
    REFIT("refit", "Joint fit", "whether all motifs were fitted together in the end", Group.REPORT, FieldType.FLAG,
        s -> s.report().refit().orElse(null)),
    /** Where names come from. */
    LIBRARY("library", "Library", "known motifs that the matrices were compared with; absent where there are none", Group.REPORT,
        FieldType.TEXT,
        s -> s.report().library().orElse(null));

    /** What a setting belongs to. */
    public enum Group {
        /** The input. */
        DATA("Data"),
        /** Candidates and selection. */
        SELECTION("Selection"),
        /** The tests. */
        INFERENCE("Inference"),
        /** The data split. */
        SPLIT("Data split"),
        /** Levels and what is shown. */
        REPORT("Report");

        private final String m_title;

        Group(final String title) {
            m_title = title;
        }

        /** @return heading of the group */
        public String title() {
            return m_title;
        }
    }

    private final String m_key;
    private final String m_label;
    private final String m_meaning;
    private final Group m_group;
    private final FieldType m_type;
    private final Function<AnalysisSetup, Object> m_reader;
    private final Function<AnalysisSetup, String> m_words;

    /**
     * @param key name in results.json
     * @param label name in report and tables
     * @param meaning what it is, a phrase without full stop
     * @param group what it belongs to
     * @param type what its values are
     * @param reader the value; null where the setting had no part in the result
     */
    SettingField(final String key, final String label, final String meaning, final Group group, final FieldType type,
        final Function<AnalysisSetup, Object> reader) {
        this(key, label, meaning, group, type, reader, null);
    }

    SettingField(final String key, final String label, final String meaning, final Group group, final FieldType type,
        final Function<AnalysisSetup, Object> reader, final Function<AnalysisSetup, String> words) {
        m_key = key;
        m_label = label;
        m_meaning = meaning;
        m_group = group;
        m_type = type;
        m_reader = reader;
        m_words = words == null ? s -> plain(reader.apply(s)) : words;
    }

    /** @return name in results.json */
    public String key() {
        return m_key;
    }

    /** @return name in report and tables */
    public String label() {
        return m_label;
    }

    /** @return what it is, a phrase without full stop */
    public String meaning() {
        return m_meaning;
    }

    /** @return what it belongs to */
    public Group group() {
        return m_group;
    }

    /** @return what its values are */
    public FieldType type() {
        return m_type;
    }

    /**
     * @param setup data and settings
     * @return the value, of the class that {@link #type} says; empty where the setting had no part in the result
     */
    public Optional<Object> read(final AnalysisSetup setup) {
        return Optional.ofNullable(m_reader.apply(setup));
    }

    /**
     * @param setup data and settings
     * @return the value in words; empty where the setting had no part in the result
     */
    public Optional<String> words(final AnalysisSetup setup) {
        return read(setup).map(v -> m_words.apply(setup));
    }

    private static String plain(final Object value) {
        return value instanceof final Boolean flag ? flag ? "yes" : "no"
            : value instanceof final double[] numbers
                ? Arrays.stream(numbers).mapToObj(DelimitedWriter::number).collect(Collectors.joining(", "))
                : value instanceof final List<?> list ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
                    : FieldText.of(Optional.of(value));
    }

    private static String widths(final GridSettings grid) {
        return grid.minWidth() == grid.maxWidth() ? Integer.toString(grid.minWidth()) : grid.minWidth() + "-" + grid.maxWidth();
    }

    private static Object erased(final Erasing erasing, final int limit) {
        return !erasing.on() ? "none" : limit == Erasing.BY_WIDTH ? "auto" : (Object)limit;
    }

    private static <T> T refined(final AnalysisSetup setup, final Function<RefinementSettings, T> reader) {
        return setup.selection().isRefined() ? reader.apply(setup.selection().refinement()) : null;
    }

    private static <T> T sampled(final AnalysisSetup setup, final Function<SamplingSettings, T> reader) {
        return setup.inference().flatMap(AnalysisSetup.Inference::sampling).map(reader).orElse(null);
    }

    private static <T> T extras(final AnalysisSetup setup, final Function<Extras, T> reader) {
        return setup.inference().flatMap(AnalysisSetup.Inference::extras).map(reader).orElse(null);
    }

    private static boolean gaussian(final AnalysisSetup setup) {
        return setup.inference().filter(i -> i.nullModel() == NullModel.GAUSSIAN).isPresent();
    }

    private static <T> T split(final AnalysisSetup setup, final Function<DataSplitTest.Settings, T> reader) {
        return setup.split().map(reader).orElse(null);
    }
}
