package org.seism.knime.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.seism.Progress;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.SelectedMotif;
import org.seism.motif.SiteMatrix;
import org.seism.motif.logo.LogoOptions;
import org.seism.motif.logo.SequenceLogo;
import org.seism.study.Study;

/** The columns that describe a motif, the same in every table of motifs. */
public final class MotifColumns {
    /** Wide enough for a table row on a screen of high resolution. */
    private static final int LOGO_PIXELS = 480;

    private MotifColumns() {
    }

    /** @return the columns */
    static List<DataColumnSpec> specs() {
        return List.of(column(Columns.MOTIF, StringCell.TYPE), column(Columns.RANK, IntCell.TYPE),
            column(Columns.CONSENSUS, StringCell.TYPE), column(Columns.WIDTH, IntCell.TYPE), column(Columns.SCORE, DoubleCell.TYPE),
            column(Columns.R2, DoubleCell.TYPE), column(Columns.EFFECT, DoubleCell.TYPE), column(Columns.SUPPORT, IntCell.TYPE),
            column(Columns.MEMBERS, ListCell.getCollectionType(StringCell.TYPE)),
            column(Columns.PWM, ListCell.getCollectionType(DoubleCell.TYPE)), column(Columns.LOGO, StringCell.TYPE),
            column(Columns.LOGO_IMAGE, PNGImageCellFactory.TYPE));
    }

    static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /**
     * @param motif a motif
     * @param effect its coefficient
     * @param matrix letters at its sites
     * @param name its name
     * @return the cells of its row
     */
    static List<DataCell> cells(final SelectedMotif motif, final double effect, final SiteMatrix matrix, final String name) {
        final List<DataCell> cells = new ArrayList<>();
        cells.add(Cells.of(name));
        cells.add(Cells.of(motif.rank()));
        cells.add(Cells.of(motif.consensus()));
        cells.add(Cells.of(motif.word().width()));
        cells.add(Cells.of(motif.score()));
        cells.add(Cells.of(motif.r2()));
        cells.add(Cells.of(effect));
        cells.add(Cells.of(motif.support()));
        cells.add(Cells.texts(motif.members().stream().map(Object::toString).toList()));
        cells.add(Cells.numbers(motif.refined() == null ? weights(matrix) : flat(motif.refined().columns())));
        cells.addAll(logo(matrix, motif.consensus(), "seism-" + motif.rank() + "-"));
        return cells;
    }

    /**
     * @param selection motifs
     * @param flank letters on either side of their sites
     * @param progress cancellation
     * @return one row of cells per motif
     */
    public static List<List<DataCell>> rows(final MotifSelection selection, final int flank, final Progress progress) {
        final Study study = selection.study();
        final List<List<DataCell>> rows = new ArrayList<>();
        for (final SelectedMotif motif : selection.motifs()) {
            progress.checkCancelled();
            final SiteMatrix matrix = SiteMatrix.of(study.sequences(),
                motif.search().scan(study.sequences(), study.strands()), flank);
            rows.add(cells(motif, motif.effect(), matrix, name(motif.rank())));
        }
        return rows;
    }

    /**
     * @param rank 1 for the first motif
     * @return its name, the same as on the command line
     */
    static String name(final int rank) {
        return "SEISM-" + rank;
    }

    /** Frequencies of the motif's own columns, letters fastest, so that width times alphabet is the list's length. */
    private static double[] weights(final SiteMatrix matrix) {
        return flat(matrix.core().toFrequencyMatrix("core", "").frequencies());
    }

    private static double[] flat(final double[][] columns) {
        return Arrays.stream(columns).flatMapToDouble(Arrays::stream).toArray();
    }

    private static List<DataCell> logo(final SiteMatrix matrix, final String title, final String prefix) {
        if (matrix.sites() == 0) {
            final DataCell none = new MissingCell("the motif has no site in these sequences");
            return List.of(none, none);
        }
        final SequenceLogo logo = SequenceLogo.of(matrix, LogoOptions.defaults().withTitle(title).withIdPrefix(prefix));
        return List.of(new StringCell(logo.svg()), PNGImageCellFactory.create(logo.png(LOGO_PIXELS)));
    }
}
