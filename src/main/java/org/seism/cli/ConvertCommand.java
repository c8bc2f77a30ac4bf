package org.seism.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.seism.InputException;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.format.MotifFormat;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;
import org.seism.table.NamedInput;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Motif files from one format to another. */
@Command(name = "convert", mixinStandardHelpOptions = true, versionProvider = Main.VersionText.class, sortOptions = false,
    abbreviateSynopsis = true, optionListHeading = "%n",
    description = {"Convert a motif file: MEME, JASPAR, JASPAR raw PFM, TRANSFAC, HOMER."},
    footer = {"", "Example:", "  ./seism convert --input examples/sigma70.meme --to jaspar"})
final class ConvertCommand extends SeismCommand {
    @Option(names = "--input", paramLabel = "FILE", required = true, description = "Motif file.")
    private Path m_input;

    @Option(names = "--from", paramLabel = "FORMAT",
        description = "meme, jaspar, jaspar-pfm, transfac or homer. Default: told from the content.")
    private String m_from;

    @Option(names = "--to", paramLabel = "FORMAT",
        description = "meme, jaspar, jaspar-pfm, transfac or homer. Default: told from the name of the output file.")
    private String m_to;

    @Option(names = "--alphabet", paramLabel = "ALPHABET",
        description = "dna, rna or protein. Default: the file's own, DNA where it doesn't say.")
    private Alphabet m_alphabet;

    @Option(names = "--strands", paramLabel = "STRANDS", defaultValue = "both",
        description = "What a MEME file says about the strands: single or both. Default: both.")
    private Strands m_strands;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write. Default: standard output.")
    private Path m_out;

    @Override
    protected void execute(final TerminalProgress progress) {
        final MotifFormat to = usage(this::target);
        final MotifFormat from = m_from == null ? null : usage(() -> MotifFormat.of(m_from));
        final String text = read();
        final String name = m_input.toString();
        final List<FrequencyMatrix> motifs =
            from == null ? MotifFormat.readAny(text, name, m_alphabet) : from.read(text, name, m_alphabet);
        final String written = to.write(motifs, m_strands);
        write(m_out, out -> {
            try {
                out.append(written);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (m_out != null) {
            err().println(motifs.size() + (motifs.size() == 1 ? " motif is in " : " motifs are in ") + m_out + ".");
        }
    }

    private MotifFormat target() {
        if (m_to != null) {
            return MotifFormat.of(m_to);
        }
        final String file = m_out == null ? "" : m_out.getFileName().toString();
        if (file.indexOf('.') < 0) {
            throw usageError("Name the format with --to: meme, jaspar, jaspar-pfm, transfac or homer.");
        }
        return MotifFormat.of(file.substring(file.lastIndexOf('.') + 1));
    }

    private String read() {
        try (var in = NamedInput.of(m_input).open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException(m_input + " can't be read (" + e.getMessage() + ").",
                "Check that it is a file and that you may read it.", e);
        }
    }
}
