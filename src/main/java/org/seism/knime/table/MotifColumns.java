package org.seism.knime.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.seism.analysis.MotifResult;
import org.seism.analysis.field.FieldText;
import org.seism.analysis.field.FieldType;
import org.seism.analysis.field.MotifField;
import org.seism.analysis.field.ResultKind;
import org.seism.inference.LogProbability;
import org.seism.motif.SiteMatrix;
import org.seism.motif.logo.LogoOptions;
import org.seism.motif.logo.SequenceLogo;

/** The columns of tables of motifs: the vocabulary's fields, those that are asked for first to the left. */
final class MotifColumns {
    private static final String SCORES = "nodes scan by p-value; results.json of the command line holds scores and cut";

    /** What there is to say only where there is a library. */
    private static final Set<MotifField> OF_LIBRARY = Set.of(MotifField.RESEMBLES, MotifField.RESEMBLES_Q, MotifField.RESEMBLES_NAMES,
        MotifField.LIBRARY_MATRIX);

    /** Fields that no table of a node has, and why. */
    static final Map<MotifField, String> LEFT_OUT = Map.of(
        MotifField.PFM, "PWM holds the shares and Sites their number",
        MotifField.LATTICE, "PWM holds it where words are refined",
        MotifField.LOG_ODDS, SCORES, MotifField.CUT, SCORES);

    /** Wide enough for a table row on a screen of high resolution. */
    private static final int LOGO_PIXELS = 480;

    private MotifColumns() {
    }

    /**
     * @param kind what was done with the motifs
     * @param adjustment which adjusted p-values are shown
     * @param library whether there is a library
     * @return the fields with a column
     */
    static List<MotifField> fields(final ResultKind kind, final Adjustment adjustment, final boolean library) {
        return MotifField.forReaders(kind).stream().filter(f -> !LEFT_OUT.containsKey(f))
            .filter(f -> library || !OF_LIBRARY.contains(f))
            .filter(f -> f != MotifField.P_HOLM || adjustment.holm()).filter(f -> f != MotifField.Q_BH || adjustment.bh()).toList();
    }

    /**
     * @param fields with a column
     * @return the columns
     */
    static List<DataColumnSpec> specs(final List<MotifField> fields) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        for (final MotifField field : fields) {
            columns.add(column(field.label(), type(field.type())));
        }
        // so that the table can be read as a table of motifs
        columns.add(column(MotifMatrices.ALPHABET, StringCell.TYPE));
        return columns;
    }

    static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /**
     * @param type of a field
     * @return type of its cells
     */
    static DataType type(final FieldType type) {
        return switch (type) {
            case INTEGER -> IntCell.TYPE;
            case LONG -> LongCell.TYPE;
            case NUMBER, PROBABILITY -> DoubleCell.TYPE;
            case FLAG -> BooleanCell.TYPE;
            case TEXT, CHOICE, CHOSEN_NUMBER -> StringCell.TYPE;
            case PICTURE -> PNGImageCellFactory.TYPE;
            case TEXTS -> ListCell.getCollectionType(StringCell.TYPE);
            case NUMBERS, SHARES, SCORES -> ListCell.getCollectionType(DoubleCell.TYPE);
            case COUNTS -> ListCell.getCollectionType(IntCell.TYPE);
        };
    }

    /**
     * @param fields with a column
     * @param result a motif
     * @return the cells of its row
     */
    static List<DataCell> cells(final List<MotifField> fields, final MotifResult result) {
        final List<DataCell> cells = new ArrayList<>();
        for (final MotifField field : fields) {
            if (field.type() == FieldType.PICTURE) {
                cells.add(logo((SiteMatrix)field.read(result).orElseThrow(), result.consensus()));
            } else {
                cells.add(cell(field.type(), field.read(result)));
            }
        }
        cells.add(Cells.of(result.matrix().alphabet().label()));
        return cells;
    }

    /**
     * @param type of a field, not a picture
     * @param value of the field
     * @return its cell
     */
    static DataCell cell(final FieldType type, final Optional<Object> value) {
        if (value.isEmpty()) {
            return new MissingCell("there is no value here");
        }
        final Object v = value.get();
        return switch (type) {
            case INTEGER -> Cells.of((int)v);
            case LONG -> new LongCell((long)v);
            case NUMBER -> Cells.of((double)v);
            case PROBABILITY -> Cells.of(((LogProbability)v).value());
            case FLAG -> Cells.of((boolean)v);
            case TEXT, CHOICE, CHOSEN_NUMBER -> Cells.of(FieldText.of(value));
            case TEXTS -> Cells.texts(((List<?>)v).stream().map(Object::toString).toList());
            case NUMBERS -> Cells.numbers((double[])v);
            case SHARES, SCORES -> Cells.numbers(Arrays.stream((double[][])v).flatMapToDouble(Arrays::stream).toArray());
            case COUNTS -> Cells.integers(Arrays.stream((int[][])v).flatMapToInt(Arrays::stream).toArray());
            case PICTURE -> throw new IllegalArgumentException("a picture is drawn");
        };
    }

    private static DataCell logo(final SiteMatrix matrix, final String title) {
        return matrix.sites() == 0 ? new MissingCell("the motif has no site in these sequences")
            : PNGImageCellFactory.create(SequenceLogo.of(matrix, LogoOptions.defaults().withTitle(title)).png(LOGO_PIXELS));
    }
}
