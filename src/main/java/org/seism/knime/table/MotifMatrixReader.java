package org.seism.knime.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.analysis.field.MotifField;
import org.seism.knime.engine.EngineCall;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.compare.LibraryMotif;
import org.seism.sequence.Alphabet;

/**
 * Reads a table of motifs ({@link MotifMatrices}). Result tables of the nodes that select and test motifs are read as well: they
 * call the name Motif and the frequencies PWM. Only names and numbers are needed; what else a table lacks is not known. Immutable.
 */
public final class MotifMatrixReader {
    /** How far the numbers of a position may be from 1 in all to be taken as frequencies: files round to two decimals. */
    private static final double SUM_TOLERANCE = 0.05;
    private static final double MOST = 1e15;

    private final String m_table;
    private final int m_name;
    private final int m_alternative;
    private final int m_alphabet;
    private final int m_matrix;
    private final int m_sites;
    private final int m_family;
    private final int m_background;
    private final int m_url;

    private MotifMatrixReader(final String table, final DataTableSpec spec) {
        m_table = table;
        m_name = first(spec, StringValue.class, MotifMatrices.NAME, Columns.MOTIF);
        m_alternative = first(spec, StringValue.class, MotifMatrices.ALTERNATIVE);
        m_alphabet = first(spec, StringValue.class, MotifMatrices.ALPHABET);
        m_matrix = numbers(spec, MotifMatrices.MATRIX, MotifField.PWM.label());
        m_sites = first(spec, DoubleValue.class, MotifMatrices.SITES);
        m_family = first(spec, StringValue.class, MotifMatrices.FAMILY);
        m_background = numbers(spec, MotifMatrices.BACKGROUND);
        m_url = first(spec, StringValue.class, MotifMatrices.URL);
    }

    /**
     * @param spec of a table
     * @param table how messages call it, such as {@code The table of motifs}
     * @return its reader
     * @throws InvalidSettingsException if it is no table of motifs
     */
    public static MotifMatrixReader of(final DataTableSpec spec, final String table) throws InvalidSettingsException {
        final MotifMatrixReader reader = new MotifMatrixReader(table, spec);
        if (reader.m_name < 0 || reader.m_matrix < 0) {
            throw EngineCall.invalid(table + " has no column " + (reader.m_name < 0 ? "'" + MotifMatrices.NAME + "' with texts"
                : "'" + MotifMatrices.MATRIX + "' with lists of numbers") + ".",
                "Connect a table of motifs, as Motif Reader, Motif Selector or Selective P-Values put it out: it needs the columns "
                    + MotifMatrices.needed() + ".");
        }
        return reader;
    }

    /**
     * @param table a table, whose columns were checked in configure
     * @param name how messages call it
     * @return its reader
     * @throws KNIMEException if it is no table of motifs
     */
    public static MotifMatrixReader execute(final BufferedDataTable table, final String name) throws KNIMEException {
        try {
            return of(table.getDataTableSpec(), name);
        } catch (InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    private static int first(final DataTableSpec spec, final Class<? extends DataValue> type, final String... names) {
        return Arrays.stream(names).mapToInt(spec::findColumnIndex)
            .filter(c -> c >= 0 && spec.getColumnSpec(c).getType().isCompatible(type)).findFirst().orElse(-1);
    }

    private static int numbers(final DataTableSpec spec, final String... names) {
        return Stream.of(names).mapToInt(spec::findColumnIndex).filter(c -> c >= 0 && isNumbers(spec.getColumnSpec(c))).findFirst().orElse(-1);
    }

    private static boolean isNumbers(final DataColumnSpec column) {
        return column.getType().isCompatible(CollectionDataValue.class)
            && column.getType().getCollectionElementType().isCompatible(DoubleValue.class);
    }

    /**
     * @param table of the spec that this reader was made for
     * @param progress cancellation
     * @return the motifs in the table's order
     * @throws InputException if a row holds no motif; names the row
     */
    public List<LibraryMotif> read(final BufferedDataTable table, final Progress progress) {
        final List<LibraryMotif> motifs = new ArrayList<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCancelled();
                motifs.add(motif(rows.next()));
            }
        }
        return motifs;
    }

    private LibraryMotif motif(final DataRow row) {
        final String name = text(row, m_name).orElseThrow(() -> bad(row, "has no name", "Give every motif a name."));
        final double[] numbers = list(row, m_matrix).orElseThrow(() -> bad(row, "has no matrix", "Filter such rows out."));
        final Alphabet alphabet = alphabet(row, numbers);
        final int letters = alphabet.size();
        if (numbers.length == 0 || numbers.length % letters != 0) {
            throw bad(row, "has a matrix of " + numbers.length + " numbers, which is no multiple of the " + letters + " letters of "
                + alphabet.label(), "Give " + letters + " numbers per position, for " + alphabet.letters() + ".");
        }
        final double[][] columns = new double[numbers.length / letters][];
        double sites = 0;
        boolean ones = true;
        for (int c = 0; c < columns.length; c++) {
            columns[c] = Arrays.copyOfRange(numbers, c * letters, (c + 1) * letters);
            final double total = total(row, c, columns[c]);
            ones &= Math.abs(total - 1) <= SUM_TOLERANCE;
            sites = Math.max(sites, total);
            for (int a = 0; a < letters; a++) {
                columns[c][a] /= total;
            }
        }
        final double given = number(row, m_sites);
        if (given < 0 || given > MOST) {
            throw bad(row, "has " + given + " sites", "Give the number of sites, or leave it missing.");
        }
        final double[] background = list(row, m_background).orElse(null);
        if (background != null && (background.length != letters || !(Arrays.stream(background).min().orElse(0) > 0)
            || Math.abs(Arrays.stream(background).sum() - 1) > SUM_TOLERANCE)) {
            throw bad(row, "has a background that is not " + letters + " positive frequencies that add up to 1",
                "Correct the column " + MotifMatrices.BACKGROUND + ", or filter it out.");
        }
        final FrequencyMatrix matrix = new FrequencyMatrix(name, text(row, m_alternative).orElse(""), alphabet, columns,
            given > 0 ? given : ones ? 0 : sites, background, text(row, m_url).orElse(""));
        return new LibraryMotif(matrix, text(row, m_family).orElse(""));
    }

    private double total(final DataRow row, final int position, final double[] column) {
        double total = 0;
        for (final double v : column) {
            if (!(v >= 0)) {
                throw bad(row, "has the number " + v + " at position " + (position + 1), "Give frequencies or counts, none below 0.");
            }
            total += v;
        }
        if (!(total > 0 && total <= MOST)) {
            throw bad(row, "has numbers at position " + (position + 1) + " that add up to " + total, "Give frequencies or counts.");
        }
        return total;
    }

    /** The column says it; where there is none, positions whose numbers add up to 1 tell four letters from twenty. */
    private Alphabet alphabet(final DataRow row, final double[] numbers) {
        final Optional<String> given = text(row, m_alphabet);
        if (given.isPresent()) {
            return Arrays.stream(Alphabet.values()).filter(a -> a.label().equalsIgnoreCase(given.get())).findFirst()
                .orElseThrow(() -> bad(row, "is over the alphabet '" + given.get() + "'", "Use DNA, RNA or protein."));
        }
        final int twenty = Alphabet.PROTEIN.size();
        boolean protein = numbers.length % twenty == 0;
        for (int from = 0; protein && from < numbers.length; from += twenty) {
            protein = Math.abs(Arrays.stream(numbers, from, from + twenty).sum() - 1) <= SUM_TOLERANCE;
        }
        return protein ? Alphabet.PROTEIN : Alphabet.DNA;
    }

    private InputException bad(final DataRow row, final String what, final String remedy) {
        return new InputException(m_table + ": the motif in row '" + row.getKey().getString() + "' " + what + ".", remedy);
    }

    private static Optional<String> text(final DataRow row, final int column) {
        return column < 0 || row.getCell(column).isMissing() ? Optional.empty()
            : Optional.of(((StringValue)row.getCell(column)).getStringValue().strip()).filter(t -> !t.isEmpty());
    }

    private static double number(final DataRow row, final int column) {
        return column < 0 || row.getCell(column).isMissing() ? 0 : ((DoubleValue)row.getCell(column)).getDoubleValue();
    }

    private Optional<double[]> list(final DataRow row, final int column) {
        if (column < 0 || row.getCell(column).isMissing()) {
            return Optional.empty();
        }
        final List<Double> numbers = new ArrayList<>();
        for (final DataCell cell : (CollectionDataValue)row.getCell(column)) {
            if (cell.isMissing()) {
                throw bad(row, "has a missing number in its list", "Filter such rows out.");
            }
            numbers.add(((DoubleValue)cell).getDoubleValue());
        }
        return Optional.of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
