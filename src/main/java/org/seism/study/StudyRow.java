package org.seism.study;

import java.util.ArrayList;
import java.util.List;

import org.seism.table.CellValue;
import org.seism.table.TextInput;

/**
 * One row of a study before quality control.
 *
 * @param number 1-based number of the record in its file or table
 * @param line 1-based line of the file where it begins, 0 if it comes from memory
 * @param id identifier, possibly empty or not unique
 * @param sequence letters as read, possibly empty; null counts as empty
 * @param phenotype the value as read
 * @param covariates one value per covariate
 */
public record StudyRow(long number, long line, String id, String sequence, CellValue phenotype, List<CellValue> covariates) {

    /** Copies the covariates. */
    public StudyRow {
        id = id == null ? "" : id;
        sequence = sequence == null ? "" : sequence;
        covariates = List.copyOf(covariates);
    }

    StudyRow withPhenotype(final CellValue value) {
        return new StudyRow(number, line, id, sequence, value, covariates);
    }

    StudyRow withCovariate(final int column, final CellValue value) {
        final List<CellValue> values = new ArrayList<>(covariates);
        values.set(column, value);
        return new StudyRow(number, line, id, sequence, phenotype, values);
    }

    /** @return how messages say where the row is, for instance {@code line 7 ('p3')} */
    String where() {
        return (line > 0 ? "line " + line : "row " + number) + (id.isEmpty() ? "" : " (" + TextInput.quoted(id) + ")");
    }
}
