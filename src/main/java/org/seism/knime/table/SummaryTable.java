package org.seism.knime.table;

import static org.seism.knime.table.MotifColumns.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.TestedMotifs;
import org.seism.inference.chain.SamplingSettings;
import org.seism.study.Study;

/** One row that says how p-values came about: data, settings and seed, to be kept with a result. */
public final class SummaryTable {
    /** What happened that limits the result. */
    public static final String REMARKS = "Remarks";

    private SummaryTable() {
    }

    /** @return the columns */
    public static DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        add(columns, StringCell.TYPE, "Phenotype", "Alphabet", "Strands");
        add(columns, IntCell.TYPE, "Sequences", "Covariates", "Candidates");
        add(columns, LongCell.TYPE, "Candidates left out");
        add(columns, IntCell.TYPE, "Motifs selected", "Motifs shown");
        add(columns, StringCell.TYPE, "Hypothesis", "Null model", "Kernel");
        add(columns, IntCell.TYPE, "Null replicates", "Thinning", "Branches");
        add(columns, BooleanCell.TYPE, "Adaptive");
        add(columns, LongCell.TYPE, Columns.SEED);
        add(columns, DoubleCell.TYPE, "ForwardStop level");
        add(columns, IntCell.TYPE, "ForwardStop keeps");
        add(columns, StringCell.TYPE, REMARKS);
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /**
     * @param all all selected motifs with their tests
     * @param shown how many of them the motif table shows
     * @param alpha level of ForwardStop
     * @param kept how many motifs ForwardStop keeps
     * @param remarks full sentences
     * @param context the node's
     * @return the table
     */
    public static BufferedDataTable of(final TestedMotifs all, final int shown, final double alpha, final int kept,
        final List<String> remarks, final ExecutionContext context) {
        final MotifSelection selection = all.selection();
        final Study study = selection.study();
        final SamplingSettings sampling = all.sampling();
        final List<DataCell> cells = new ArrayList<>();
        cells.add(Cells.of(study.phenotype().name()));
        cells.add(Cells.of(study.sequences().alphabet().label()));
        cells.add(Cells.of(word(study.strands())));
        cells.add(Cells.of(study.size()));
        cells.add(Cells.of(study.covariates().size()));
        cells.add(Cells.of(selection.candidates()));
        cells.add(new LongCell(selection.leftOut()));
        cells.add(Cells.of(all.tests().size()));
        cells.add(Cells.of(shown));
        cells.add(Cells.of(word(all.hypothesis())));
        cells.add(Cells.of(word(all.nullModel())));
        cells.addAll(sampling == null ? notSampled() : sampled(sampling, all));
        cells.add(Cells.of(alpha));
        cells.add(Cells.of(kept));
        cells.add(Cells.of(String.join(" ", remarks)));
        final TableWriter table = new TableWriter(context, spec());
        table.add(new RowKey("Summary"), cells);
        return table.close();
    }

    private static List<DataCell> sampled(final SamplingSettings sampling, final TestedMotifs all) {
        final boolean swaps = all.nullModel() == org.seism.inference.event.NullModel.PERMUTATION;
        return List.of(swaps ? new MissingCell("the permutation null exchanges entries") : Cells.of(word(sampling.kernel())),
            Cells.of(sampling.replicates()), Cells.of(sampling.thinning()), Cells.of(sampling.branches()),
            Cells.of(sampling.adaptive()), new LongCell(sampling.seed()));
    }

    private static List<DataCell> notSampled() {
        final DataCell none = new MissingCell("nothing was sampled");
        return List.of(none, none, none, none, none, none);
    }

    private static String word(final Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void add(final List<DataColumnSpec> columns, final DataType type, final String... names) {
        for (final String name : names) {
            columns.add(column(name, type));
        }
    }
}
