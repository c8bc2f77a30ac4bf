package org.seism.knime.table;

import static org.seism.knime.table.MotifColumns.column;

import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.seism.Progress;
import org.seism.analysis.MotifResult;
import org.seism.motif.SiteMatrix;
import org.seism.motif.growth.GrownMatrix;
import org.seism.motif.growth.MatrixSite;
import org.seism.study.Study;

/** What stands behind a motif's logo: all its sites, and its matrix letter by letter. Both fitted to the data, neither tested. */
public final class MotifSiteTables {
    private static final DataTableSpec SITES = new DataTableSpec(column(Columns.MOTIF, StringCell.TYPE), column(Columns.ID, StringCell.TYPE),
        column(Columns.START, IntCell.TYPE), column(Columns.END, IntCell.TYPE), column(Columns.STRAND, StringCell.TYPE),
        column(Columns.SCORE_BITS, DoubleCell.TYPE), column(Columns.SITE, StringCell.TYPE), column(Columns.PHENOTYPE, DoubleCell.TYPE));
    private static final DataTableSpec MATRICES = new DataTableSpec(column(Columns.MOTIF, StringCell.TYPE),
        column(Columns.POSITION, IntCell.TYPE), column(Columns.LETTER, StringCell.TYPE), column(Columns.COUNT, IntCell.TYPE),
        column(Columns.FREQUENCY, DoubleCell.TYPE), column(Columns.BITS, DoubleCell.TYPE));

    private MotifSiteTables() {
    }

    /** @return columns of {@link #sites} */
    public static DataTableSpec sitesSpec() {
        return SITES;
    }

    /** @return columns of {@link #matrices} */
    public static DataTableSpec matricesSpec() {
        return MATRICES;
    }

    /**
     * @param motifs results
     * @param study the data
     * @param context the node's
     * @param progress cancellation
     * @return every window that a motif's grown matrix scores at or above its cut, motif by motif in the order of the sequences
     */
    public static BufferedDataTable sites(final List<MotifResult> motifs, final Study study, final ExecutionContext context,
        final Progress progress) {
        final TableWriter table = new TableWriter(context, SITES);
        for (final MotifResult motif : motifs) {
            final GrownMatrix matrix = motif.description().matrix();
            progress.checkCancelled();
            for (final MatrixSite site : matrix.allSites(study.sequences(), study.strands())) {
                progress.checkCancelled();
                table.add(List.of(Cells.of(motif.name()), Cells.of(study.sequences().id(site.sequence())), Cells.of(site.start() + 1),
                    Cells.of(site.start() + matrix.width()), Cells.of(String.valueOf(site.strand().symbol())), Cells.of(site.score()),
                    Cells.of(site.letters(study.sequences(), matrix.width())), Cells.of(study.phenotype().values()[site.sequence()])));
            }
        }
        return table.close();
    }

    /**
     * @param motifs results
     * @param context the node's
     * @return one row per motif, position and letter: the numbers of the logos without their flanks
     */
    public static BufferedDataTable matrices(final List<MotifResult> motifs, final ExecutionContext context) {
        final TableWriter table = new TableWriter(context, MATRICES);
        for (final MotifResult motif : motifs) {
            final SiteMatrix matrix = motif.matrix().core();
            final double[][] frequencies = matrix.toFrequencyMatrix("", "").frequencies();
            final double[] bits = matrix.informationContent(false);
            for (int c = 0; c < frequencies.length; c++) {
                for (int a = 0; a < frequencies[c].length; a++) {
                    table.add(List.of(Cells.of(motif.name()), Cells.of(c + 1), Cells.of(String.valueOf(matrix.alphabet().letter(a))),
                        Cells.of(matrix.counts()[c][a]), Cells.of(frequencies[c][a]), Cells.of(frequencies[c][a] * bits[c])));
                }
            }
        }
        return table.close();
    }
}
