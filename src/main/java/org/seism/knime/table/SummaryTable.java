package org.seism.knime.table;

import static org.seism.knime.table.MotifColumns.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.TestedMotifs;
import org.seism.analysis.field.AnalysisSetup;
import org.seism.analysis.field.SettingField;
import org.seism.motif.compare.MotifLibrary;
import org.seism.study.Study;

/** One row that says how p-values came about: data, settings and seed, to be kept with a result. */
public final class SummaryTable {
    /** What happened that limits the result. */
    public static final String REMARKS = "Remarks";

    /** Statistic of the joint test, missing where there was none. */
    static final String JOINT_STATISTIC = "Joint statistic";

    /** Its p-value. */
    static final String JOINT_P = "p joint";

    private static final String NO_JOINT = "no joint test was asked for";

    private static final String NO_SPLIT = "the data split is a node of its own";

    /** Settings that have no column of their own here, and why. */
    static final Map<SettingField, String> LEFT_OUT = Map.of(
        SettingField.COVARIATES, "their number stands beside that of the sequences",
        SettingField.SPLIT_FRACTION, NO_SPLIT, SettingField.SPLIT_REPEATS, NO_SPLIT, SettingField.SPLIT_METHOD, NO_SPLIT,
        SettingField.SPLIT_PERMUTATIONS, NO_SPLIT, SettingField.SPLIT_SEED, NO_SPLIT,
        SettingField.FLANK, "the node that makes this table shows the logos",
        SettingField.REFIT, "no node makes a joint fit");

    private static final List<SettingField> SETTINGS =
        Arrays.stream(SettingField.values()).filter(f -> !LEFT_OUT.containsKey(f)).toList();

    /** Of a data split: the data, how motifs were selected, and how the split was made. */
    private static final List<SettingField> SPLIT_SETTINGS = Arrays.stream(SettingField.values())
        .filter(f -> f != SettingField.COVARIATES && f != SettingField.FLANK && f != SettingField.REFIT && f.group() != SettingField.Group.INFERENCE)
        .toList();

    private SummaryTable() {
    }

    /** @return the columns: data, all settings, what came out */
    public static DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        add(columns, IntCell.TYPE, "Sequences", "Covariates", "Candidates");
        add(columns, LongCell.TYPE, "Candidates left out");
        add(columns, IntCell.TYPE, "Motifs selected", "Motifs shown");
        SETTINGS.forEach(f -> columns.add(column(f.label(), MotifColumns.type(f.type()))));
        add(columns, IntCell.TYPE, "ForwardStop keeps");
        add(columns, DoubleCell.TYPE, JOINT_STATISTIC, JOINT_P);
        add(columns, StringCell.TYPE, REMARKS);
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /**
     * @param all all selected motifs with their tests
     * @param shown how many of them the motif table shows
     * @param alpha level of ForwardStop
     * @param kept how many motifs ForwardStop keeps
     * @param library that the motifs were compared with
     * @param remarks full sentences
     * @param context the node's
     * @return the table
     */
    public static BufferedDataTable of(final TestedMotifs all, final int shown, final double alpha, final int kept,
        final Optional<MotifLibrary> library, final List<String> remarks, final ExecutionContext context) {
        final MotifSelection selection = all.selection();
        final Study study = selection.study();
        final List<DataCell> cells = new ArrayList<>();
        cells.add(Cells.of(study.size()));
        cells.add(Cells.of(study.covariates().size()));
        cells.add(Cells.of(selection.candidates()));
        cells.add(new LongCell(selection.leftOut()));
        cells.add(Cells.of(all.tests().size()));
        cells.add(Cells.of(shown));
        final AnalysisSetup setup = AnalysisSetup.of(all, alpha).withLibrary(library.map(MotifLibrary::text));
        SETTINGS.forEach(f -> cells.add(MotifColumns.cell(f.type(), f.read(setup))));
        cells.add(Cells.of(kept));
        cells.add(all.joint().map(j -> Cells.of(j.sample().observed())).orElseGet(() -> new MissingCell(NO_JOINT)));
        cells.add(all.joint().map(j -> Cells.of(j.sample().p())).orElseGet(() -> new MissingCell(NO_JOINT)));
        cells.add(Cells.of(String.join(" ", remarks)));
        final TableWriter table = new TableWriter(context, spec());
        table.add(new RowKey("Summary"), cells);
        return table.close();
    }

    /** @return the columns of {@link #ofSplit} */
    public static DataTableSpec splitSpec() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        add(columns, IntCell.TYPE, "Sequences", "Covariates", "Motifs selected");
        SPLIT_SETTINGS.forEach(f -> columns.add(column(f.label(), MotifColumns.type(f.type()))));
        add(columns, StringCell.TYPE, REMARKS);
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /**
     * @param setup data and settings of a data split
     * @param motifs how many were selected
     * @param remarks full sentences
     * @param context the node's
     * @return the table
     */
    public static BufferedDataTable ofSplit(final AnalysisSetup setup, final int motifs, final List<String> remarks,
        final ExecutionContext context) {
        final List<DataCell> cells = new ArrayList<>();
        cells.add(Cells.of(setup.study().size()));
        cells.add(Cells.of(setup.study().covariates().size()));
        cells.add(Cells.of(motifs));
        SPLIT_SETTINGS.forEach(f -> cells.add(MotifColumns.cell(f.type(), f.read(setup))));
        cells.add(Cells.of(String.join(" ", remarks)));
        final TableWriter table = new TableWriter(context, splitSpec());
        table.add(new RowKey("Summary"), cells);
        return table.close();
    }

    private static void add(final List<DataColumnSpec> columns, final DataType type, final String... names) {
        for (final String name : names) {
            columns.add(column(name, type));
        }
    }
}
