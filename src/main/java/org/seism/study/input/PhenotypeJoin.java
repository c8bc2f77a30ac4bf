package org.seism.study.input;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.seism.InputException;
import org.seism.table.CellValue;
import org.seism.table.DataTable;
import org.seism.table.TextInput;

/**
 * Looks up phenotype and covariates of a sequence by its identifier in a second table, and remembers which rows were
 * used. Not safe for use by several threads.
 */
final class PhenotypeJoin {
    /** What a row of the table says. */
    record Entry(CellValue phenotype, List<CellValue> covariates) {
    }

    private final DataTable m_table;
    private final Map<String, Entry> m_entries = new HashMap<>();
    private final Set<String> m_used = new HashSet<>();
    private final Entry m_absent;
    private String m_firstId = "";

    /**
     * @param table with an identifier column
     * @param idColumn its name
     * @param phenotypeColumn name of the phenotype column, or empty if the phenotype comes from elsewhere
     * @param covariateColumns names of the covariates
     * @throws InputException if a column is unknown, or an identifier has two rows
     */
    PhenotypeJoin(final DataTable table, final String idColumn, final String phenotypeColumn, final List<String> covariateColumns) {
        m_table = table;
        final int id = table.indexOf(idColumn);
        final int phenotype = phenotypeColumn.isEmpty() ? -1 : table.indexOf(phenotypeColumn);
        final int[] covariates = covariateColumns.stream().mapToInt(table::indexOf).toArray();
        final CellValue nothing = CellValue.missing("no row for this identifier in " + table.name());
        m_absent = new Entry(nothing, Collections.nCopies(covariates.length, nothing));
        final Map<String, Long> lines = new HashMap<>();
        for (int r = 0; r < table.size(); r++) {
            final int row = r;
            final String key = table.text(r, id).strip();
            final CellValue value = phenotype < 0 ? CellValue.missing("") : table.value(r, phenotype);
            final Entry entry =
                new Entry(value, Arrays.stream(covariates).mapToObj(c -> table.value(row, c)).toList());
            final Entry earlier = m_entries.putIfAbsent(key, entry);
            if (earlier != null) {
                throw new InputException(table.name() + ", line " + table.line(r) + ": identifier " + TextInput.quoted(key)
                    + " has " + (earlier.equals(entry) ? "a row already, line " : "other values than on line ") + lines.get(key) + ".",
                    "Keep one row per identifier.");
            }
            lines.putIfAbsent(key, table.line(r));
            m_firstId = r == 0 ? key : m_firstId;
        }
    }

    /**
     * @param id identifier of a sequence
     * @return what the table says about it; missing values with the reason if it has no such row
     */
    Entry find(final String id) {
        final Entry entry = m_entries.get(id.strip());
        if (entry == null) {
            return m_absent;
        }
        m_used.add(id.strip());
        return entry;
    }

    /**
     * To be asked when all sequences have been looked up.
     *
     * @param source name of the sequences' file
     * @param exampleId an identifier of the sequences
     * @return a sentence about identifiers without a sequence, or empty
     * @throws InputException if no identifier was found
     */
    String remark(final String source, final String exampleId) {
        if (m_used.isEmpty()) {
            throw new InputException(
                "No identifier of " + source + " is in " + m_table.name() + ": the sequences have for instance " + TextInput.quoted(exampleId) + ", the table "
                    + (m_table.size() == 0 ? "has no rows" : TextInput.quoted(m_firstId)) + ".",
                "Choose the identifier column that holds the first word of the FASTA headers.");
        }
        final int unused = m_entries.size() - m_used.size();
        return unused == 0 ? "" : unused + (unused == 1 ? " identifier of " : " identifiers of ") + m_table.name() + " without a sequence.";
    }
}
