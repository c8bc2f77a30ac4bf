package org.seism.knime.node.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.knime.node.encoder.SequenceEncoderNodeParameters.Ambiguity;
import org.seism.knime.node.encoder.SequenceEncoderNodeParameters.Identifier;
import org.seism.sequence.Alphabet;
import org.seism.sequence.AlphabetChoice;
import org.seism.study.Kinship;
import org.seism.study.PreparedStudy;
import org.seism.study.QualityReport;
import org.seism.study.StudyBuilder;
import org.seism.study.StudyRow;
import org.seism.study.StudySettings;
import org.seism.table.CellValue;

/** The rows of a table as the engine's quality control takes them. */
final class StudyTable {
    /** How messages call the input. */
    private static final String SOURCE = "the input table";

    private final SequenceEncoderNodeParameters m_parameters;
    private final String[] m_covariates;
    private final List<RowKey> m_keys = new ArrayList<>();
    private final List<StudyRow> m_rows = new ArrayList<>();
    /** Family of each row, where they come in families. */
    private final List<String> m_families = new ArrayList<>();

    /**
     * @param parameters the node's
     * @param covariates names of the covariate columns
     */
    StudyTable(final SequenceEncoderNodeParameters parameters, final String[] covariates) {
        m_parameters = parameters;
        m_covariates = covariates;
    }

    /** An encoded study with the verdict on every row of the table, in its order. */
    record Encoded(PreparedStudy prepared, List<QualityReport.Row> quality, List<RowKey> keys) {
    }

    void read(final BufferedDataTable table, final Progress progress) {
        final DataTableSpec spec = table.getDataTableSpec();
        final int sequence = spec.findColumnIndex(m_parameters.m_sequenceColumn);
        final int phenotype = spec.findColumnIndex(m_parameters.m_phenotypeColumn);
        final int id = m_parameters.m_identifier == Identifier.COLUMN ? spec.findColumnIndex(m_parameters.m_idColumn) : -1;
        final int[] covariates = spec.columnsToIndices(m_covariates);
        final int family = m_parameters.m_related.m_families == RelationParameters.Families.COLUMN
            ? spec.findColumnIndex(m_parameters.m_related.m_familyColumn) : -1;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCancelled();
                final DataRow row = rows.next();
                final long number = m_rows.size() + 1L;
                progress.report((double)m_rows.size() / table.size(), () -> "Row " + number + " of " + table.size());
                final List<CellValue> values = new ArrayList<>(covariates.length);
                for (final int c : covariates) {
                    values.add(value(row.getCell(c)));
                }
                if (family >= 0) {
                    m_families.add(text(row.getCell(family)));
                }
                m_keys.add(row.getKey());
                m_rows.add(new StudyRow(number, 0, id < 0 ? row.getKey().getString() : text(row.getCell(id)),
                    text(row.getCell(sequence)), value(row.getCell(phenotype)), values));
            }
        }
    }

    /** Judges all rows, and relates those that are kept by families or by the matrix, null where there is none. */
    Encoded encode(final BufferedDataTable matrix, final Progress progress) {
        final Encoded encoded = encode(progress);
        final List<String> families = IntStream.range(0, m_families.size()).filter(i -> encoded.quality().get(i).kept())
            .mapToObj(m_families::get).toList();
        final PreparedStudy prepared = encoded.prepared();
        final Optional<Kinship> related =
            matrix == null ? Optional.empty() : Optional.of(RelationTable.read(matrix, prepared.study().sequences().ids(), progress));
        return m_parameters.m_related.kinship(families, related).map(k -> new Encoded(
            new PreparedStudy(prepared.study().withKinship(k), prepared.quality(), prepared.notes(), prepared.checks()), encoded.quality(),
            encoded.keys())).orElse(encoded);
    }

    /** Judges all rows. Rows that the ambiguity rule leaves out never get to the engine, which has no such rule. */
    private Encoded encode(final Progress progress) {
        StudySettings settings = m_parameters.settings();
        final String[] verdicts = new String[m_rows.size()];
        if (m_parameters.m_ambiguity != Ambiguity.SKIP_WINDOWS) {
            final Alphabet alphabet = settings.alphabet().resolve(m_rows.stream().map(StudyRow::sequence).toList());
            // all rows decide on the alphabet, not only those that are left
            settings = settings.withAlphabet(AlphabetChoice.valueOf(alphabet.name()));
            for (int i = 0; i < verdicts.length; i++) {
                progress.checkCancelled();
                verdicts[i] = outside(m_rows.get(i), alphabet);
            }
        }
        if (verdicts.length > 0 && Arrays.stream(verdicts).allMatch(Objects::nonNull)) {
            throw new InputException("All " + verdicts.length + " sequences hold letters outside the alphabet; the first: " + verdicts[0]
                + ".", "Set 'Other letters' to skip windows, or choose another alphabet.");
        }
        final StudyBuilder builder = new StudyBuilder(SOURCE, m_parameters.m_phenotypeColumn, List.of(m_covariates), settings);
        for (int i = 0; i < verdicts.length; i++) {
            if (verdicts[i] == null) {
                builder.add(m_rows.get(i));
            }
        }
        final PreparedStudy prepared = builder.build(progress);
        final List<QualityReport.Row> quality = new ArrayList<>();
        int judged = 0;
        for (int i = 0; i < verdicts.length; i++) {
            quality.add(verdicts[i] == null ? prepared.quality().rows().get(judged++)
                : new QualityReport.Row(i + 1L, m_rows.get(i).id(), false, verdicts[i]));
        }
        return new Encoded(prepared, quality, m_keys);
    }

    private String outside(final StudyRow row, final Alphabet alphabet) {
        final String letters = row.sequence();
        int end = letters.length();
        while (alphabet == Alphabet.PROTEIN && end > 0 && letters.charAt(end - 1) == '*') {
            end--; // the stop symbol at the end of a protein is no letter
        }
        for (int k = 0; k < end; k++) {
            final char letter = letters.charAt(k);
            if (alphabet.code(letter) < 0 && !Character.isWhitespace(letter)) {
                final String what = "letter '" + letter + "' at position " + (k + 1) + " is outside the " + alphabet.label() + " alphabet";
                if (m_parameters.m_ambiguity == Ambiguity.FAIL) {
                    throw new InputException(SOURCE + ", row " + row.number() + " ('" + row.id() + "'): " + what + ".",
                        "Correct the sequence, or set 'Other letters' to skip or leave out.");
                }
                return what + " (rule: leave out)";
            }
        }
        return null;
    }

    private static String text(final DataCell cell) {
        return cell.isMissing() ? "" : ((StringValue)cell).getStringValue();
    }

    /** Truth values are classes; numbers before texts, since some cells are both. */
    private static CellValue value(final DataCell cell) {
        if (cell.isMissing()) {
            final String reason = cell instanceof MissingValue m ? m.getError() : null;
            return CellValue.missing(reason == null || reason.isBlank() ? "missing value" : reason);
        }
        if (cell instanceof BooleanValue b) {
            return CellValue.ofText(Boolean.toString(b.getBooleanValue()));
        }
        if (cell instanceof DoubleValue d) {
            return CellValue.of(d.getDoubleValue());
        }
        return CellValue.parse(((StringValue)cell).getStringValue());
    }
}
