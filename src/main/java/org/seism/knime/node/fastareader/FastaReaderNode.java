package org.seism.knime.node.fastareader;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.seism.Progress;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.file.FileLocation;
import org.seism.knime.node.fastareader.FastaReaderNodeParameters.PhenotypeColumn;
import org.seism.knime.table.Columns;
import org.seism.knime.table.TableWriter;
import org.seism.sequence.FastaReader;
import org.seism.sequence.HeaderPattern;
import org.seism.sequence.SequenceRecord;
import org.seism.table.CellValue;

/** Reads FASTA records one by one into a table. */
final class FastaReaderNode {
    private final FastaReaderNodeParameters m_parameters;
    private final HeaderPattern m_pattern;
    private long m_records;
    private long m_empty;
    private long m_withoutPhenotype;

    private FastaReaderNode(final FastaReaderNodeParameters parameters) {
        m_parameters = parameters;
        m_pattern = parameters.m_readPhenotype ? HeaderPattern.of(parameters.m_headerPattern) : null;
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FastaReaderNodeParameters parameters = in.getParameters();
        parameters.validate();
        // whether the file exists is a question for execute: it may be made by then
        if (parameters.m_file.getFSLocation().getPath().isBlank()) {
            throw EngineCall.invalid("No file is chosen.", "Choose a FASTA file in the dialog.");
        }
        out.setOutSpec(0, spec(parameters));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        final FastaReaderNodeParameters parameters = in.getParameters();
        final TableWriter table = new TableWriter(in.getExecutionContext(), spec(parameters));
        final FastaReaderNode node = EngineCall.run(in.getExecutionContext(), (progress, runner) -> {
            final FastaReaderNode reading = new FastaReaderNode(parameters);
            reading.read(table, progress);
            return reading;
        });
        out.setOutData(0, table.close());
        final String warning = node.warning();
        if (!warning.isEmpty()) {
            out.setWarningMessage(warning);
        }
    }

    private static DataTableSpec spec(final FastaReaderNodeParameters parameters) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(new DataColumnSpecCreator(Columns.ID, StringCell.TYPE).createSpec());
        columns.add(new DataColumnSpecCreator(Columns.DESCRIPTION, StringCell.TYPE).createSpec());
        columns.add(new DataColumnSpecCreator(Columns.SEQUENCE, StringCell.TYPE).createSpec());
        columns.add(new DataColumnSpecCreator(Columns.LENGTH, IntCell.TYPE).createSpec());
        if (parameters.m_readPhenotype) {
            columns.add(new DataColumnSpecCreator(Columns.PHENOTYPE,
                parameters.m_phenotypeColumn == PhenotypeColumn.NUMBER ? DoubleCell.TYPE : StringCell.TYPE).createSpec());
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    private void read(final TableWriter table, final Progress progress) {
        try (FileLocation location = FileLocation.open(m_parameters.m_file.getFSLocation());
                FastaReader records = FastaReader.open(location.input())) {
            while (records.hasNext()) {
                progress.checkCancelled();
                table.add(row(records.next()));
                m_records++;
                // the number of records is not known beforehand
                progress.report(0, () -> "Record " + m_records);
            }
        }
    }

    private List<DataCell> row(final SequenceRecord record) {
        final List<DataCell> cells = new ArrayList<>();
        cells.add(new StringCell(record.id()));
        cells.add(new StringCell(record.description()));
        cells.add(new StringCell(record.sequence()));
        cells.add(new IntCell(record.sequence().length()));
        if (record.sequence().isEmpty()) {
            m_empty++;
        }
        if (m_pattern != null) {
            cells.add(phenotype(m_pattern.find(record.header())));
        }
        return cells;
    }

    private DataCell phenotype(final CellValue value) {
        final boolean number = m_parameters.m_phenotypeColumn == PhenotypeColumn.NUMBER;
        if (value.isMissing() || number && value.isText()) {
            m_withoutPhenotype++;
            return new MissingCell(value.isMissing() ? value.text() : "'" + value.text() + "' is not a number");
        }
        return number ? new DoubleCell(value.number()) : new StringCell(value.text());
    }

    private String warning() {
        final List<String> parts = new ArrayList<>();
        if (m_withoutPhenotype > 0) {
            parts.add(m_withoutPhenotype + " of " + m_records + " headers give no phenotype: their value is missing.");
        }
        if (m_empty > 0) {
            parts.add(m_empty + " of " + m_records + " records have no letters.");
        }
        return String.join(" ", parts);
    }
}
