package org.seism.knime.node.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.array.ArrayWidget.ElementLayout;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.seism.InputException;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.parameters.DialogProblem;
import org.seism.knime.parameters.Limits;
import org.seism.knime.table.Columns;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;
import org.seism.simulation.PlantedMotif;
import org.seism.simulation.SimulatedCovariate;
import org.seism.simulation.SimulatorSettings;
import org.seism.simulation.SimulatorSettings.Response;

/** Dialog of the Sequence Simulator. */
final class SequenceSimulatorNodeParameters implements NodeParameters {

    interface Sections {
        @Section(title = "Sequences")
        interface Sequences {
        }

        @Section(title = "Motifs", description = "Words that are put into some of the sequences and move the phenotype.")
        @After(Sequences.class)
        interface Motifs {
        }

        @Section(title = "Phenotype")
        @After(Motifs.class)
        interface Phenotype {
        }

        @Section(title = "Other influences", description = "Numbers beside the sequences that move the phenotype too.")
        @After(Phenotype.class)
        @Advanced
        interface Covariates {
        }

        @Section(title = "Random numbers")
        @After(Covariates.class)
        interface Random {
        }
    }

    /** A word to plant. */
    static final class PlantedMotifParameters implements NodeParameters {
        @Widget(title = "Word", description = "Letters and IUPAC codes, such as TATAAT or TGACTCA; of a code each sequence gets one "
            + "of its letters at random.")
        @TextInputWidget(placeholder = "TATAAT")
        @Persist(configKey = "word")
        String m_word = "TATAAT";

        @Widget(title = "Effect", description = "What carrying the word adds to the phenotype before noise; negative values lower it, 0 "
            + "plants a word without meaning.")
        @Persist(configKey = "effect")
        double m_effect = 1.5;

        @Widget(title = "Share", description = "Share of the sequences that carry the word, 0 to 1.")
        @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.One.class)
        @Persist(configKey = "share")
        double m_share = 0.5;
    }

    /** A covariate to draw. */
    static final class CovariateParameters implements NodeParameters {
        @Widget(title = "Name", description = "Name of its column.")
        @TextInputWidget(placeholder = "Age")
        @Persist(configKey = "name")
        String m_name = "Covariate";

        @Widget(title = "Effect", description = "What one unit of it, that is one standard deviation, adds to the phenotype.")
        @Persist(configKey = "effect")
        double m_effect = 1;
    }

    /** Alphabet of the letters. */
    enum Letters {
        @Label("DNA")
        DNA, @Label("RNA")
        RNA, @Label("Protein")
        PROTEIN
    }

    /** Strands of planting. */
    enum PlantedStrands {
        @Label(value = "One", description = "Words stand in the sequences as written.")
        SINGLE,
        @Label(value = "Both", description = "Half of the words stand in the sequences as their reverse complement.")
        BOTH
    }

    /** Kind of phenotype. */
    enum Kind {
        @Label(value = "Numeric", description = "The sum of all effects and the noise, such as a measured activity.")
        NUMERIC,
        @Label(value = "Case/control", description = "1 with a probability that rises with that sum (logistic), else 0; about half of "
            + "the sequences are cases.")
        LOGISTIC,
        @Label(value = "Above the median", description = "1 for the half of the sequences with the larger sums, else 0.")
        THRESHOLD
    }

    interface MotifsRef extends ParameterReference<PlantedMotifParameters[]> {
    }

    /** A word for a motif that is added: the first one of a list that isn't planted yet. */
    static final class FreshMotif implements StateProvider<PlantedMotifParameters> {
        private static final List<String> WORDS = List.of("TATAAT", "TGACTCA", "CACGTG", "TTGACA", "GGGCGG", "CCAAT", "GATAAG", "TGCATG");

        private Supplier<PlantedMotifParameters[]> m_planted;

        @Override
        public void init(final StateProviderInitializer i) {
            i.computeBeforeOpenDialog();
            m_planted = i.computeFromValueSupplier(MotifsRef.class);
        }

        @Override
        public PlantedMotifParameters computeState(final NodeParametersInput in) {
            final PlantedMotifParameters[] planted = m_planted.get();
            final Set<String> taken = planted == null ? Set.of()
                : Arrays.stream(planted).map(m -> m.m_word.strip().toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
            final PlantedMotifParameters fresh = new PlantedMotifParameters();
            fresh.m_word = WORDS.stream().filter(w -> !taken.contains(w)).findFirst().orElse(WORDS.get(0));
            return fresh;
        }
    }

    interface LettersRef extends ParameterReference<Letters> {
    }

    interface ShortestRef extends ParameterReference<Integer> {
    }

    interface LongestRef extends ParameterReference<Integer> {
    }

    interface BackgroundRef extends ParameterReference<String> {
    }

    interface CovariatesRef extends ParameterReference<CovariateParameters[]> {
    }

    /** Tells of lengths that are no range, and of frequencies that do not fit the alphabet. */
    static final class LetterProblem implements StateProvider<Optional<TextMessage.Message>> {
        private Supplier<Integer> m_shortest;
        private Supplier<Integer> m_longest;
        private Supplier<Letters> m_letters;
        private Supplier<String> m_frequencies;

        @Override
        public void init(final StateProviderInitializer i) {
            i.computeBeforeOpenDialog();
            m_shortest = i.computeFromValueSupplier(ShortestRef.class);
            m_longest = i.computeFromValueSupplier(LongestRef.class);
            m_letters = i.computeFromValueSupplier(LettersRef.class);
            m_frequencies = i.computeFromValueSupplier(BackgroundRef.class);
        }

        @Override
        public Optional<TextMessage.Message> computeState(final NodeParametersInput in) {
            return DialogProblem.of(() -> letters(m_letters.get(), m_shortest.get(), m_longest.get(), m_frequencies.get()));
        }
    }

    /** Tells of words that can't be planted: empty, with letters outside the alphabet, or too long for the sequences. */
    static final class WordProblem implements StateProvider<Optional<TextMessage.Message>> {
        private Supplier<PlantedMotifParameters[]> m_planted;
        private Supplier<Integer> m_shortest;
        private Supplier<Letters> m_letters;

        @Override
        public void init(final StateProviderInitializer i) {
            i.computeBeforeOpenDialog();
            m_planted = i.computeFromValueSupplier(MotifsRef.class);
            m_shortest = i.computeFromValueSupplier(ShortestRef.class);
            m_letters = i.computeFromValueSupplier(LettersRef.class);
        }

        @Override
        public Optional<TextMessage.Message> computeState(final NodeParametersInput in) {
            // of lengths, only the shortest matters here, whatever the longest one is
            final int shortest = Math.max(1, m_shortest.get());
            return DialogProblem.of(() -> letters(m_letters.get(), shortest, shortest, "").withMotifs(planted(m_planted.get())));
        }
    }

    /** Tells of covariates without a name of their own. */
    static final class NameProblem implements StateProvider<Optional<TextMessage.Message>> {
        private Supplier<CovariateParameters[]> m_drawn;

        @Override
        public void init(final StateProviderInitializer i) {
            i.computeBeforeOpenDialog();
            m_drawn = i.computeFromValueSupplier(CovariatesRef.class);
        }

        @Override
        public Optional<TextMessage.Message> computeState(final NodeParametersInput in) {
            return DialogProblem.of(() -> requireNames(m_drawn.get()));
        }
    }

    static final class IsNucleicAcid implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LettersRef.class).isOneOf(Letters.DNA, Letters.RNA);
        }
    }

    @Widget(title = "Number of sequences", description = "How many sequences are drawn, 1 to 1,000,000.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.Million.class)
    @Layout(Sections.Sequences.class)
    @Persist(configKey = "count")
    int m_count = 200;

    @Widget(title = "Shortest length (letters)", description = "Fewest letters of a sequence; all planted words must fit in beside one another.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.Million.class)
    @Layout(Sections.Sequences.class)
    @ValueReference(ShortestRef.class)
    @Persist(configKey = "minLength")
    int m_minLength = 50;

    @Widget(title = "Longest length (letters)", description = "Most letters of a sequence; lengths are uniform between the two.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.Million.class)
    @Layout(Sections.Sequences.class)
    @ValueReference(LongestRef.class)
    @Persist(configKey = "maxLength")
    int m_maxLength = 50;

    @Widget(title = "Alphabet", description = "Which letters are drawn.")
    @ValueSwitchWidget
    @ValueReference(LettersRef.class)
    @Layout(Sections.Sequences.class)
    @Persist(configKey = "alphabet")
    Letters m_alphabet = Letters.DNA;

    @Widget(title = "Background frequencies", description = "Relative frequency of each letter in alphabetical order, separated by "
        + "commas, such as <tt>0.3, 0.2, 0.2, 0.3</tt> for DNA rich in A and T. Empty: all letters alike.", advanced = true)
    @TextInputWidget(placeholder = "0.25, 0.25, 0.25, 0.25")
    @Layout(Sections.Sequences.class)
    @ValueReference(BackgroundRef.class)
    @Persist(configKey = "background")
    String m_background = "";

    @TextMessage(LetterProblem.class)
    @Layout(Sections.Sequences.class)
    Void m_letterProblem;

    @Widget(title = "Planted motifs", description = "Each word is put into a share of the sequences, never over another one. None: "
        + "null data, in which no motif is true.")
    @ArrayWidget(addButtonText = "Add motif", elementLayout = ElementLayout.HORIZONTAL_SINGLE_LINE,
        elementDefaultValueProvider = FreshMotif.class)
    @ValueReference(MotifsRef.class)
    @Layout(Sections.Motifs.class)
    @Persist(configKey = "motifs")
    PlantedMotifParameters[] m_motifs = {new PlantedMotifParameters()};

    @TextMessage(WordProblem.class)
    @Layout(Sections.Motifs.class)
    Void m_wordProblem;

    @Widget(title = "Strands", description = "On which strands of the sequences words are planted.")
    @ValueSwitchWidget
    @Effect(predicate = IsNucleicAcid.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.Motifs.class)
    @Persist(configKey = "strands")
    PlantedStrands m_strands = PlantedStrands.SINGLE;

    @Widget(title = "Kind", description = "What the phenotype looks like.")
    @ValueSwitchWidget
    @Layout(Sections.Phenotype.class)
    @Persist(configKey = "kind")
    Kind m_kind = Kind.NUMERIC;

    @Widget(title = "Noise (SD)", description = "Standard deviation of the normal noise, at least 0. The larger it is compared with the "
        + "effects, the harder the motifs are to find.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(Sections.Phenotype.class)
    @Persist(configKey = "noise")
    double m_noise = 1;

    @Widget(title = "Covariates", description = "Each becomes a column of standard normal numbers.")
    @ArrayWidget(addButtonText = "Add covariate", elementLayout = ElementLayout.HORIZONTAL_SINGLE_LINE)
    @Layout(Sections.Covariates.class)
    @ValueReference(CovariatesRef.class)
    @Persist(configKey = "covariates")
    CovariateParameters[] m_covariates = {};

    @TextMessage(NameProblem.class)
    @Layout(Sections.Covariates.class)
    Void m_nameProblem;

    @Widget(title = "Seed", description = "Start of the random numbers: the same seed and settings give the same table. Letters, "
        + "planting, covariates and noise have random numbers of their own, so changing the noise leaves the letters as they are.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.LargestSeed.class)
    @Layout(Sections.Random.class)
    @Persist(configKey = "seed")
    long m_seed = 1;

    /**
     * @return the engine's settings
     * @throws InputException for a setting out of range
     */
    SimulatorSettings settings() {
        return letters(m_alphabet, m_minLength, m_maxLength, m_background).withCount(m_count)
            .withStrands(m_alphabet == Letters.PROTEIN ? Strands.SINGLE : Strands.valueOf(m_strands.name()))
            .withMotifs(planted(m_motifs))
            .withCovariates(
                Arrays.stream(m_covariates).map(c -> new SimulatedCovariate(c.m_name.strip(), c.m_effect)).toList())
            .withNoiseSd(m_noise).withResponse(Response.valueOf(m_kind.name())).withSeed(m_seed);
    }

    private static SimulatorSettings letters(final Letters letters, final int shortest, final int longest, final String frequencies) {
        final SimulatorSettings drawn =
            SimulatorSettings.defaults().withAlphabet(Alphabet.valueOf(letters.name())).withLengths(shortest, longest);
        return frequencies == null || frequencies.isBlank() ? drawn : drawn.withBackground(background(frequencies));
    }

    private static List<PlantedMotif> planted(final PlantedMotifParameters[] motifs) {
        return Arrays.stream(motifs).map(m -> new PlantedMotif(m.m_word == null ? "" : m.m_word.strip(), m.m_effect, m.m_share)).toList();
    }

    private static void requireNames(final CovariateParameters[] covariates) {
        final Set<String> taken =
            new TreeSet<>(List.of(Columns.ID, Columns.SEQUENCE, Columns.PHENOTYPE, Columns.PLANTED));
        for (final CovariateParameters covariate : covariates) {
            final String name = covariate.m_name == null ? "" : covariate.m_name.strip();
            if (name.isEmpty() || !taken.add(name)) {
                throw new InputException("A covariate can't be called '" + name + "'.",
                    "Give every covariate a name of its own, other than " + Columns.ID + ", " + Columns.SEQUENCE + ", "
                        + Columns.PHENOTYPE + " and " + Columns.PLANTED + ".");
            }
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Limits.require(m_count, 1, 1_000_000, "number of sequences");
        Limits.require(m_maxLength, 1, 1_000_000, "longest length");
        Limits.requireSeed(m_seed);
        EngineCall.check(() -> {
            requireNames(m_covariates);
            return settings();
        });
    }

    private static List<Double> background(final String frequencies) {
        final List<Double> values = new ArrayList<>();
        for (final String part : frequencies.split(",")) {
            try {
                values.add(Double.valueOf(part.strip()));
            } catch (NumberFormatException e) {
                throw new InputException("The background frequencies '" + frequencies + "' are not numbers separated by commas.",
                    "Give one number per letter, such as 0.3, 0.2, 0.2, 0.3, or leave the field empty.", e);
            }
        }
        return values;
    }
}
