package org.seism.cli.options;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.seism.sequence.AlphabetChoice;
import org.seism.sequence.Strands;
import org.seism.study.input.StudyInput;
import org.seism.table.NamedInput;

import picocli.CommandLine.Option;

/** Options that say where sequences are found and how they are read. */
@Heading("Sequences")
public final class SequenceOptions {
    @Option(names = {"-i", "--input"}, paramLabel = "FILE", required = true,
        description = "FASTA, or a table (TSV, CSV) with a header row; plain or gzip; - for standard input.")
    private Path m_input;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "auto",
        description = "auto, fasta or table. Default: auto.")
    private StudyInput.Format m_format;

    @Option(names = "--id-column", paramLabel = "NAME", defaultValue = "",
        description = "Column of the identifiers. Default: id where there is one, else row numbers.")
    private String m_idColumn;

    @Option(names = "--sequence-column", paramLabel = "NAME", defaultValue = "sequence",
        description = "Column of the sequences. Default: sequence.")
    private String m_sequenceColumn;

    @Option(names = "--alphabet", paramLabel = "ALPHABET", defaultValue = "auto",
        description = "auto, dna, rna or protein. Default: auto.")
    private AlphabetChoice m_alphabet;

    @Option(names = "--strands", paramLabel = "STRANDS", defaultValue = "single",
        description = "single or both: whether the reverse complement is scanned as well. Default: single.")
    private Strands m_strands;

    /** @return the file that is read */
    public Path file() {
        return m_input;
    }

    static String name(final Path path) {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }

    public StudyInput input() {
        return StudyInput.of(NamedInput.of(m_input)).withFormat(m_format).withIdColumn(m_idColumn)
            .withSequenceColumn(m_sequenceColumn);
    }

    public AlphabetChoice alphabet() {
        return m_alphabet;
    }

    public Strands strands() {
        return m_strands;
    }

    public Map<String, Object> origin() {
        final Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("input", name(m_input));
        if (!m_idColumn.isEmpty()) {
            origin.put("idColumn", m_idColumn);
        }
        origin.put("sequenceColumn", m_sequenceColumn);
        return origin;
    }
}
