package org.seism.cli.options;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.seism.InputException;
import org.seism.study.input.StudyInput;
import org.seism.table.NamedInput;

import picocli.CommandLine.Option;

/** Options that say how sequences are related. */
@Heading("Related sequences")
public final class RelationOptions {
    @Option(names = "--kinship", paramLabel = "FILE",
        description = "Square matrix that says how sequences are related (kinship, shared ancestry), with identifiers as first row and first "
            + "column, parted by tabs, plain or gzip. Noise is then taken to be alike among relatives, with the gaussian null.")
    private Path m_kinship;

    @Option(names = "--groups", paramLabel = "COLUMN", defaultValue = "",
        description = "Instead of a matrix: column in which sequences of one family have the same value; empty for sequences without a family.")
    private String m_groups;

    @Option(names = "--heritability", paramLabel = "H",
        description = "Share of the noise's variance that goes with the relationship, 0 to 0.99, where it is known. Default: estimated by "
            + "restricted maximum likelihood.")
    private Double m_heritability;

    /** @return the matrix, if one is named */
    public Optional<Path> file() {
        return Optional.ofNullable(m_kinship);
    }

    /**
     * @param others files that are read as well
     * @throws InputException if two of them are standard input
     */
    public void refuseStandardInput(final List<Path> others) {
        if (m_kinship != null && m_kinship.toString().equals(NamedInput.STANDARD)
            && others.stream().anyMatch(f -> f.toString().equals(NamedInput.STANDARD))) {
            throw new InputException("The relationship matrix and the input can't both come from standard input.", "Name a file for one of them.");
        }
    }

    /** @return how sequences are related */
    public StudyInput.Related related() {
        return new StudyInput.Related(file().map(NamedInput::of), m_groups.strip(), m_heritability == null ? Double.NaN : m_heritability);
    }

    /** @return where relationships come from, for the results */
    public Map<String, Object> origin() {
        final Map<String, Object> origin = new LinkedHashMap<>();
        file().ifPresent(f -> origin.put("kinshipFile", SequenceOptions.name(f)));
        if (!m_groups.isBlank()) {
            origin.put("groupColumn", m_groups.strip());
        }
        return origin;
    }
}
