package org.seism.knime.node.fastareader;

import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.file.DroppedFile;
import org.seism.knime.parameters.DialogProblem;
import org.seism.sequence.HeaderPattern;

/** Dialog of the FASTA Reader. */
final class FastaReaderNodeParameters implements NodeParameters {

    interface Sections {
        @Section(title = "Source")
        interface File {
        }

        @Section(title = "Phenotype")
        @After(File.class)
        interface Phenotype {
        }
    }

    /** Type of the phenotype column. */
    enum PhenotypeColumn {
        @Label(value = "Text", description = "The column holds what stands in the header. The Sequence Encoder reads numbers in it "
            + "as numbers.")
        TEXT,
        @Label(value = "Number", description = "The column holds numbers; anything else becomes a missing value.")
        NUMBER
    }

    static final class WantsPhenotype implements BooleanReference {
    }

    interface PatternRef extends ParameterReference<String> {
    }

    /** Tells of a pattern that is no regular expression with one group. */
    static final class PatternProblem implements StateProvider<Optional<TextMessage.Message>> {
        private Supplier<Boolean> m_wanted;
        private Supplier<String> m_pattern;

        @Override
        public void init(final StateProviderInitializer i) {
            i.computeBeforeOpenDialog();
            m_wanted = i.computeFromValueSupplier(WantsPhenotype.class);
            m_pattern = i.computeFromValueSupplier(PatternRef.class);
        }

        @Override
        public Optional<TextMessage.Message> computeState(final NodeParametersInput in) {
            return m_wanted.get() ? DialogProblem.of(() -> HeaderPattern.of(m_pattern.get() == null ? "" : m_pattern.get())) : Optional.empty();
        }
    }

    @Widget(title = "File", description = "A FASTA file, plain or compressed with gzip, on this computer, in the workflow's data "
        + "area, or on a KNIME Hub; the name of a file with another ending can be typed. Each record begins with a header line after <tt>&gt;</tt>; the letters follow on one or several "
        + "lines, in upper or lower case.")
    @FileReaderWidget(fileExtensions = {"fasta", "fa", "fna", "ffn", "faa", "frn", "fas", "fsa", "mfa", "fasta.gz",
        "fa.gz", "fna.gz", "faa.gz"})
    @Layout(Sections.File.class)
    @Persist(configKey = "file")
    FileSelection m_file = new FileSelection();

    @Widget(title = "Read a phenotype from the headers", description = "Adds the column Phenotype with what a pattern finds in each "
        + "record's header, for instance 2.5 in <tt>&gt;gene7 activity=2.5 strain K12</tt>.")
    @ValueReference(WantsPhenotype.class)
    @Layout(Sections.Phenotype.class)
    @Persist(configKey = "readPhenotype")
    boolean m_readPhenotype;

    @Widget(title = "Header pattern", description = "A regular expression that is looked for anywhere in the header. The part in "
        + "parentheses, exactly one, is the phenotype: <tt>activity=(\\S+)</tt> finds everything up to the next blank after "
        + "<tt>activity=</tt>. Parentheses for other purposes are written <tt>(?:...)</tt>.")
    @TextInputWidget(placeholder = "phenotype=(\\S+)")
    @Effect(predicate = WantsPhenotype.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.Phenotype.class)
    @ValueReference(PatternRef.class)
    @Persist(configKey = "headerPattern")
    String m_headerPattern = "phenotype=(\\S+)";

    @TextMessage(PatternProblem.class)
    @Layout(Sections.Phenotype.class)
    Void m_patternProblem;

    @Widget(title = "Type of the column", description = "How the phenotype is put into the table.")
    @ValueSwitchWidget
    @Effect(predicate = WantsPhenotype.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.Phenotype.class)
    @Persist(configKey = "phenotypeColumn")
    PhenotypeColumn m_phenotypeColumn = PhenotypeColumn.TEXT;

    /** For KNIME, when settings are loaded. */
    FastaReaderNodeParameters() {
        // the fields' defaults
    }

    /** For KNIME, when the node is new: the file that was dropped on the canvas, if that made the node. */
    FastaReaderNodeParameters(final NodeParametersInput in) {
        DroppedFile.location().ifPresent(l -> m_file = new FileSelection(l));
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_readPhenotype) {
            EngineCall.check(() -> HeaderPattern.of(m_headerPattern));
        }
    }
}
