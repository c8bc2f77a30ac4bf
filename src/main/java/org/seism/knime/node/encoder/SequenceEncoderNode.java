package org.seism.knime.node.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.node.encoder.SequenceEncoderNodeParameters.Identifier;
import org.seism.knime.node.encoder.SequenceEncoderNodeParameters.Letters;
import org.seism.knime.node.encoder.SequenceEncoderNodeParameters.PhenotypeReading;
import org.seism.knime.port.PhenotypeKind;
import org.seism.knime.port.SequencesPortObject;
import org.seism.knime.port.SequencesPortObjectSpec;
import org.seism.knime.table.ChosenColumn;
import org.seism.knime.table.Columns;
import org.seism.knime.table.TableWriter;
import org.seism.sequence.Alphabet;
import org.seism.study.QualityReport;

/** Turns the rows of a table into encoded sequences and says of every row whether it is used. */
final class SequenceEncoderNode {
    private static final DataTableSpec QUALITY =
        new DataTableSpec(new DataColumnSpecCreator(Columns.ID, StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator(Columns.KEPT, BooleanCell.TYPE).createSpec(),
            new DataColumnSpecCreator(Columns.REASON, StringCell.TYPE).createSpec());

    private SequenceEncoderNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final SequenceEncoderNodeParameters p = in.getParameters();
        final DataTableSpec table = in.getInTableSpec(0);
        p.validate();
        ChosenColumn.check(table, p.m_sequenceColumn, "sequence", "a text column", StringValue.class);
        final DataColumnSpec phenotype = ChosenColumn.check(table, p.m_phenotypeColumn, "phenotype", "a column of numbers or text",
            DoubleValue.class, BooleanValue.class, StringValue.class);
        if (p.m_identifier == Identifier.COLUMN) {
            ChosenColumn.check(table, p.m_idColumn, "identifier", "a text column", StringValue.class);
        }
        final DataTableSpec matrix = in.getInTableSpec(1);
        if (p.m_related.m_families == RelationParameters.Families.COLUMN) {
            ChosenColumn.check(table, p.m_related.m_familyColumn, "family", "a text column", StringValue.class);
            if (matrix != null) {
                throw EngineCall.invalid("There are two sources of relationships: the families of column '" + p.m_related.m_familyColumn
                    + "' and the matrix at the second input.", "Choose no families, or disconnect the matrix.");
            }
        }
        if (matrix != null) {
            RelationTable.check(matrix);
        }
        if (p.m_phenotypeColumn.equals(p.m_sequenceColumn)) {
            throw EngineCall.invalid("Column '" + p.m_sequenceColumn + "' is chosen as sequence and as phenotype.",
                "Choose another phenotype column.");
        }
        final String[] missing = p.m_covariates.getMissingSelected(usable(table));
        if (missing.length > 0) {
            // dropping it without a word would test another hypothesis than the one that was set
            throw EngineCall.invalid("The input table has no column of numbers or names '" + missing[0] + "', which is chosen as covariate.",
                "Choose the covariates again.");
        }
        final String[] covariates = covariates(p, table);
        if (Arrays.asList(covariates).contains(p.m_sequenceColumn)) {
            throw EngineCall.invalid("Column '" + p.m_sequenceColumn + "' is chosen as sequence and as covariate.",
                "Take it out of the covariates.");
        }
        if (Arrays.asList(covariates).contains(p.m_phenotypeColumn)) {
            throw EngineCall.invalid("Column '" + p.m_phenotypeColumn + "' is chosen as phenotype and as covariate.",
                "Take it out of the covariates.");
        }
        final Alphabet alphabet = p.m_alphabet == Letters.AUTO ? null : Alphabet.valueOf(p.m_alphabet.name());
        final boolean numeric = p.m_phenotypeReading == PhenotypeReading.NUMERIC
            || p.m_phenotypeReading == PhenotypeReading.AUTO && p.m_positiveClass.isBlank()
                && phenotype.getType().isCompatible(DoubleValue.class) && !phenotype.getType().isCompatible(BooleanValue.class);
        out.setOutSpec(0, new SequencesPortObjectSpec(alphabet, p.settings().strands(), p.m_phenotypeColumn,
            p.m_phenotypeReading == PhenotypeReading.NOMINAL ? PhenotypeKind.CASE_CONTROL
                : numeric ? PhenotypeKind.NUMERIC : PhenotypeKind.UNKNOWN,
            List.of(covariates), p.m_minWidth)
                .withRelated(p.m_related.m_families == RelationParameters.Families.COLUMN ? p.m_related.m_familyColumn
                    : matrix != null ? RelationTable.NAME : ""));
        out.setOutSpec(1, QUALITY);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        final SequenceEncoderNodeParameters p = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final BufferedDataTable matrix = in.getInTable(1);
        final ExecutionContext context = in.getExecutionContext();
        final StudyTable.Encoded encoded = EngineCall.run(context, (progress, runner) -> {
            final StudyTable rows = new StudyTable(p, covariates(p, table.getDataTableSpec()));
            rows.read(table, progress.part(0, 0.5));
            return rows.encode(matrix, progress.part(0.5, 1));
        });
        out.setOutData(0, new SequencesPortObject(encoded.prepared().study(), p.m_minWidth));
        out.setOutData(1, quality(encoded, context));
        final long leftOut = encoded.quality().stream().filter(r -> !r.kept()).count();
        final List<String> warnings = new ArrayList<>();
        if (leftOut > 0) {
            warnings.add(leftOut + " of " + encoded.quality().size()
                + " sequences were left out (" + new QualityReport(encoded.quality()).reasons() + "); the quality table says which and why.");
        }
        encoded.prepared().checks().forEach(c -> warnings.add(c.text()));
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join("\n", warnings));
        }
    }

    private static BufferedDataTable quality(final StudyTable.Encoded encoded, final ExecutionContext context) {
        final TableWriter writer = new TableWriter(context, QUALITY);
        for (int i = 0; i < encoded.keys().size(); i++) {
            final QualityReport.Row row = encoded.quality().get(i);
            writer.add(encoded.keys().get(i),
                List.<DataCell>of(new StringCell(row.id()), BooleanCellFactory.create(row.kept()), new StringCell(row.reason())));
        }
        return writer.close();
    }

    /** Only columns that the dialog offers: a filter by pattern or "unknown columns" would also let text in. */
    private static String[] covariates(final SequenceEncoderNodeParameters p, final DataTableSpec table) {
        return p.m_covariates.filter(usable(table));
    }

    private static List<DataColumnSpec> usable(final DataTableSpec table) {
        return ColumnSelectionUtil.getCompatibleColumns(table, DoubleValue.class, StringValue.class);
    }
}
