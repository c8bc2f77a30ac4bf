package org.seism.knime.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.seism.InputException;
import org.seism.analysis.SelectionSettings;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.library.LibraryCandidates;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.port.CandidateKind;
import org.seism.knime.port.SequencesPortObjectSpec;
import org.seism.motif.compare.MotifLibrary;
import org.seism.selection.AssociationScore;

/** Which candidate words compete and by what score: part of every dialog that selects motifs. */
public final class CandidateParameters implements NodeParameters {

    /** Number of IUPAC positions of a word. */
    public enum Degeneracy {
        /** Plain words. */
        @Label(value = "None", description = "Words of plain letters only, such as TATAAT.")
        NONE,
        /** One IUPAC code. */
        @Label(value = "One position", description = "Up to one IUPAC code per word, such as TATRAT. Several times more candidates.")
        ONE,
        /** Two IUPAC codes. */
        @Label(value = "Two positions", description = "Up to two IUPAC codes per word, such as TWTRAT. Many times more candidates.")
        TWO
    }

    /** Association score. */
    public enum Score {
        /** Ridge. */
        @Label(value = "Ridge",
            description = "Squared partial correlation, shrunken by the ridge penalty. Treats rare and frequent words alike.")
        RIDGE,
        /** HSIC. */
        @Label(value = "HSIC", description = "Hilbert-Schmidt independence criterion with linear kernels. Prefers words whose "
            + "presence differs much between sequences.")
        HSIC
    }

    /** Which associations count. */
    public enum Sign {
        /** Both. */
        @Label(value = "Any", description = "Motifs that go with large values (or cases) and motifs that go with small ones.")
        ANY,
        /** Positive ones. */
        @Label(value = "Positive", description = "Only motifs that go with large values (or cases).")
        POSITIVE
    }

    /** What a selected motif takes out of the sequences. */
    public enum Erase {
        /** Its sites, by width. */
        @Label(value = "By width", description = "Its sites with up to 1 mismatch, from width 8 on up to 2. Windows that overlap a "
            + "site (from width 8 on: by more than half) are left out from then on.")
        BY_WIDTH,
        /** Its sites, as given. */
        @Label(value = "Fixed", description = "As given below.")
        FIXED,
        /** Nothing. */
        @Label(value = "Nothing", description = "The sequences stay as they are; later motifs are adjusted for the earlier ones. "
            + "They are then often mutated or shifted copies of the first.")
        NOTHING
    }

    interface EraseRef extends ParameterReference<Erase> {
    }

    static final class IsFixedErase implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(EraseRef.class).isOneOf(Erase.FIXED);
        }
    }

    interface ScoreRef extends ParameterReference<Score> {
    }

    static final class IsRidge implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ScoreRef.class).isOneOf(Score.RIDGE);
        }
    }

    interface SmallestRef extends ParameterReference<Integer> {
    }

    interface LargestRef extends ParameterReference<Integer> {
    }

    interface BandwidthsRef extends ParameterReference<String> {
    }

    /** Tells of widths that are no range. */
    static final class WidthProblem implements StateProvider<Optional<TextMessage.Message>> {
        private Supplier<Integer> m_smallest;
        private Supplier<Integer> m_largest;

        @Override
        public void init(final StateProviderInitializer i) {
            i.computeBeforeOpenDialog();
            m_smallest = i.computeFromValueSupplier(SmallestRef.class);
            m_largest = i.computeFromValueSupplier(LargestRef.class);
        }

        @Override
        public Optional<TextMessage.Message> computeState(final NodeParametersInput in) {
            return DialogProblem.of(() -> GridSettings.DEFAULT.withWidths(m_smallest.get(), m_largest.get()));
        }
    }

    /** Tells of bandwidths that can't be read. */
    static final class BandwidthProblem implements StateProvider<Optional<TextMessage.Message>> {
        private Supplier<String> m_text;

        @Override
        public void init(final StateProviderInitializer i) {
            i.computeBeforeOpenDialog();
            m_text = i.computeFromValueSupplier(BandwidthsRef.class);
        }

        @Override
        public Optional<TextMessage.Message> computeState(final NodeParametersInput in) {
            return DialogProblem.of(() -> GridSettings.DEFAULT.withBandwidths(bandwidths(m_text.get())));
        }
    }

    static final class TwoSequences implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 2;
        }
    }

    /** What motifs are selected from. */
    public enum SelectFrom {
        /** What is there. */
        @Label(value = "Automatic", description = "The matrices of the library, where one is connected; words otherwise.")
        AUTO,
        /** Words. */
        @Label(value = "Words", description = "All words that occur in enough sequences. A library gives names, no more.")
        WORDS,
        /** Matrices. */
        @Label(value = "Library", description = "The matrices of the library: which known factor goes with the phenotype?")
        LIBRARY,
        /** Both. */
        @Label(value = "Both", description = "Words and the matrices of the library compete.")
        BOTH;

        private CandidateKind kind(final boolean library) {
            return this == AUTO ? library ? CandidateKind.LIBRARY : CandidateKind.WORDS : CandidateKind.valueOf(name());
        }
    }

    /** What motifs are selected from. */
    @Widget(title = "Selected from", description = "What competes: words, or the known motifs of the library at the second input. Both "
        + "are candidates that do not look at the phenotype, and the p-values take the choice among all of them into account.")
    @ValueSwitchWidget
    @Layout(CandidateSections.Motifs.class)
    @Persist(configKey = "selectFrom")
    @Migrate(loadDefaultIfAbsent = true)
    public SelectFrom m_selectFrom = SelectFrom.AUTO;

    /** Smallest width. */
    @Widget(title = "Smallest width (letters)", description = "Fewest letters of a motif, at least 2. Binding sites of bacterial "
        + "promoters have about 6, those of eukaryotic transcription factors 6 to 12.")
    @NumberInputWidget(minValidation = Limits.Two.class, maxValidation = Limits.LongestWord.class)
    @Layout(CandidateSections.Motifs.class)
    @ValueReference(SmallestRef.class)
    @Persist(configKey = "minWidth")
    public int m_minWidth = GridSettings.DEFAULT.minWidth();

    /** Largest width. */
    @Widget(title = "Largest width (letters)", description = "Most letters of a motif, not below the smallest width. A range lets words "
        + "of several widths compete; every added width costs memory and time.")
    @NumberInputWidget(minValidation = Limits.Two.class, maxValidation = Limits.LongestWord.class)
    @Layout(CandidateSections.Motifs.class)
    @ValueReference(LargestRef.class)
    @Persist(configKey = "maxWidth")
    public int m_maxWidth = GridSettings.DEFAULT.maxWidth();

    @TextMessage(WidthProblem.class)
    @Layout(CandidateSections.Motifs.class)
    Void m_widthProblem;

    /** IUPAC positions. */
    @Widget(title = "Ambiguous positions", description = "How many positions of a word may stand for several letters.")
    @Layout(CandidateSections.Candidates.class)
    @Persist(configKey = "degeneracy")
    public Degeneracy m_degeneracy = Degeneracy.NONE;

    /** Places and gaps. */
    @Persist(configKey = "forms")
    @Migrate(loadDefaultIfAbsent = true)
    public FormParameters m_forms = new FormParameters();

    /** Least support; empty for the automatic one. */
    @Widget(title = "Minimum support (sequences)", description = "Number of sequences that must hold a word for it to be a candidate. If off, "
        + "1% of the sequences, at least 2 and at most 10. Rare words have no power, but cost time.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @OptionalWidget(defaultProvider = TwoSequences.class)
    @Layout(CandidateSections.Candidates.class)
    @Persist(configKey = "minSupport")
    public Optional<Integer> m_minSupport = Optional.empty();

    /** Cap of the grid. */
    @Widget(title = "Largest number of candidates", description = "If more words reach the minimum support, those with the "
        + "largest support are kept, and the node warns how many were left out. Memory is about sequences times candidates bytes.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(CandidateSections.Candidates.class)
    @Persist(configKey = "maxGridSize")
    public int m_maxGridSize = GridSettings.DEFAULT.maxGridSize();

    /** Bandwidths, comma-separated. */
    @Widget(title = "Bandwidths", description = "How fast a motif's activation falls with mismatches: exp(-d / (2 b\u00b2)), d being "
        + "the squared distance between motif and sequence window. Small values ask for nearly perfect matches. Several values, "
        + "separated by commas, compete; each must be between 0.05 and 20.")
    @TextInputWidget(placeholder = "1")
    @Layout(CandidateSections.Candidates.class)
    @ValueReference(BandwidthsRef.class)
    @Persist(configKey = "bandwidths")
    public String m_bandwidths = "1";

    @TextMessage(BandwidthProblem.class)
    @Layout(CandidateSections.Candidates.class)
    Void m_bandwidthProblem;

    /** Score. */
    @Widget(title = "Association score", description = "What a candidate wins a step with.")
    @ValueSwitchWidget
    @ValueReference(ScoreRef.class)
    @Layout(CandidateSections.Score.class)
    @Persist(configKey = "score")
    public Score m_score = Score.RIDGE;

    /** Ridge penalty. */
    @Widget(title = "Ridge penalty", description = "Added to the squared norm of a candidate's activation. 0 gives the squared "
        + "partial correlation; larger values prefer words that are present in many sequences.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRidge.class, type = Effect.EffectType.SHOW)
    @Layout(CandidateSections.Score.class)
    @Persist(configKey = "lambda")
    public double m_lambda = 0;

    /** Which associations count. */
    @Widget(title = "Associations", description = "Whether motifs that go with small values count as well.")
    @ValueSwitchWidget
    @Layout(CandidateSections.Score.class)
    @Persist(configKey = "sign")
    @Migrate(loadDefaultIfAbsent = true)
    public Sign m_sign = Sign.ANY;

    /** What is erased. */
    @Widget(title = "Erase its sites", description = "What a selected motif takes out of the sequences before the next one is selected.")
    @ValueSwitchWidget
    @ValueReference(EraseRef.class)
    @Layout(CandidateSections.Erase.class)
    @Persist(configKey = "erase")
    @Migrate(loadDefaultIfAbsent = true)
    public Erase m_erase = Erase.BY_WIDTH;

    /** Mismatches of an erased site. */
    @Widget(title = "Mismatches of a site", description = "Windows with at most so many letters that differ from the motif are its "
        + "sites, 0 to 62.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.LongestWord.class)
    @Effect(predicate = IsFixedErase.class, type = Effect.EffectType.SHOW)
    @Layout(CandidateSections.Erase.class)
    @Persist(configKey = "eraseMismatches")
    @Migrate(loadDefaultIfAbsent = true)
    public int m_eraseMismatches = 1;

    /** Erased letters that make a window unusable. */
    @Widget(title = "Erased letters of a lost window", description = "A window with at least so many erased letters can't be part of a "
        + "later motif, 1 to 62. 1 leaves out every window that touches a site.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.LongestWord.class)
    @Effect(predicate = IsFixedErase.class, type = Effect.EffectType.SHOW)
    @Layout(CandidateSections.Erase.class)
    @Persist(configKey = "eraseOverlap")
    @Migrate(loadDefaultIfAbsent = true)
    public int m_eraseOverlap = 1;

    /**
     * @param library whether one is connected
     * @return what motifs are selected from
     */
    public CandidateKind kind(final boolean library) {
        return m_selectFrom.kind(library);
    }

    /**
     * @param settings as {@link #settings} gives them
     * @param library the library, where one is connected
     * @return with its matrices as candidates, where that is asked for
     */
    public SelectionSettings withLibrary(final SelectionSettings settings, final Optional<MotifLibrary> library) {
        final CandidateKind kind = kind(library.isPresent());
        return kind.hasLibrary() ? settings.withGrid(settings.grid().withLibrary(
            new LibraryCandidates(library.orElseThrow(), kind == CandidateKind.BOTH))) : settings;
    }

    /**
     * @param motifs number of motifs, or {@link SelectionSettings#AUTO}
     * @return the engine's settings
     * @throws InputException for a setting out of range
     */
    public SelectionSettings settings(final int motifs) {
        return new SelectionSettings(
            new GridSettings(m_minWidth, m_maxWidth, m_degeneracy.ordinal(), bandwidths(m_bandwidths), m_minSupport.orElse(0), m_maxGridSize)
                .withForms(m_forms.forms()),
            new AssociationScore(AssociationScore.Kind.valueOf(m_score.name()), m_lambda,
                AssociationScore.Sign.valueOf(m_sign.name())),
            motifs).withErasing(erasing());
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_minSupport.isPresent()) {
            Limits.require(m_minSupport.get(), 1, Integer.MAX_VALUE, "minimum support");
        }
        Limits.require(m_maxWidth, 2, 62, "largest width");
        Limits.require(m_eraseMismatches, 0, 62, "number of mismatches of a site");
        Limits.require(m_eraseOverlap, 1, 62, "number of erased letters of a lost window");
        EngineCall.check(() -> settings(1));
    }

    /**
     * @param sequences what is known about the sequences
     * @param library whether a library is connected
     * @throws InvalidSettingsException if their alphabet doesn't allow the widths, or a library is missing
     */
    public void check(final SequencesPortObjectSpec sequences, final boolean library) throws InvalidSettingsException {
        final CandidateKind kind = kind(library);
        if (kind.hasLibrary() && !library) {
            throw EngineCall.invalid("Motifs are to be selected from a library, but none is connected.",
                "Connect the table of a Motif Reader to the second input, or select from words.");
        }
        if (kind != CandidateKind.LIBRARY && sequences.alphabet().isPresent()) {
            final int limit = settings(1).grid().widthLimit(sequences.alphabet().get());
            if (m_maxWidth > limit) {
                throw EngineCall.invalid(
                    "The largest width is " + m_maxWidth + ", but " + sequences.alphabet().get().label()
                        + " words with these ambiguous positions have at most " + limit + " letters.",
                    "Choose a width of at most " + limit + ", or fewer ambiguous positions.");
            }
        }
    }

    private Erasing erasing() {
        return switch (m_erase) {
            case BY_WIDTH -> Erasing.DEFAULT;
            case FIXED -> new Erasing(true, m_eraseMismatches, m_eraseOverlap);
            case NOTHING -> Erasing.NONE;
        };
    }

    private static List<Double> bandwidths(final String text) {
        final List<Double> values = new ArrayList<>();
        for (final String part : (text == null ? "" : text).split(",")) {
            try {
                values.add(Double.valueOf(part.strip()));
            } catch (NumberFormatException e) {
                throw new InputException("The bandwidths '" + text + "' are not numbers separated by commas.",
                    "Use 1, or a short list such as 0.7, 1, 1.4.", e);
            }
        }
        return values;
    }
}
