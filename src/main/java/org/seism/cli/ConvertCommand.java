package org.seism.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import org.seism.motif.FrequencyMatrix;
import org.seism.motif.format.MotifFile;
import org.seism.motif.format.MotifFormat;
import org.seism.motif.format.MotifLayout;
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
    @Option(names = {"-i", "--input"}, paramLabel = "FILE", required = true, description = "Motif file, plain or gzip; - for standard input.")
    private Path m_input;

    @Option(names = "--from", paramLabel = "FORMAT",
        description = "meme, jaspar, jaspar-pfm, transfac, homer, pcm (a row of four numbers per position: HOCOMOCO, gimme, "
            + "Cluster-Buster), encode, cisbp or uniprobe. Default: told from the content.")
    private String m_from;

    @Option(names = "--strict", description = "Refuse a file in which a motif can't be read, instead of skipping it with a warning.")
    private boolean m_strict;

    @Option(names = "--to", paramLabel = "FORMAT",
        description = "meme, jaspar, jaspar-pfm, transfac or homer. Default: told from the name of the output file.")
    private String m_to;

    @Option(names = "--alphabet", paramLabel = "ALPHABET",
        description = "dna, rna or protein. Default: the file's own, DNA where it doesn't say.")
    private Alphabet m_alphabet;

    @Option(names = "--strands", paramLabel = "STRANDS", defaultValue = "both",
        description = "What a MEME file says about the strands: single or both. Default: both.")
    private Strands m_strands;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "File to write. Default, or -: standard output.")
    private Path m_out;

    @Override
    protected void execute(final TerminalProgress progress) {
        final MotifFormat to = usage(this::target);
        final MotifLayout from = m_from == null ? null : usage(() -> MotifLayout.of(m_from));
        requireOutput(m_out, List.of(m_input));
        final MotifFile file = MotifFile.read(NamedInput.of(m_input), from, m_alphabet);
        if (m_strict) {
            file.strict();
        }
        final List<FrequencyMatrix> motifs = file.motifs();
        final String written = to.write(motifs, file.families(), m_strands);
        write(m_out, out -> {
            try {
                out.append(written);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        warn(file.skipped().isEmpty() ? List.of() : List.of(file.warning()));
        if (isFile(m_out)) {
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
}
