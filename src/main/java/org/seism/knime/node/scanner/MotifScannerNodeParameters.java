package org.seism.knime.node.scanner;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.StringColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.parameters.Limits;
import org.seism.knime.table.Columns;

/** Dialog of the Motif Scanner. */
final class MotifScannerNodeParameters implements NodeParameters {
    /** The input port with the sequences. */
    static final int SEQUENCES = 1;

    private static final double LEAST_BANDWIDTH = 0.05;
    private static final double MOST_BANDWIDTH = 20;

    interface Sections {
        @Section(title = "Columns")
        interface ColumnChoice {
        }

        @Section(title = "Scanning")
        @After(ColumnChoice.class)
        interface Scanning {
        }

        @Section(title = "Activation")
        @After(Scanning.class)
        @Advanced
        interface Activation {
        }
    }

    /** Where identifiers come from. */
    enum Identifier {
        @Label(value = "Row ID", description = "The table's row IDs.")
        ROW_ID,
        @Label(value = "Column", description = "A column with names.")
        COLUMN
    }

    /** Strands to scan. */
    enum ScannedStrands {
        @Label(value = "Automatic", description = "Both for DNA, one for RNA and protein.")
        AUTO,
        @Label(value = "One", description = "The sequences as given.")
        SINGLE,
        @Label(value = "Both", description = "Also the reverse complement; not for protein.")
        BOTH
    }

    /** Letter frequencies that scores compare with. */
    enum Background {
        @Label(value = "Sequences", description = "Frequencies of the letters in all sequences of the table, averaged over the strands "
            + "where both are scanned.")
        SEQUENCES,
        @Label(value = "Motif", description = "The frequencies that come with each motif; uniform where it has none.")
        MOTIF,
        @Label(value = "Uniform", description = "All letters alike.")
        UNIFORM
    }

    static final class SequenceColumns extends StringColumnsProvider {
        @Override
        public int getInputTableIndex() {
            return SEQUENCES;
        }
    }

    interface IdentifierRef extends ParameterReference<Identifier> {
    }

    static final class IdIsColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(IdentifierRef.class).isOneOf(Identifier.COLUMN);
        }
    }

    /** At most 20. */
    static final class Twenty extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_BANDWIDTH;
        }
    }

    /** At least 0.05. */
    static final class Twentieth extends MinValidation {
        @Override
        protected double getMin() {
            return LEAST_BANDWIDTH;
        }
    }

    @Widget(title = "Sequence column", description = "Text column with the letters. The column called Sequence, if there is one, else the "
        + "first text column, is chosen beforehand.")
    @ChoicesProvider(SequenceColumns.class)
    @Layout(Sections.ColumnChoice.class)
    @Persist(configKey = "sequenceColumn")
    String m_sequenceColumn = "";

    @Widget(title = "Identifier", description = "What the list of sites calls a sequence.")
    @ValueSwitchWidget
    @ValueReference(IdentifierRef.class)
    @Layout(Sections.ColumnChoice.class)
    @Persist(configKey = "identifier")
    Identifier m_identifier = Identifier.ROW_ID;

    @Widget(title = "Identifier column", description = "Text column with the sequences' names.")
    @ChoicesProvider(SequenceColumns.class)
    @Effect(predicate = IdIsColumn.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.ColumnChoice.class)
    @Persist(configKey = "idColumn")
    String m_idColumn = "";

    @Widget(title = "Strands", description = "Which strands are scanned.")
    @ValueSwitchWidget
    @Layout(Sections.Scanning.class)
    @Persist(configKey = "strands")
    ScannedStrands m_strands = ScannedStrands.AUTO;

    @Widget(title = "Largest p-value of a site", description = "The list of sites has all windows whose score has at most this p-value, "
        + "above 0 and at most 1. Of ten thousand background windows one is expected to pass 0.0001.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.One.class)
    @Layout(Sections.Scanning.class)
    @Persist(configKey = "threshold")
    double m_threshold = 1e-4;

    @Widget(title = "Background", description = "Letter frequencies that a window is compared with.")
    @ValueSwitchWidget
    @Layout(Sections.Scanning.class)
    @Persist(configKey = "background")
    Background m_background = Background.SEQUENCES;

    @Widget(title = "Bandwidth", description = "How fast the activation falls with the distance of a window from the matrix, 0.05 to 20. "
        + "The Motif Selector's own bandwidth gives its activations.")
    @NumberInputWidget(minValidation = Twentieth.class, maxValidation = Twenty.class)
    @Layout(Sections.Activation.class)
    @Persist(configKey = "bandwidth")
    double m_bandwidth = 1;

    /** For KNIME, when settings are loaded. */
    MotifScannerNodeParameters() {
        // the fields' defaults
    }

    /** For KNIME, when the node is new: chooses columns by name, then by type. */
    MotifScannerNodeParameters(final NodeParametersInput in) {
        final List<DataColumnSpec> texts = ColumnSelectionUtil.getStringColumns(in, SEQUENCES);
        m_sequenceColumn = texts.stream().map(DataColumnSpec::getName).filter(n -> n.equalsIgnoreCase(Columns.SEQUENCE)).findFirst()
            .or(() -> texts.stream().map(DataColumnSpec::getName).findFirst()).orElse("");
        m_idColumn = texts.stream().map(DataColumnSpec::getName).filter(n -> n.equalsIgnoreCase(Columns.ID)).findFirst().orElse("");
        m_identifier = m_idColumn.isEmpty() ? Identifier.ROW_ID : Identifier.COLUMN;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(m_threshold > 0 && m_threshold <= 1)) {
            throw EngineCall.invalid("The largest p-value of a site is " + m_threshold + ".", "Give a number above 0 and at most 1.");
        }
        if (!(m_bandwidth >= LEAST_BANDWIDTH && m_bandwidth <= MOST_BANDWIDTH)) {
            throw EngineCall.invalid("The bandwidth is " + m_bandwidth + ".", "Give a number from 0.05 to 20.");
        }
    }
}
