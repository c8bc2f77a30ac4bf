package org.seism.study.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.sequence.FastaReader;
import org.seism.sequence.SequenceRecord;
import org.seism.table.CellValue;
import org.seism.table.DataTable;
import org.seism.table.NamedInput;
import org.seism.table.NumberNotation;
import org.seism.table.TableReader;
import org.seism.table.TextInput;

/**
 * The files of a study, read once: any number of phenotypes can then be taken from them
 * ({@link StudyReader#read(StudyInput, StudyFiles, org.seism.study.StudySettings, Progress)}). Immutable and safe for
 * several threads.
 */
public final class StudyFiles {
    /** Null where the sequences are in a table. */
    private final List<SequenceRecord> m_records;
    /** Null where the sequences are in FASTA. */
    private final DataTable m_table;
    private final Optional<DataTable> m_second;

    private StudyFiles(final List<SequenceRecord> records, final DataTable table, final Optional<DataTable> second) {
        m_records = records;
        m_table = table;
        m_second = second;
    }

    /**
     * @param input where everything is found
     * @param progress asked for cancellation at every record
     * @return the content of the files
     * @throws InputException if one can't be read
     */
    public static StudyFiles read(final StudyInput input, final Progress progress) {
        final String name = input.sequences().name();
        List<SequenceRecord> fasta = null;
        DataTable table = null;
        try (BufferedReader text = TextInput.open(input.sequences().open(), name)) {
            if (StudyReader.isFasta(input.format(), text, name)) {
                StudyReader.requirePhenotype(input);
                fasta = records(text, name, progress);
            } else {
                table = TableReader.read(text, name, progress);
            }
        } catch (IOException e) {
            throw TextInput.unreadable(name, e);
        }
        final Optional<NamedInput> second = table == null || input.headerPattern().isEmpty() ? input.phenotypeTable()
            : Optional.empty();
        return new StudyFiles(fasta, table, second.map(t -> TableReader.read(t, progress)));
    }

    private static List<SequenceRecord> records(final BufferedReader text, final String name, final Progress progress) {
        final List<SequenceRecord> records = new ArrayList<>();
        try (FastaReader reader = FastaReader.open(text, name)) {
            while (reader.hasNext()) {
                progress.checkCancelled();
                records.add(reader.next());
            }
        }
        return records;
    }

    /** @return the records of a FASTA file; empty where the sequences are in a table */
    Optional<List<SequenceRecord>> fasta() {
        return Optional.ofNullable(m_records);
    }

    /** @return the table with the sequences */
    DataTable table() {
        return m_table;
    }

    /** @return the table with the phenotypes, where there is one beside the sequences */
    Optional<DataTable> second() {
        return m_second;
    }

    /**
     * What could be a phenotype.
     *
     * @param input names the columns that are something else
     * @param numeric whether only columns count of which at least half of the values are numbers
     * @return names of columns in the order of their table, that of the phenotypes where there is one
     * @throws InputException if a column that is to be left out is unknown, or no column is left
     */
    public List<String> phenotypes(final StudyInput input, final boolean numeric) {
        final DataTable table = phenotypeTable(input);
        final Set<String> names = new LinkedHashSet<>(table.columns());
        final List<String> others = new ArrayList<>(input.covariateColumns());
        others.add(input.idColumn().isEmpty() ? StudyReader.DEFAULT_ID : input.idColumn());
        if (m_second.isEmpty()) {
            others.add(input.sequenceColumn());
        }
        for (final String other : others) {
            if (table.has(other)) {
                names.remove(table.columns().get(table.indexOf(other)));
            }
        }
        names.removeIf(n -> numeric && !isNumeric(table, table.columns().indexOf(n)));
        if (names.isEmpty()) {
            throw new InputException(table.name() + " has no " + (numeric ? "numeric " : "")
                + "column that could be a phenotype.",
                "Name the table of the phenotypes, or their columns.");
        }
        return List.copyOf(names);
    }

    /**
     * @param input names the columns
     * @param columns phenotype columns that are asked for
     * @return the same names as the table spells them
     * @throws InputException if a column is unknown or named twice
     */
    public List<String> phenotypes(final StudyInput input, final List<String> columns) {
        final DataTable table = phenotypeTable(input);
        final Set<String> names = new LinkedHashSet<>();
        for (final String column : columns) {
            final String name = table.columns().get(table.indexOf(column));
            if (!names.add(name)) {
                throw new InputException("The phenotype column '" + name + "' is named twice.", "Name every column once.");
            }
        }
        return List.copyOf(names);
    }

    private DataTable phenotypeTable(final StudyInput input) {
        return m_second.or(() -> Optional.ofNullable(m_table)).orElseThrow(() -> StudyReader.noPhenotype(input.sequences().name()));
    }

    private static boolean isNumeric(final DataTable table, final int column) {
        final List<CellValue> values = IntStream.range(0, table.size()).mapToObj(r -> table.value(r, column)).toList();
        final List<CellValue> read = NumberNotation.read(values).orElse(values);
        final long numbers = read.stream().filter(CellValue::isFinite).count();
        return numbers > 0 && read.stream().filter(CellValue::isText).count() <= numbers;
    }
}
