package org.seism.study.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.sequence.HeaderPattern;
import org.seism.sequence.SequenceRecord;
import org.seism.study.Kinship;
import org.seism.study.PreparedStudy;
import org.seism.study.QualityReport;
import org.seism.study.Study;
import org.seism.study.StudyBuilder;
import org.seism.study.StudyRow;
import org.seism.study.StudySettings;
import org.seism.table.CellValue;
import org.seism.table.DataTable;
import org.seism.table.TextInput;

/**
 * Reads a study from files: sequences from FASTA or a table, phenotype and covariates from wherever {@link StudyInput}
 * says, and hands the rows to {@link StudyBuilder}. Not safe for use by several threads.
 */
public final class StudyReader {
    static final String DEFAULT_ID = "id";
    private static final List<String> FASTA_NAMES = List.of(".fa", ".fasta", ".fas", ".fna", ".ffn", ".faa", ".frn", ".mfa", ".fsa");
    /** The most blank characters skipped to find out what a file is. */
    private static final int LOOK_AHEAD = 1 << 13;

    private final StudyInput m_input;
    private final StudyBuilder m_builder;
    private final Progress m_progress;
    private final List<String> m_notes = new ArrayList<>();
    /** Group of each record, where there are groups. */
    private final List<String> m_groups = new ArrayList<>();

    private StudyReader(final StudyInput input, final StudySettings settings, final Progress progress) {
        m_input = input;
        m_builder = new StudyBuilder(input.sequences().name(), input.headerPattern().isEmpty() ? input.phenotypeColumn() : "header",
            input.covariateColumns(), settings);
        m_progress = progress;
    }

    /**
     * @param input where everything is found
     * @param settings alphabet, strands, width and coding
     * @param progress asked for cancellation at every record
     * @return the study with its quality report
     * @throws InputException if a file can't be read, a column is unknown, or the data can't be analysed
     */
    public static PreparedStudy read(final StudyInput input, final StudySettings settings, final Progress progress) {
        return read(input, StudyFiles.read(input, progress), settings, progress);
    }

    /**
     * @param input where everything is found
     * @param files the content of its files
     * @param settings alphabet, strands, width and coding
     * @param progress asked for cancellation at every record
     * @return the study with its quality report
     * @throws InputException if a column is unknown, or the data can't be analysed
     */
    public static PreparedStudy read(final StudyInput input, final StudyFiles files, final StudySettings settings,
        final Progress progress) {
        return new StudyReader(input, settings, progress).read(files);
    }

    private PreparedStudy read(final StudyFiles files) {
        if (files.fasta().isPresent()) {
            readFasta(files.fasta().get(), files.second(), m_input.sequences().name());
        } else {
            readTable(files.table(), files.second());
        }
        final PreparedStudy prepared = m_builder.build(m_progress);
        m_notes.addAll(0, prepared.notes());
        return new PreparedStudy(related(prepared), prepared.quality(), m_notes, prepared.checks());
    }

    private Study related(final PreparedStudy prepared) {
        final StudyInput.Related related = m_input.related();
        final Kinship kinship;
        if (related.matrix().isPresent()) {
            kinship = KinshipReader.read(related.matrix().get(), prepared.study().sequences().ids(), m_progress);
        } else if (!related.groupColumn().isEmpty()) {
            final List<QualityReport.Row> rows = prepared.quality().rows();
            kinship = Kinship.ofFamilies(related.groupColumn(),
                IntStream.range(0, rows.size()).filter(i -> rows.get(i).kept()).mapToObj(m_groups::get).toList());
        } else {
            return prepared.study();
        }
        return prepared.study()
            .withKinship(Double.isNaN(related.heritability()) ? kinship : kinship.withHeritability(related.heritability()));
    }

    /** Whether the text, which must support marks, is to be read as FASTA; leaves it at its beginning. */
    static boolean isFasta(final StudyInput.Format format, final BufferedReader text, final String name) throws IOException {
        if (format != StudyInput.Format.AUTO) {
            return format == StudyInput.Format.FASTA;
        }
        text.mark(LOOK_AHEAD);
        int c = ' ';
        for (int k = 0; k < LOOK_AHEAD - 1 && c >= 0 && Character.isWhitespace(c); k++) {
            c = text.read();
        }
        text.reset();
        final String lower = name.toLowerCase(Locale.ROOT);
        final String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        // by its name as well: a broken FASTA file is then told so, and not that it lacks a column
        return c == '>' || c == ';' || FASTA_NAMES.stream().anyMatch(plain::endsWith);
    }

    /** What a FASTA file needs beside itself. */
    static void requirePhenotype(final StudyInput input) {
        final String name = input.sequences().name();
        final boolean patterned = !input.headerPattern().isEmpty();
        if (!patterned && input.phenotypeTable().isEmpty()) {
            throw noPhenotype(name);
        }
        if (input.phenotypeTable().isEmpty() && !input.covariateColumns().isEmpty()) {
            throw new InputException(name + " is a FASTA file, which holds no covariates (" + String.join(", ", input.covariateColumns())
                + ").", "Name a table with identifiers and covariates.");
        }
        final boolean grouped = !input.related().groupColumn().isEmpty();
        if (grouped && input.phenotypeTable().isEmpty()) {
            throw new InputException(name + " is a FASTA file, which holds no groups ('" + input.related().groupColumn() + "').",
                "Name a table with identifiers and groups.");
        }
        if (patterned && input.phenotypeTable().isPresent() && input.covariateColumns().isEmpty() && !grouped) {
            throw new InputException("There are two sources of the phenotype: a header pattern and the table "
                + input.phenotypeTable().get().name() + ".", "Give one of them.");
        }
    }

    static InputException noPhenotype(final String name) {
        return new InputException(name + " is a FASTA file, which holds no phenotype.",
            "Name a table with identifiers and phenotypes, or a pattern that finds the phenotype in the headers.");
    }

    private void readFasta(final List<SequenceRecord> records, final Optional<DataTable> table, final String name) {
        final HeaderPattern pattern = m_input.headerPattern().isEmpty() ? null : HeaderPattern.of(m_input.headerPattern());
        final PhenotypeJoin join = table.map(t -> join(t, pattern != null)).orElse(null);
        String firstId = null;
        final Map<String, Long> lines = new HashMap<>();
        long number = 0;
        for (final SequenceRecord record : records) {
            m_progress.checkCancelled();
            number++;
            firstId = firstId == null ? record.id() : firstId;
            final Long earlier = record.id().isEmpty() ? null : lines.putIfAbsent(record.id(), record.line());
            if (earlier != null) {
                throw new InputException(name + ", line " + record.line() + ": a second record with the identifier "
                    + TextInput.quoted(record.id()) + ", the first is on line " + earlier + ".",
                    "Keep one record per identifier (the first word of the header), or give them different names.");
            }
            final PhenotypeJoin.Entry entry = join == null ? null : join.find(record.id());
            final CellValue phenotype = pattern != null ? pattern.find(record.header()) : entry.phenotype();
            m_builder.add(new StudyRow(number, record.line(), record.id(), record.sequence(), phenotype,
                entry == null ? List.of() : entry.covariates().subList(0, m_input.covariateColumns().size())));
            if (!m_input.related().groupColumn().isEmpty()) {
                m_groups.add(entry.covariates().get(m_input.covariateColumns().size()).text());
            }
        }
        remarkOn(join, firstId);
    }

    private void readTable(final DataTable table, final Optional<DataTable> phenotypes) {
        if (!m_input.headerPattern().isEmpty()) {
            throw new InputException(table.name() + " is a table: a header pattern finds phenotypes in FASTA headers only.",
                "Leave the pattern out and name the phenotype column.");
        }
        refuseOtherText(table, m_input.sequenceColumn());
        final int sequence = index(table, m_input.sequenceColumn(), "--sequence-column");
        final boolean numbered = m_input.idColumn().isEmpty() && !table.has(DEFAULT_ID);
        final int id = numbered ? -1 : index(table, idColumn(), "--id-column");
        final DataTable second = phenotypes.orElse(null);
        // each covariate comes from the phenotype table if that has it, else from the table of the sequences
        final List<String> joined = withGroups(m_input.covariateColumns()).stream().filter(c -> second != null && second.has(c)).toList();
        final PhenotypeJoin join =
            second == null ? null : new PhenotypeJoin(second, idColumn(), m_input.phenotypeColumn(), joined);
        final int phenotype = join == null ? index(table, m_input.phenotypeColumn(), "--phenotype-column") : -1;
        final int[] own = m_input.covariateColumns().stream().mapToInt(c -> joined.contains(c) ? -1 : table.indexOf(c)).toArray();
        final String group = m_input.related().groupColumn();
        final int ownGroup = group.isEmpty() || joined.contains(group) ? -1 : table.indexOf(group);
        for (int r = 0; r < table.size(); r++) {
            m_progress.checkCancelled();
            final String key = numbered ? Integer.toString(r + 1) : table.text(r, id).strip();
            final PhenotypeJoin.Entry entry = join == null ? null : join.find(key);
            final List<CellValue> covariates = new ArrayList<>(own.length);
            for (int c = 0; c < own.length; c++) {
                covariates.add(own[c] >= 0 ? table.value(r, own[c])
                    : entry.covariates().get(joined.indexOf(m_input.covariateColumns().get(c))));
            }
            if (!group.isEmpty()) {
                m_groups.add(ownGroup >= 0 ? table.text(r, ownGroup) : entry.covariates().get(joined.indexOf(group)).text());
            }
            m_builder.add(new StudyRow(r + 1L, table.line(r), key, table.text(r, sequence),
                entry == null ? table.value(r, phenotype) : entry.phenotype(), covariates));
        }
        if (numbered) {
            m_notes.add(table.name() + " has no column '" + DEFAULT_ID + "': row numbers serve as identifiers.");
        }
        if (table.size() > 0) {
            remarkOn(join, numbered ? "1" : table.text(0, id));
        }
    }

    /** The index of a column, with a note where its name is written in another case. */
    private int index(final DataTable table, final String column, final String option) {
        final int index = table.indexOf(column);
        final String name = table.columns().get(index);
        if (!name.equals(column)) {
            m_notes.add(table.name() + " has no column '" + column + "': '" + name + "' is read (" + option + ").");
        }
        return index;
    }

    /** Any text can be read as a table of one column. */
    static void refuseOtherText(final DataTable table, final String sequenceColumn) {
        if (!table.has(sequenceColumn) && table.columns().size() == 1) {
            throw new InputException(
                table.name() + ", line 1: neither a FASTA file, which begins with '>', nor a table with a column '"
                    + sequenceColumn + "'; it begins with " + TextInput.quoted(table.columns().get(0)) + ".",
                "Choose a FASTA file, or a table with a header row.");
        }
    }

    private PhenotypeJoin join(final DataTable table, final boolean covariatesOnly) {
        return new PhenotypeJoin(table, idColumn(), covariatesOnly ? "" : m_input.phenotypeColumn(), withGroups(m_input.covariateColumns()));
    }

    /** Groups are looked up as the covariates are, and come after them. */
    private List<String> withGroups(final List<String> columns) {
        final List<String> all = new ArrayList<>(columns);
        if (!m_input.related().groupColumn().isEmpty()) {
            all.add(m_input.related().groupColumn());
        }
        return all;
    }

    private String idColumn() {
        return m_input.idColumn().isEmpty() ? DEFAULT_ID : m_input.idColumn();
    }

    private void remarkOn(final PhenotypeJoin join, final String exampleId) {
        final String remark = join == null ? "" : join.remark(m_input.sequences().name(), exampleId);
        if (!remark.isEmpty()) {
            m_notes.add(remark);
        }
    }
}
