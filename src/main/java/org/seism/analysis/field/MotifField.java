package org.seism.analysis.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.seism.analysis.MotifResult;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.inference.DataSplitTest;
import org.seism.inference.LogProbability;
import org.seism.inference.NullSample;
import org.seism.inference.PValueText;
import org.seism.inference.effect.EffectInterval;
import org.seism.inference.tail.TailEstimate;
import org.seism.motif.GaussianActivation;
import org.seism.motif.MatrixMotif;
import org.seism.motif.Motif;
import org.seism.motif.compare.Resemblance;
import org.seism.motif.growth.Attachment;

/**
 * Everything that is said about a motif, once: the key in files, the label in tables for people, what it means, its unit, and
 * how it is read from a result. The order is that of the columns of results.tsv and of the keys in results.json; tables
 * for people are in the order of {@link #forReaders}. Keys and labels are an interface: they never change.
 */
public enum MotifField {
    /** Order of selection. */
    RANK("rank", "Rank", "order of selection, 1 for the motif that was selected first", Unit.NONE, FieldType.INTEGER,
        Group.MOTIF, Known.ALWAYS, "", r -> r.motif().rank()),
    /** Name in files and tables. */
    NAME("motif", "Motif", "name of the motif in files and tables", Unit.NONE, FieldType.TEXT, Group.MOTIF, Known.ALWAYS,
        "motif", MotifResult::name),
    /** Letters of the motif. */
    CONSENSUS("consensus", "Consensus", "the motif in letters and IUPAC codes; GT@31 begins at letter 31 of a sequence, GT@26-30 at one of the "
        + "letters 26 to 30, and TTG-N17-TAT has 17 free letters between", Unit.NONE, FieldType.TEXT, Group.MOTIF,
        Known.ALWAYS, "word", MotifResult::consensus),
    /** Equivalent words. */
    MEMBERS("members", "Members", "all words that these sequences can't tell apart, the motif's own word first", Unit.NONE,
        FieldType.TEXTS, Group.DESCRIPTION, Known.ALWAYS, "",
        r -> r.motif().members().stream().map(Motif::name).toList()),
    /** Length of the motif. */
    WIDTH("width", "Width", "length of the motif, free letters counted", Unit.LETTERS, FieldType.INTEGER, Group.DESCRIPTION, Known.ALWAYS, "",
        r -> r.motif().motif().width()),
    /** Bandwidth of the activation. */
    BANDWIDTH("bandwidth", "Bandwidth", "how fast the activation falls with mismatches", Unit.NONE, FieldType.NUMBER,
        Group.DETAIL, Known.ALWAYS, "", r -> r.motif().motif().activation() instanceof GaussianActivation a ? (Double)a.bandwidth() : null),
    /** The test statistic with its sign. */
    STATISTIC("statistic", "Partial correlation",
        "partial correlation of the motif with the phenotype, with its sign: the test statistic", Unit.NONE, FieldType.NUMBER,
        Group.DESCRIPTION, Known.JUDGED, "r",
        r -> r.test().correlation().orElse(null)),
    /** Association score. */
    SCORE("score", "Score", "association score when the motif was selected", Unit.NONE, FieldType.NUMBER, Group.DESCRIPTION,
        Known.ALWAYS, "", r -> r.motif().score()),
    /** Share of variance. */
    R2("r2", "R2", "share of the phenotype's variance, after covariates, that the motif explains beyond those before it",
        Unit.NONE, FieldType.NUMBER, Group.DESCRIPTION, Known.ALWAYS, "", r -> r.motif().r2()),
    /** Regression coefficient. */
    EFFECT("effect", "Effect", "regression coefficient: change of the phenotype from no fit to a perfect fit; of its rank scores where those are "
        + "tested (numbers with covariates, transform rank)", Unit.PHENOTYPE,
        FieldType.NUMBER, Group.DESCRIPTION, Known.ALWAYS, "effect",
        r -> r.test().selective().map(SelectiveTest::effect).orElse(r.motif().effect())),
    /** The effect given the selection. */
    EFFECT_SELECTIVE("effectSelective", "Effect (selective)", "median-unbiased effect given that the motif was selected, per unit of activation; "
        + "absent where it was not asked for or the data set no bound", Unit.NONE, FieldType.NUMBER, Group.DESCRIPTION, Known.TESTED, "",
        r -> MotifReaders.interval(r, EffectInterval::estimate)),
    /** Lower end of its interval. */
    EFFECT_LOWER("effectLower", "Effect, lower", "lower end of the effect's 95% interval given the selection; absent where there is no bound",
        Unit.NONE, FieldType.NUMBER, Group.DESCRIPTION, Known.TESTED, "", r -> MotifReaders.interval(r, EffectInterval::lower)),
    /** Upper end of its interval. */
    EFFECT_UPPER("effectUpper", "Effect, upper", "upper end of the effect's 95% interval given the selection; absent where there is no bound",
        Unit.NONE, FieldType.NUMBER, Group.DESCRIPTION, Known.TESTED, "", r -> MotifReaders.interval(r, EffectInterval::upper)),
    /** What it is measured in. */
    EFFECT_SCALE("effectScale", "Effect, unit", "what the selective effect and its interval are measured in", Unit.NONE, FieldType.TEXT,
        Group.DESCRIPTION, Known.TESTED, "", r -> r.test().interval().map(i -> i.scale().text()).orElse(null)),
    /** The interval for reading. */
    EFFECT_TEXT("effectText", "Effect, in words", "selective effect with its 95% interval and unit", Unit.NONE, FieldType.TEXT, Group.DETAIL,
        Known.TESTED, "effect (95% interval)", r -> r.test().interval().map(EffectInterval::text).orElse(null)),
    /** Number of sequences with the motif. */
    SUPPORT("support", "Support", "number of sequences with a window that matches every letter of the word", Unit.SEQUENCES,
        FieldType.INTEGER, Group.DESCRIPTION, Known.ALWAYS, "", r -> r.motif().support()),
    /** Number of sites behind logo and matrix. */
    SITES("sites", "Sites", "number of sites that logo and matrix are counted on", Unit.NONE, FieldType.INTEGER,
        Group.DESCRIPTION, Known.ALWAYS, "", r -> r.matrix().sites()),
    /** The p-value of the step. */
    P_STEP("pStep", "P-value (step)", "p-value of the step: whether the sequences have anything more to say about the phenotype, given "
        + "the motifs before", Unit.NONE, FieldType.NUMBER, Group.TEST, Known.SAMPLED, "", r -> MotifReaders.step(r, NullSample::p)),
    /** The same for reading. */
    P_STEP_TEXT("pStepText", "P-value (step), in words", "p-value of the step; a bound where no replicate is as large", Unit.NONE,
        FieldType.TEXT, Group.DETAIL, Known.SAMPLED, "p step", r -> MotifReaders.step(r, PValueText::of)),
    /** Interval of the step's p-value. */
    P_STEP_INTERVAL("pStepInterval", "P-value (step), interval", "95% Monte Carlo interval of the step's p-value", Unit.NONE,
        FieldType.NUMBERS, Group.DETAIL, Known.SAMPLED, "", r -> MotifReaders.step(r, NullSample::interval)),
    /** The p-value of the list. */
    P_LIST("pList", "P-value (list)", "largest p-value of the steps up to this one: a motif is kept while it is at most alpha",
        Unit.NONE, FieldType.NUMBER, Group.TEST, Known.JUDGED, "", r -> r.verdict().list().orElse(null)),
    /** The same for reading. */
    P_LIST_TEXT("pListText", "P-value (list), in words", "p-value of the list; a bound where no replicate is as large", Unit.NONE,
        FieldType.TEXT, Group.DETAIL, Known.JUDGED, "p list", MotifReaders::listText),
    /** The verdict. */
    KEPT("kept", "Kept", "whether the motif is kept: the list's p-value, or for the partial hypothesis Holm's, is at most alpha",
        Unit.NONE, FieldType.FLAG, Group.TEST, Known.JUDGED, "kept", r -> r.verdict().kept()),
    /** The sampled selective p-value. */
    P_SAMPLED("pSampled", "P-value (sampled)", "p-value that accounts for the selection, by sampling the null", Unit.NONE,
        FieldType.NUMBER, Group.TEST, Known.SAMPLED, "", r -> MotifReaders.sampled(r, NullSample::p)),
    /** The same for reading. */
    P_SAMPLED_TEXT("pSampledText", "P-value (sampled), in words", "p-value of the motif; a bound where no replicate is as large",
        Unit.NONE, FieldType.TEXT, Group.DETAIL, Known.SAMPLED, "p sampled", r -> MotifReaders.sampled(r, PValueText::of)),
    /** Its interval. */
    P_SAMPLED_INTERVAL("pSampledInterval", "P-value (sampled), interval", "95% Monte Carlo interval of the sampled p-value", Unit.NONE,
        FieldType.NUMBERS, Group.DETAIL, Known.SAMPLED, "", r -> MotifReaders.sampled(r, NullSample::interval)),
    /** How small it is. */
    LOG10_P_ESTIMATE("log10PEstimate", "log10 P-value (estimate)", "decimal logarithm of an estimate of the sampled p-value where no replicate is "
        + "as large: an estimate, not a valid p-value; absent elsewhere", Unit.NONE, FieldType.NUMBER, Group.DETAIL, Known.SAMPLED, "",
        r -> r.test().tail().map(TailEstimate::log10P).orElse(null)),
    /** The same for reading. */
    P_ESTIMATE_TEXT("pEstimateText", "P-value (estimate), in words", "estimate of the sampled p-value with its 95% interval: an estimate, not a "
        + "valid p-value", Unit.NONE, FieldType.TEXT, Group.DETAIL, Known.SAMPLED, "p estimate",
        r -> r.test().tail().map(TailEstimate::text).orElse(null)),
    /** Its Monte Carlo error. */
    SE_SAMPLED("seSampled", "Standard error", "Monte Carlo standard error of the sampled p-value; none where it is a bound", Unit.NONE, FieldType.NUMBER,
        Group.TEST, Known.SAMPLED, "+- se", r -> MotifReaders.sampled(r, s -> s.atFloor() ? null : (Double)s.standardError())),
    /** Effective sample size. */
    ESS("ess", "ESS", "effective number of independent replicates", Unit.NONE, FieldType.NUMBER, Group.DETAIL, Known.SAMPLED,
        "", r -> MotifReaders.sampled(r, NullSample::effectiveSampleSize)),
    /** Number of replicates. */
    REPLICATES("replicates", "Replicates", "number of replicates drawn under the null, the observed data not counted",
        Unit.NONE, FieldType.INTEGER, Group.DETAIL, Known.SAMPLED, "", r -> MotifReaders.sampled(r, s -> s.size() - 1)),
    /** The selective p-value without sampling. */
    P_EXACT("pExact", "P-value (gaussian, closed form)", "p-value by the closed form, which assumes gaussian noise; empty under the permutation null unless asked for", Unit.NONE,
        FieldType.PROBABILITY, Group.TEST, Known.TESTED, "closed form (gaussian)", r -> r.test().closedForm().orElse(null)),
    /** Its logarithm. */
    LOG10_P_EXACT("log10PExact", "log10 P-value (gaussian, closed form)", "decimal logarithm of the p-value without sampling, with its digits "
        + "below 1e-300", Unit.NONE, FieldType.NUMBER, Group.TEST, Known.TESTED, "",
        r -> r.test().closedForm().map(LogProbability::log10).orElse(null)),
    /** p-value of the data split. */
    P_SPLIT("pSplit", "P-value (split)", "p-value of the motif of this rank in the data split", Unit.NONE, FieldType.NUMBER,
        Group.TEST, Known.SPLIT, "p split", r -> MotifReaders.split(r, DataSplitTest.Result::p)),
    /** What the data split tested. */
    SPLIT_WORD("splitWord", "Word of the split", "word that the first data split selected at this rank, which is what it tested",
        Unit.NONE, FieldType.TEXT, Group.DETAIL, Known.BESIDE, "", r -> MotifReaders.split(r, s -> s.motif().name())),
    /** Holm's adjusted p-value. */
    P_HOLM("holm", "P-value (Holm)", "adjusted for the number of motifs: bounds the probability of a single false motif",
        Unit.NONE, FieldType.NUMBER, Group.TEST, Known.JUDGED, "", r -> r.verdict().holm().orElse(null)),
    /** Benjamini and Hochberg's q-value. */
    Q_BH("bh", "Q-value (BH)", "bounds the expected share of false motifs among those reported (Benjamini, Hochberg)",
        Unit.NONE, FieldType.NUMBER, Group.TEST, Known.JUDGED, "q (BH)", r -> r.verdict().bh().orElse(null)),
    /** Whether ForwardStop keeps the motif. */
    FORWARD_STOP("forwardStop", "ForwardStop", "whether ForwardStop keeps the motif", Unit.NONE, FieldType.FLAG, Group.TEST,
        Known.JUDGED, "", r -> r.verdict().forwardStop()),
    /** The p-value that forgets the selection. */
    P_NAIVE("pNaiveInvalid", "P-value (naive, not valid)", "Student's t as if the motif had not been chosen with these data: not "
        + "valid, for comparison only", Unit.NONE, FieldType.PROBABILITY, Group.TEST, Known.TESTED, "naive p (NOT VALID)",
        r -> r.test().selective().map(SelectiveTest::naive).orElse(null)),
    /** What limits the sampled p-value. */
    REMARK("remark", "Remark", "approximate or adaptive, where the sampled p-value is", Unit.NONE, FieldType.TEXT, Group.DETAIL,
        Known.SAMPLED, "", r -> MotifReaders.sampled(r, MotifReaders::remark)),
    /** The logo. */
    LOGO("logo", "Logo", "logo of the motif's sites with flanks on grey", Unit.NONE, FieldType.PICTURE, Group.PICTURE,
        Known.ALWAYS, "", MotifResult::matrix),
    /** Letters at the sites. */
    PFM("pfm", "PFM", "letters at the motif's sites, counted", Unit.SEQUENCES, FieldType.COUNTS, Group.PICTURE, Known.ALWAYS, "",
        r -> r.matrix().core().counts()),
    /** The word that was refined. */
    SEED_WORD("seedWord", "Seed word", "word that the motif was refined from; absent where words are not refined", Unit.NONE,
        FieldType.TEXT, Group.DETAIL, Known.ALWAYS, "", r -> r.motif().motif().seed().map(Motif::name).orElse(null)),
    /** The refined columns. */
    LATTICE("lattice", "Lattice", "columns of the refined motif that was tested; absent where words are not refined", Unit.NONE,
        FieldType.SHARES, Group.PICTURE, Known.ALWAYS, "", r -> r.motif().motif().isSoft() ? r.motif().motif().columns() : null),
    /** p-value of every split. */
    SPLIT_P_VALUES("splitPValues", "P-values of the splits", "p-value of every split, of which pSplit is twice the median",
        Unit.NONE, FieldType.NUMBERS, Group.DETAIL, Known.SPLIT, "", r -> MotifReaders.split(r, DataSplitTest.Result::repeats)),
    /** What every split selected. */
    SPLIT_WORDS("splitWords", "Consensus of the splits", "word that every split selected at this rank", Unit.NONE,
        FieldType.TEXTS, Group.DETAIL, Known.SPLIT, "", r -> MotifReaders.split(r, s -> s.motifs().stream().map(Motif::name).toList())),
    /** The matrix to work with. */
    PWM("pwm", "PWM", "shares of the letters: the lattice where words are refined, else those at the sites", Unit.NONE,
        FieldType.SHARES, Group.PICTURE, Known.ALWAYS, "", r -> r.motif().motif().isSoft() ? r.motif().motif().columns()
            : r.matrix().core().toFrequencyMatrix("", "").frequencies()),
    /** The grown matrix in letters. */
    MATRIX("matrix", "Matrix", "consensus of the matrix grown from the word: descriptive, fitted to the data, never tested",
        Unit.NONE, FieldType.TEXT, Group.DESCRIPTION, Known.ALWAYS, "matrix", r -> r.matrix().core().consensus()),
    /** Sequences that hold the word. */
    EXACT("exact", "Exact", "number of sequences that hold the word exactly; fewer than 5 are little evidence", Unit.SEQUENCES,
        FieldType.INTEGER, Group.DESCRIPTION, Known.ALWAYS, "", r -> MotifReaders.count(r, 0)),
    /** Sequences that nearly hold it. */
    ONE_MISMATCH("oneMismatch", "One mismatch", "number of sequences that hold the word with one mismatch at best", Unit.SEQUENCES,
        FieldType.INTEGER, Group.DESCRIPTION, Known.ALWAYS, "", r -> MotifReaders.count(r, 1)),
    /** Sequences without it. */
    NO_MATCH("noMatch", "No match", "number of sequences that do not hold the word, not even with one mismatch", Unit.SEQUENCES,
        FieldType.INTEGER, Group.DESCRIPTION, Known.ALWAYS, "", r -> MotifReaders.count(r, 2)),
    /** Phenotype of those that hold the word. */
    EXACT_PHENOTYPE("exactPhenotype", "Phenotype (exact)", "mean phenotype, or share of cases, of the sequences that hold the word exactly",
        Unit.PHENOTYPE, FieldType.NUMBER, Group.DESCRIPTION, Known.ALWAYS, "", r -> MotifReaders.phenotype(r, 0)),
    /** Phenotype of those that nearly hold it. */
    ONE_MISMATCH_PHENOTYPE("oneMismatchPhenotype", "Phenotype (one mismatch)", "mean phenotype, or share of cases, of the sequences that "
        + "hold the word with one mismatch at best", Unit.PHENOTYPE, FieldType.NUMBER, Group.DESCRIPTION, Known.ALWAYS, "",
        r -> MotifReaders.phenotype(r, 1)),
    /** Phenotype of those without it. */
    NO_MATCH_PHENOTYPE("noMatchPhenotype", "Phenotype (no match)", "mean phenotype, or share of cases, of the other sequences",
        Unit.PHENOTYPE, FieldType.NUMBER, Group.DESCRIPTION, Known.ALWAYS, "", r -> MotifReaders.phenotype(r, 2)),
    /** Family of variants. */
    VARIANT_OF("variantOf", "Variant of", "rank of the motif of which this one is a variant: their sites overlap; absent for a motif of "
        + "its own", Unit.NONE, FieldType.INTEGER, Group.DESCRIPTION, Known.ALWAYS, "",
        r -> r.description().variantOf().isPresent() ? (Integer)r.description().variantOf().getAsInt() : null),
    /** Half-sites and fragments. */
    ATTACHMENT("attachment", "Beside motif 1", "where most occurrences stand relative to motif 1; absent where they stand anywhere",
        Unit.NONE, FieldType.TEXT, Group.DESCRIPTION, Known.ALWAYS, "", r -> r.description().attachment().map(Attachment::text).orElse(null)),
    /** What the matrix resembles. */
    RESEMBLES("resembles", "Resembles", "family of known motifs that the matrix resembles, with its best match and q-value; a likeness, not an "
        + "identification; absent without a library", Unit.NONE, FieldType.TEXT, Group.DESCRIPTION, Known.ALWAYS, "resembles",
        r -> r.description().resemblance().map(Resemblance::text).orElse(null)),
    /** How sure that is. */
    RESEMBLES_Q("resemblesQ", "Resembles (q-value)", "q-value of the best match: expected share of chance matches among the library's "
        + "motifs at least as alike (Benjamini, Hochberg)", Unit.NONE, FieldType.NUMBER, Group.DETAIL, Known.ALWAYS, "",
        r -> r.description().resemblance().map(s -> s.first().q()).orElse(null)),
    /** Names of what it resembles. */
    RESEMBLES_NAMES("resemblesNames", "Resembles (names)", "up to three motifs of the family that the matrix resembles, with q-value, strand "
        + "and place", Unit.NONE, FieldType.TEXTS, Group.DETAIL, Known.ALWAYS, "",
        r -> r.description().resemblance().map(Resemblance::names).orElse(null)),
    /** Which matrix of the library. */
    LIBRARY_MATRIX("libraryMatrix", "Library matrix", "factor and accession of the library's matrix that was selected and tested; factors with "
        + "like matrices can do as well; absent for words", Unit.NONE, FieldType.TEXT, Group.DESCRIPTION, Known.ALWAYS, "",
        r -> r.motif().motif() instanceof MatrixMotif m ? m.name() : null),
    /** Where a site begins to be one. */
    CUT("cut", "Cut", "score in bits from which on a window is a site of the matrix", Unit.NONE, FieldType.NUMBER, Group.DETAIL, Known.ALWAYS,
        "", r -> r.description().matrix().cut()),
    /** What windows are scored by. */
    LOG_ODDS("logOdds", "Log-odds", "scores of the matrix in bits: letters at the sites against the background", Unit.NONE, FieldType.SCORES,
        Group.PICTURE, Known.ALWAYS, "", r -> r.description().matrix().logOdds());

    /** What a value is counted or measured in. */
    public enum Unit {
        /** Nothing: a share, a number, a word. */
        NONE(""),
        /** Letters of a sequence. */
        LETTERS("letters"),
        /** Sequences. */
        SEQUENCES("sequences"),
        /** Units of the phenotype. */
        PHENOTYPE("units of the phenotype");

        private final String m_text;

        Unit(final String text) {
            m_text = text;
        }

        @Override
        public String toString() {
            return m_text;
        }
    }

    /** What a field is about; the order is that of a table for people. */
    public enum Group {
        /** Which motif. */
        MOTIF,
        /** p-values and verdicts. */
        TEST,
        /** What the motif is like. */
        DESCRIPTION,
        /** How the p-values came about. */
        DETAIL,
        /** Logos and matrices. */
        PICTURE
    }

    /** Where fields are known. */
    private static final class Known {
        static final Set<ResultKind> ALWAYS = EnumSet.allOf(ResultKind.class);
        static final Set<ResultKind> TESTED = EnumSet.of(ResultKind.EXACT, ResultKind.SAMPLED, ResultKind.DISCOVERY);
        static final Set<ResultKind> SAMPLED = EnumSet.of(ResultKind.SAMPLED, ResultKind.DISCOVERY);
        static final Set<ResultKind> SPLIT = EnumSet.of(ResultKind.SPLIT, ResultKind.DISCOVERY);
        /** With a data split beside the tests. */
        static final Set<ResultKind> BESIDE = EnumSet.of(ResultKind.DISCOVERY);
        /** With any p-value. */
        static final Set<ResultKind> JUDGED = EnumSet.complementOf(EnumSet.of(ResultKind.SELECTED));
    }

    private final String m_key;
    private final String m_label;
    private final String m_meaning;
    private final Unit m_unit;
    private final FieldType m_type;
    private final Group m_group;
    private final Set<ResultKind> m_known;
    private final String m_heading;
    private final Function<MotifResult, Object> m_reader;

    /**
     * @param key name in files
     * @param label name in tables for people
     * @param meaning what it is, a phrase without full stop
     * @param unit what it is measured in
     * @param type what its values are
     * @param group what it is about
     * @param known kinds of result that have it
     * @param heading short name in tables with little room, or empty to leave it out there
     * @param reader the value; null or NaN where a motif has none
     */
    MotifField(final String key, final String label, final String meaning, final Unit unit, final FieldType type,
        final Group group, final Set<ResultKind> known, final String heading, final Function<MotifResult, Object> reader) {
        m_key = key;
        m_label = label;
        m_meaning = meaning;
        m_unit = unit;
        m_type = type;
        m_group = group;
        m_known = known;
        m_heading = heading;
        m_reader = reader;
    }

    /**
     * @param kind what was done with the motifs
     * @return the fields that are known then, in the order of files
     */
    public static List<MotifField> of(final ResultKind kind) {
        return Arrays.stream(values()).filter(f -> f.m_known.contains(kind)).toList();
    }

    /**
     * @param kind what was done with the motifs
     * @return the fields that are known then, in the order of tables for people: what is asked for first comes first
     */
    public static List<MotifField> forReaders(final ResultKind kind) {
        final List<MotifField> fields = new ArrayList<>();
        for (final Group group : Group.values()) {
            of(kind).stream().filter(f -> f.m_group == group).forEach(fields::add);
        }
        // the name is what a row is called
        fields.remove(NAME);
        fields.add(0, NAME);
        return fields;
    }

    /** @return name in files */
    public String key() {
        return m_key;
    }

    /** @return name in tables for people */
    public String label() {
        return m_label;
    }

    /** @return what it is, a phrase without full stop */
    public String meaning() {
        return m_meaning;
    }

    /** @return what it is measured in */
    public Unit unit() {
        return m_unit;
    }

    /** @return what its values are */
    public FieldType type() {
        return m_type;
    }

    /** @return what it is about */
    public Group group() {
        return m_group;
    }

    /** @return short name where there is little room; empty for what is left out there */
    public Optional<String> heading() {
        return m_heading.isEmpty() ? Optional.empty() : Optional.of(m_heading);
    }

    /**
     * @param result a motif with all that is known about it
     * @return the value, of the class that {@link #type} says; empty where the motif has none
     */
    public Optional<Object> read(final MotifResult result) {
        return Optional.ofNullable(m_reader.apply(result)).filter(v -> !(v instanceof Double d && d.isNaN()));
    }
}
