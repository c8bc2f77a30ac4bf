package org.seism.study.input;

import java.util.List;
import java.util.Optional;

import org.seism.InputException;
import org.seism.table.NamedInput;

/**
 * Where sequences, phenotype and covariates are found. The phenotype comes from, in this order: a pattern on the FASTA
 * headers, a second table joined by identifier, or a column of the table that holds the sequences. Immutable; change
 * single settings with the {@code with} methods.
 *
 * @param sequences FASTA or a table with a column of sequences
 * @param format of {@code sequences}
 * @param phenotypeTable a table with an identifier column, the phenotype and the covariates
 * @param idColumn identifier column of both tables; empty means: the column {@code id}, or row numbers where the table
 *            of the sequences has none
 * @param sequenceColumn sequence column, where the sequences are in a table
 * @param phenotypeColumn phenotype column
 * @param covariateColumns numeric columns, each of the phenotype table if that has it, else of the table of
 *            the sequences
 * @param headerPattern regular expression with exactly one group that finds the phenotype in a FASTA header, or empty
 * @param related how sequences are related
 */
public record StudyInput(NamedInput sequences, Format format, Optional<NamedInput> phenotypeTable, String idColumn,
    String sequenceColumn, String phenotypeColumn, List<String> covariateColumns, String headerPattern, Related related) {

    /** What the sequences come in. */
    public enum Format {
        /** FASTA if the text begins with {@code >} or the name ends like a FASTA file's, else a table. */
        AUTO,
        /** FASTA. */
        FASTA,
        /** A table with a header row. */
        TABLE
    }

    /**
     * How sequences are related.
     *
     * @param matrix square matrix with identifiers, if there is one
     * @param groupColumn column of the table of the sequences or of the phenotype table in which related sequences have the same
     *            value; empty for none
     * @param heritability share of the variance that goes with it; not a number where it is to be estimated
     */
    public record Related(Optional<NamedInput> matrix, String groupColumn, double heritability) {
        /** They are not. */
        public static final Related NONE = new Related(Optional.empty(), "", Double.NaN);

        /**
         * Checks that there is one source.
         *
         * @throws InputException if there are two, or a share of nothing
         */
        public Related {
            if (matrix.isPresent() && !groupColumn.isEmpty()) {
                throw new InputException("There are two sources of relationships: " + matrix.get().name() + " and the groups of '"
                    + groupColumn + "'.", "Give one of them.");
            }
            if (matrix.isEmpty() && groupColumn.isEmpty() && !Double.isNaN(heritability)) {
                throw new InputException("There is a heritability, but nothing says how sequences are related.",
                    "Give a relationship matrix or a column of groups as well.");
            }
        }
    }

    /** Copies the list of columns. */
    public StudyInput {
        covariateColumns = List.copyOf(covariateColumns);
    }

    /**
     * @param sequences FASTA or table
     * @return the columns {@code id}, {@code sequence} and {@code y}, no covariates, nothing else
     */
    public static StudyInput of(final NamedInput sequences) {
        return new StudyInput(sequences, Format.AUTO, Optional.empty(), "", "sequence", "y", List.of(), "", Related.NONE);
    }

    /**
     * @param input FASTA or table
     * @return changed input
     */
    public StudyInput withSequences(final NamedInput input) {
        return new StudyInput(input, format, phenotypeTable, idColumn, sequenceColumn, phenotypeColumn, covariateColumns, headerPattern,
            related);
    }

    /**
     * @param wanted format of the sequences
     * @return changed input
     */
    public StudyInput withFormat(final Format wanted) {
        return new StudyInput(sequences, wanted, phenotypeTable, idColumn, sequenceColumn, phenotypeColumn, covariateColumns,
            headerPattern, related);
    }

    /**
     * @param table joined by identifier
     * @return changed input
     */
    public StudyInput withPhenotypeTable(final NamedInput table) {
        return new StudyInput(sequences, format, Optional.of(table), idColumn, sequenceColumn, phenotypeColumn, covariateColumns,
            headerPattern, related);
    }

    /**
     * @param column identifier column, or empty
     * @return changed input
     */
    public StudyInput withIdColumn(final String column) {
        return new StudyInput(sequences, format, phenotypeTable, column, sequenceColumn, phenotypeColumn, covariateColumns,
            headerPattern, related);
    }

    /**
     * @param column sequence column
     * @return changed input
     */
    public StudyInput withSequenceColumn(final String column) {
        return new StudyInput(sequences, format, phenotypeTable, idColumn, column, phenotypeColumn, covariateColumns,
            headerPattern, related);
    }

    /**
     * @param column phenotype column
     * @return changed input
     */
    public StudyInput withPhenotypeColumn(final String column) {
        return new StudyInput(sequences, format, phenotypeTable, idColumn, sequenceColumn, column, covariateColumns,
            headerPattern, related);
    }

    /**
     * @param columns covariate columns
     * @return changed input
     */
    public StudyInput withCovariateColumns(final List<String> columns) {
        return new StudyInput(sequences, format, phenotypeTable, idColumn, sequenceColumn, phenotypeColumn, columns,
            headerPattern, related);
    }

    /**
     * @param pattern regular expression with one group, or empty
     * @return changed input
     */
    public StudyInput withHeaderPattern(final String pattern) {
        return new StudyInput(sequences, format, phenotypeTable, idColumn, sequenceColumn, phenotypeColumn, covariateColumns,
            pattern, related);
    }

    /**
     * @param how sequences are related
     * @return changed input
     */
    public StudyInput withRelated(final Related how) {
        return new StudyInput(sequences, format, phenotypeTable, idColumn, sequenceColumn, phenotypeColumn, covariateColumns,
            headerPattern, how);
    }
}
