package org.seism.knime.node.extractor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.util.UniqueNameGenerator;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.seism.Progress;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.file.FileLocation;
import org.seism.knime.node.extractor.RegionExtractorNodeParameters.FeaturesIn;
import org.seism.knime.table.Columns;
import org.seism.knime.table.TableWriter;
import org.seism.sequence.annotated.ExtractionReport;
import org.seism.sequence.annotated.Feature;
import org.seism.sequence.annotated.RecordSource;
import org.seism.sequence.annotated.Region;
import org.seism.sequence.annotated.RegionExtractor;
import org.seism.table.NamedInput;

/** Cuts letters around features into a table, row by row. */
final class RegionExtractorNode {

    private RegionExtractorNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final RegionExtractorNodeParameters p = in.getParameters();
        p.validate();
        // whether the files exist is a question for execute: they may be made by then
        if (p.m_file.getFSLocation().getPath().isBlank()) {
            throw EngineCall.invalid("No file is chosen.", "Choose a GenBank, EMBL, UniProt or FASTA file in the dialog.");
        }
        if (p.m_featuresIn == FeaturesIn.SECOND && p.m_annotation.getFSLocation().getPath().isBlank()) {
            throw EngineCall.invalid("No annotation is chosen.", "Choose a GFF3, GTF or BED file in the dialog.");
        }
        final DataTableSpec regions = in.getInTableSpec(0);
        if (p.m_featuresIn == FeaturesIn.TABLE && regions == null) {
            throw EngineCall.invalid("The features are to be in the input table, but none is connected.",
                "Connect a table of regions, or choose where else the features are.");
        }
        if (p.m_featuresIn != FeaturesIn.TABLE && regions != null) {
            throw EngineCall.invalid("A table of regions is connected, but the features are to be read from a file.",
                "Choose the input table in the dialog, or disconnect it.");
        }
        if (regions != null) {
            RegionTable.of(regions);
        }
        out.setOutSpec(0, spec(p));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        final RegionExtractorNodeParameters p = in.getParameters();
        final TableWriter table = new TableWriter(in.getExecutionContext(), spec(p));
        final BufferedDataTable regions = in.getInTable(0);
        final ExtractionReport report =
            EngineCall.run(in.getExecutionContext(), (progress, runner) -> extract(p, regions, table, progress));
        out.setOutData(0, table.close());
        if (!report.warnings().isEmpty()) {
            out.setWarningMessage(String.join(" ", report.warnings()));
        }
    }

    private static ExtractionReport extract(final RegionExtractorNodeParameters p, final BufferedDataTable regions,
        final TableWriter table, final Progress progress) throws KNIMEException {
        final List<String> attributes = p.attributes();
        try (FileLocation file = FileLocation.open(p.m_file.getFSLocation())) {
            if (p.m_featuresIn == FeaturesIn.TABLE) {
                try (RecordSource records = RecordSource.of(file.input().cancellable(progress), RegionTable.NAME,
                    regions(regions, progress))) {
                    return new RegionExtractor(p.settings()).extract(records, progress, r -> table.add(row(r, attributes)));
                }
            }
            if (p.m_featuresIn == FeaturesIn.SAME) {
                return extract(p, file.input(), null, r -> table.add(row(r, attributes)), progress);
            }
            try (FileLocation annotation = FileLocation.open(p.m_annotation.getFSLocation())) {
                return extract(p, file.input(), annotation.input(), r -> table.add(row(r, attributes)), progress);
            }
        }
    }

    private static Map<String, List<Feature>> regions(final BufferedDataTable table, final Progress progress) throws KNIMEException {
        try {
            return RegionTable.of(table.getDataTableSpec()).read(table, progress);
        } catch (InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    private static ExtractionReport extract(final RegionExtractorNodeParameters p, final NamedInput file, final NamedInput annotation,
        final Consumer<Region> sink, final Progress progress) {
        // a chromosome is a single record: reading it must stop as well
        try (RecordSource records = RecordSource.open(file.cancellable(progress), annotation == null ? null : annotation.cancellable(progress))) {
            return new RegionExtractor(p.settings()).extract(records, progress, sink);
        }
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /** An attribute whose name is taken, such as GFF3's ID, gets a number. */
    private static DataTableSpec spec(final RegionExtractorNodeParameters p) {
        final DataTableSpec fixed = new DataTableSpec(column(Columns.ID, StringCell.TYPE), column(Columns.SEQUENCE, StringCell.TYPE),
            column(Columns.CHROMOSOME, StringCell.TYPE), column(Columns.START, IntCell.TYPE), column(Columns.END, IntCell.TYPE),
            column(Columns.STRAND, StringCell.TYPE), column(Columns.REMARKS, StringCell.TYPE));
        final List<DataColumnSpec> columns = new ArrayList<>(fixed.stream().toList());
        final UniqueNameGenerator names = new UniqueNameGenerator(fixed);
        p.attributes().forEach(a -> columns.add(names.newColumn(a, StringCell.TYPE)));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    private static List<DataCell> row(final Region region, final List<String> attributes) {
        final List<DataCell> cells = new ArrayList<>();
        cells.add(new StringCell(region.id()));
        cells.add(new StringCell(region.letters()));
        cells.add(new StringCell(region.sequence()));
        cells.add(new IntCell(region.start()));
        cells.add(new IntCell(region.end()));
        cells.add(new StringCell(region.forward() ? "+" : "-"));
        cells.add(region.remarks().isEmpty() ? new MissingCell("nothing to remark") : new StringCell(String.join("; ", region.remarks())));
        for (final String attribute : attributes) {
            cells.add(region.feature().attributes().containsKey(attribute) ? new StringCell(region.feature().text(attribute))
                : new MissingCell("the feature has no " + attribute));
        }
        return cells;
    }
}
