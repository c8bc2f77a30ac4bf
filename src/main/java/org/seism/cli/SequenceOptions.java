package org.seism.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.seism.sequence.AlphabetChoice;
import org.seism.sequence.Strands;
import org.seism.study.StudyInput;
import org.seism.table.NamedInput;

import picocli.CommandLine.Option;

/** Options that say where sequences are found and how they are read. */
final class SequenceOptions {
    @Option(names = "--input", paramLabel = "FILE", required = true,
        description = "FASTA, or a table (TSV, CSV) with a header row; plain or gzip.")
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

    StudyInput input() {
        return StudyInput.of(NamedInput.of(m_input)).withFormat(m_format).withIdColumn(m_idColumn)
            .withSequenceColumn(m_sequenceColumn);
    }

    AlphabetChoice alphabet() {
        return m_alphabet;
    }

    Strands strands() {
        return m_strands;
    }

    Map<String, Object> origin() {
        final Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("input", m_input.getFileName() == null ? m_input.toString() : m_input.getFileName().toString());
        if (!m_idColumn.isEmpty()) {
            origin.put("idColumn", m_idColumn);
        }
        origin.put("sequenceColumn", m_sequenceColumn);
        return origin;
    }
}
