package org.seism.study.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.sequence.AlphabetChoice;
import org.seism.sequence.FastaReader;
import org.seism.sequence.SequenceRecord;
import org.seism.sequence.SequenceSet;
import org.seism.study.SequenceCheck;
import org.seism.table.DataTable;
import org.seism.table.TableReader;
import org.seism.table.TextInput;

/**
 * Reads sequences without a phenotype, for scanning: every record of the input has its place in the result, also those
 * that a study would leave out.
 */
public final class SequenceReader {
    private SequenceReader() {
    }

    /**
     * @param input where sequences and identifiers are found; phenotype and covariates are not looked at
     * @param alphabet the alphabet, or automatic
     * @param progress asked for cancellation at every record
     * @return all records in order, possibly with empty sequences
     * @throws InputException if the file can't be read, a column is unknown, or there is no record
     */
    public static SequenceSet read(final StudyInput input, final AlphabetChoice alphabet, final Progress progress) {
        final List<String> ids = new ArrayList<>();
        final List<String> sequences = new ArrayList<>();
        final String name = input.sequences().name();
        try (BufferedReader text = TextInput.open(input.sequences().open(), name)) {
            if (StudyReader.isFasta(input.format(), text, name)) {
                try (FastaReader records = FastaReader.open(text, name)) {
                    while (records.hasNext()) {
                        progress.checkCancelled();
                        final SequenceRecord record = records.next();
                        SequenceCheck.refuseForeign(record.sequence(), name, "record " + (ids.size() + 1) + " ('" + record.id() + "')");
                        ids.add(record.id());
                        sequences.add(record.sequence());
                    }
                }
            } else {
                readTable(TableReader.read(text, name, progress), input, ids, sequences);
            }
        } catch (IOException e) {
            throw TextInput.unreadable(name, e);
        }
        if (ids.isEmpty()) {
            throw new InputException(name + " holds no sequences.", "Choose a FASTA file or a table with at least one sequence.");
        }
        return SequenceSet.of(alphabet.resolve(sequences), ids, sequences);
    }

    private static void readTable(final DataTable table, final StudyInput input, final List<String> ids,
        final List<String> sequences) {
        StudyReader.refuseOtherText(table, input.sequenceColumn());
        final int sequence = table.indexOf(input.sequenceColumn());
        final String idColumn = input.idColumn().isEmpty() ? StudyReader.DEFAULT_ID : input.idColumn();
        final boolean numbered = input.idColumn().isEmpty() && !table.has(idColumn);
        final int id = numbered ? -1 : table.indexOf(idColumn);
        for (int r = 0; r < table.size(); r++) {
            ids.add(numbered ? Integer.toString(r + 1) : table.text(r, id).strip());
            SequenceCheck.refuseForeign(table.text(r, sequence), table.name(), "line " + table.line(r));
            sequences.add(table.text(r, sequence).replaceAll("\\s+", ""));
        }
    }
}
