package org.seism.knime.table;

import static org.seism.knime.table.MotifColumns.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.seism.Progress;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.compare.LibraryMotif;
import org.seism.motif.logo.LogoOptions;
import org.seism.motif.logo.SequenceLogo;

/**
 * The table of motifs: one row per matrix, the same columns whatever node puts it out or takes it, so that a filter or joiner fits
 * between. {@link MotifMatrixReader} reads it.
 */
public final class MotifMatrices {
    /** Identifier, such as an accession. */
    public static final String NAME = "Name";
    /** A second name, such as the factor's. */
    public static final String ALTERNATIVE = "Alternative name";
    /** DNA, RNA or protein. */
    public static final String ALPHABET = "Alphabet";
    /** Number of columns of the matrix. */
    public static final String WIDTH = "Width";
    /** Letters and IUPAC codes. */
    public static final String CONSENSUS = "Consensus";
    /** Frequencies, position by position, letters of a position in the alphabet's order. */
    public static final String MATRIX = "Matrix";
    /** Number of sites that were counted. */
    public static final String SITES = "Sites";
    /** Sequence logo. */
    public static final String LOGO = "Logo";
    /** Family of the factor. */
    public static final String FAMILY = "Family";
    /** Background frequencies that a file gives, in the alphabet's order. */
    public static final String BACKGROUND = "Background";
    /** Where more is said about the motif. */
    public static final String URL = "URL";

    private static final int LOGO_PIXELS = 480;

    private MotifMatrices() {
    }

    /** @return the columns */
    public static DataTableSpec spec() {
        return new DataTableSpec(column(NAME, StringCell.TYPE), column(ALTERNATIVE, StringCell.TYPE), column(ALPHABET, StringCell.TYPE),
            column(WIDTH, IntCell.TYPE), column(CONSENSUS, StringCell.TYPE),
            column(MATRIX, ListCell.getCollectionType(DoubleCell.TYPE)), column(SITES, DoubleCell.TYPE),
            column(LOGO, PNGImageCellFactory.TYPE), column(FAMILY, StringCell.TYPE),
            column(BACKGROUND, ListCell.getCollectionType(DoubleCell.TYPE)), column(URL, StringCell.TYPE));
    }

    /**
     * @param motifs matrices with the families of their factors
     * @param context the node's
     * @param progress cancellation
     * @return their table
     */
    public static BufferedDataTable write(final List<LibraryMotif> motifs, final ExecutionContext context, final Progress progress) {
        final TableWriter table = new TableWriter(context, spec());
        for (int k = 0; k < motifs.size(); k++) {
            progress.checkCancelled();
            final int number = k + 1;
            progress.report((double)k / motifs.size(), () -> "Motif " + number + " of " + motifs.size());
            table.add(cells(motifs.get(k)));
        }
        return table.close();
    }

    private static List<DataCell> cells(final LibraryMotif motif) {
        final FrequencyMatrix matrix = motif.matrix();
        final List<DataCell> cells = new ArrayList<>();
        cells.add(Cells.of(matrix.name()));
        cells.add(text(matrix.description()));
        cells.add(Cells.of(matrix.alphabet().label()));
        cells.add(Cells.of(matrix.width()));
        cells.add(Cells.of(matrix.consensus()));
        cells.add(Cells.numbers(Arrays.stream(matrix.frequencies()).flatMapToDouble(Arrays::stream).toArray()));
        cells.add(matrix.sites() > 0 ? Cells.of(matrix.sites()) : new MissingCell("the number of sites is not known"));
        final LogoOptions options = LogoOptions.defaults().withTitle(matrix.description().isEmpty() ? matrix.name()
            : matrix.name() + " " + matrix.description());
        cells.add(PNGImageCellFactory.create(SequenceLogo.of(matrix, options).png(LOGO_PIXELS)));
        cells.add(text(motif.family()));
        cells.add(matrix.background() == null ? new MissingCell("uniform, or not known") : Cells.numbers(matrix.background()));
        cells.add(text(matrix.url()));
        return cells;
    }

    private static DataCell text(final String text) {
        return text.isEmpty() ? new MissingCell("not known") : new StringCell(text);
    }

    /** @return how dialogs and messages list the columns that a table of motifs needs */
    static String needed() {
        return String.format(Locale.ROOT, "'%s' (text) and '%s' (list of numbers)", NAME, MATRIX);
    }
}
