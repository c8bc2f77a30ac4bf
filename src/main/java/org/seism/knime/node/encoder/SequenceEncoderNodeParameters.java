package org.seism.knime.node.encoder;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.StringColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.parameters.Limits;
import org.seism.knime.table.Columns;
import org.seism.sequence.AlphabetChoice;
import org.seism.sequence.Strands;
import org.seism.study.PhenotypeType;
import org.seism.study.StudySettings;
import org.seism.study.check.Adjustment;
import org.seism.study.check.CopyRule;

/** Dialog of the Sequence Encoder. */
final class SequenceEncoderNodeParameters implements NodeParameters {
    /** What a phenotype's column is often called; the first that exists is the default. */
    private static final List<String> PHENOTYPE_NAMES =
        List.of(Columns.PHENOTYPE, "y", "Activity", "Expression", "Label", "Class", "Response", "Target");
    private static final List<String> SEQUENCE_NAMES = List.of(Columns.SEQUENCE, "Seq", "Sequences");
    private static final List<String> ID_NAMES = List.of(Columns.ID, "Name", "Identifier", "Accession");

    interface Sections {
        @Section(title = "Columns")
        interface ColumnChoice {
        }

        @Section(title = "Phenotype")
        @After(ColumnChoice.class)
        interface Phenotype {
        }

        @Section(title = "Sequences")
        @After(Phenotype.class)
        interface Sequences {
        }

        @Section(title = "Related sequences")
        @After(Sequences.class)
        interface Relations {
        }
    }

    /** Where identifiers come from. */
    enum Identifier {
        @Label(value = "Row ID", description = "The table's row IDs.")
        ROW_ID,
        @Label(value = "Column", description = "A column with names.")
        COLUMN
    }

    /** How the phenotype is read. */
    enum PhenotypeReading {
        @Label(value = "Automatic", description = "As classes if a positive class is named below, or if there are exactly two different "
            + "values and most are text; as numbers otherwise.")
        AUTO,
        @Label(value = "Number", description = "As a measurement; rows with text are left out.")
        NUMERIC,
        @Label(value = "Class", description = "The positive class is coded 1, every other class 0.")
        NOMINAL
    }

    /** Letters of the sequences. */
    enum Letters {
        @Label(value = "Automatic", description = "DNA, RNA or protein, whichever the letters of all sequences suggest.")
        AUTO, @Label("DNA")
        DNA, @Label("RNA")
        RNA, @Label("Protein")
        PROTEIN
    }

    /** Strands to scan. */
    enum ScannedStrands {
        @Label(value = "One", description = "The sequences as given: RNA, protein, or DNA with a direction, such as promoters "
            + "aligned to a start of transcription.")
        SINGLE,
        @Label(value = "Both", description = "Also the reverse complement, a word and its reverse complement being one motif: DNA "
            + "without a direction, such as ChIP-seq peaks or enhancers.")
        BOTH
    }

    /** What happens with copies. */
    enum Copies {
        @Label(value = "Keep, warn", description = "All are kept, and the node warns.")
        WARN,
        @Label(value = "Keep the first", description = "The first of each family is kept; the quality table names the others.")
        FIRST,
        @Label(value = "Fail", description = "The node stops with an error that gives the numbers.")
        ERROR
    }

    /** What happens with letters outside the alphabet. */
    enum Ambiguity {
        @Label(value = "Skip windows", description = "No motif is looked for where such a letter stands; the rest of the sequence is used.")
        SKIP_WINDOWS,
        @Label(value = "Leave out sequence", description = "A sequence with such a letter is left out, and the quality table says so.")
        LEAVE_OUT,
        @Label(value = "Fail", description = "The node stops with an error that names the first such sequence.")
        FAIL
    }

    static final class SequenceColumns extends StringColumnsProvider {
    }

    static final class IdColumns extends StringColumnsProvider {
    }

    static final class CovariateColumns extends CompatibleColumnsProvider {
        private Supplier<String> m_phenotype;

        CovariateColumns() {
            super(List.of(DoubleValue.class, StringValue.class));
        }

        @Override
        public void init(final StateProviderInitializer i) {
            super.init(i);
            m_phenotype = i.computeFromValueSupplier(PhenotypeRef.class);
        }

        /** The phenotype would explain itself. */
        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput in) {
            return super.columnChoices(in).stream().filter(c -> !c.getName().equals(m_phenotype.get())).toList();
        }
    }

    static final class PhenotypeColumns extends CompatibleColumnsProvider {
        PhenotypeColumns() {
            super(List.of(DoubleValue.class, BooleanValue.class, StringValue.class));
        }
    }

    interface PhenotypeRef extends ParameterReference<String> {
    }

    interface IdentifierRef extends ParameterReference<Identifier> {
    }

    interface ReadingRef extends ParameterReference<PhenotypeReading> {
    }

    interface LettersRef extends ParameterReference<Letters> {
    }

    static final class IdIsColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(IdentifierRef.class).isOneOf(Identifier.COLUMN);
        }
    }

    static final class MayBeClass implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ReadingRef.class).isOneOf(PhenotypeReading.AUTO, PhenotypeReading.NOMINAL);
        }
    }

    static final class MayBeNucleicAcid implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LettersRef.class).isOneOf(Letters.AUTO, Letters.DNA, Letters.RNA);
        }
    }

    @Widget(title = "Sequence column", description = "Text column with the letters. The column called Sequence, if there is one, else "
        + "the first text column, is chosen beforehand.")
    @ChoicesProvider(SequenceColumns.class)
    @Layout(Sections.ColumnChoice.class)
    @Persist(configKey = "sequenceColumn")
    String m_sequenceColumn = "";

    @Widget(title = "Phenotype column", description = "Column with the phenotype: numbers, such as an activity, or classes, such as "
        + "bound and unbound. A column called Phenotype, y, Activity, Expression, Label, Class, Response or Target, if there is "
        + "one, is chosen beforehand.")
    @ChoicesProvider(PhenotypeColumns.class)
    @ValueReference(PhenotypeRef.class)
    @Layout(Sections.ColumnChoice.class)
    @Persist(configKey = "phenotypeColumn")
    String m_phenotypeColumn = "";

    @Widget(title = "Covariates", description = "Columns whose influence on the phenotype is removed, such as dose or batch; a motif "
        + "then has to explain what they do not. Numbers are used as they are, names (batch A, batch B) as groups.")
    @ColumnFilterWidget(choicesProvider = CovariateColumns.class)
    @Layout(Sections.ColumnChoice.class)
    @Persist(configKey = "covariates")
    ColumnFilter m_covariates = new ColumnFilter();

    @Widget(title = "Adjust for sequence length", description = "Adds the number of letters as a covariate. The node warns where the "
        + "phenotype goes with it.")
    @Layout(Sections.ColumnChoice.class)
    @Persist(configKey = "adjustLength")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_adjustLength;

    @Widget(title = "Adjust for GC content", description = "Adds the share of G and C as a covariate, for DNA and RNA. The node warns where "
        + "the phenotype goes with it.")
    @Effect(predicate = MayBeNucleicAcid.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.ColumnChoice.class)
    @Persist(configKey = "adjustGc")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_adjustGc;

    @Widget(title = "Identifier", description = "How sequences are called in the quality table and in messages.", advanced = true)
    @ValueSwitchWidget
    @ValueReference(IdentifierRef.class)
    @Layout(Sections.ColumnChoice.class)
    @Persist(configKey = "identifier")
    Identifier m_identifier = Identifier.ROW_ID;

    @Widget(title = "Identifier column", description = "Text column with the names of the sequences.", advanced = true)
    @ChoicesProvider(IdColumns.class)
    @Effect(predicate = IdIsColumn.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.ColumnChoice.class)
    @Persist(configKey = "idColumn")
    String m_idColumn = "";

    @Widget(title = "Read phenotype as", description = "Whether the phenotype is a measurement or a class.")
    @ValueSwitchWidget
    @ValueReference(ReadingRef.class)
    @Layout(Sections.Phenotype.class)
    @Persist(configKey = "phenotypeReading")
    PhenotypeReading m_phenotypeReading = PhenotypeReading.AUTO;

    @Widget(title = "Positive class", description = "The class that is coded 1; all others are coded 0. Empty: the second of exactly two "
        + "classes in alphabetical order.")
    @TextInputWidget(placeholder = "second of two classes")
    @Effect(predicate = MayBeClass.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.Phenotype.class)
    @Persist(configKey = "positiveClass")
    String m_positiveClass = "";

    @Widget(title = "Alphabet", description = "How letters are read. DNA and RNA read U and T alike; case does not matter.")
    @ValueSwitchWidget
    @ValueReference(LettersRef.class)
    @Layout(Sections.Sequences.class)
    @Persist(configKey = "alphabet")
    Letters m_alphabet = Letters.AUTO;

    @Widget(title = "Strands", description = "Which strands are scanned for motifs.")
    @ValueSwitchWidget
    @Effect(predicate = MayBeNucleicAcid.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.Sequences.class)
    @Persist(configKey = "strands")
    ScannedStrands m_strands = ScannedStrands.SINGLE;

    @Widget(title = "Copies", description = "What happens with sequences that are copies of another one: identical, reverse complements (where "
        + "both strands are scanned), or more than 90% identical. Tests take every sequence as independent evidence.")
    @ValueSwitchWidget
    @Layout(Sections.Sequences.class)
    @Persist(configKey = "copies")
    @Migrate(loadDefaultIfAbsent = true)
    Copies m_copies = Copies.WARN;

    @Widget(title = "Other letters", description = "What happens with letters outside the alphabet: N and other IUPAC codes, gaps.",
        advanced = true)
    @Layout(Sections.Sequences.class)
    @Persist(configKey = "ambiguity")
    Ambiguity m_ambiguity = Ambiguity.SKIP_WINDOWS;

    @Widget(title = "Shortest usable stretch (letters)", description = "A sequence is left out unless it has this many letters of the alphabet in "
        + "a row. Use the smallest motif width that you will select with.", advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.LongestWord.class)
    @Layout(Sections.Sequences.class)
    @Persist(configKey = "minWidth")
    int m_minWidth = StudySettings.DEFAULTS.minWidth();

    @Persist(configKey = "related")
    @Migrate(loadDefaultIfAbsent = true)
    RelationParameters m_related = new RelationParameters();

    /** For KNIME, when settings are loaded. */
    SequenceEncoderNodeParameters() {
        // the fields' defaults
    }

    /** For KNIME, when the node is new: chooses columns by name, then by type. */
    SequenceEncoderNodeParameters(final NodeParametersInput in) {
        final List<DataColumnSpec> texts = ColumnSelectionUtil.getStringColumnsOfFirstPort(in);
        m_sequenceColumn = named(texts, SEQUENCE_NAMES).or(() -> texts.stream().findFirst()).map(DataColumnSpec::getName).orElse("");
        final List<DataColumnSpec> numbers = ColumnSelectionUtil.getDoubleColumnsOfFirstPort(in);
        final List<DataColumnSpec> all = ColumnSelectionUtil.getCompatibleColumnsOfFirstPort(in, DoubleValue.class,
            BooleanValue.class, StringValue.class);
        final Optional<DataColumnSpec> id = named(texts, ID_NAMES).filter(c -> !c.getName().equals(m_sequenceColumn));
        m_phenotypeColumn = named(all, PHENOTYPE_NAMES).or(() -> numbers.stream().findFirst())
            .or(() -> all.stream().filter(c -> !c.getName().equals(m_sequenceColumn) && !c.equals(id.orElse(null))).findFirst())
            .map(DataColumnSpec::getName).orElse("");
        m_identifier = id.isPresent() ? Identifier.COLUMN : Identifier.ROW_ID;
        m_idColumn = id.map(DataColumnSpec::getName).orElse("");
    }

    /** @return the engine's settings */
    StudySettings settings() {
        final Set<Adjustment> adjust = EnumSet.noneOf(Adjustment.class);
        if (m_adjustLength) {
            adjust.add(Adjustment.LENGTH);
        }
        if (m_adjustGc && m_alphabet != Letters.PROTEIN) {
            adjust.add(Adjustment.GC);
        }
        return StudySettings.DEFAULTS.withAlphabet(AlphabetChoice.valueOf(m_alphabet.name()))
            .withStrands(m_alphabet == Letters.PROTEIN ? Strands.SINGLE : Strands.valueOf(m_strands.name())).withMinWidth(m_minWidth)
            .withPhenotypeType(PhenotypeType.valueOf(m_phenotypeReading.name()))
            .withPositiveClass(m_phenotypeReading == PhenotypeReading.NUMERIC ? "" : m_positiveClass).withAdjust(adjust)
            .withCopies(CopyRule.valueOf(m_copies.name()));
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Limits.require(m_minWidth, 1, 62, "shortest usable stretch");
        m_related.validate();
        EngineCall.check(this::settings);
    }

    private static Optional<DataColumnSpec> named(final List<DataColumnSpec> columns, final List<String> names) {
        for (final String name : names) {
            final Optional<DataColumnSpec> found =
                columns.stream().filter(c -> c.getName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
