package org.seism.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.seism.analysis.given.GivenMotif;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.format.MotifFile;
import org.seism.motif.format.MotifLayout;
import org.seism.output.ResultFiles;
import org.seism.sequence.Alphabet;
import org.seism.table.NamedInput;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options that name motifs known beforehand: words or a motif file. */
@Heading("Motifs")
public final class MotifOptions {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source m_source;

    @Option(names = "--bandwidth", paramLabel = "X", defaultValue = "1", description = "Bandwidth of the activation. Default: 1.")
    private double m_bandwidth;

    /** One of the two. */
    @Heading("Motifs")
    static final class Source {
        @Option(names = "--words", paramLabel = "WORD", split = ",", splitSynopsisLabel = ",",
            description = "Words over letters and IUPAC codes, separated by commas; with a gap: TTGACA-N17-TATAAT; for test in a place: "
                + "GT@31, GT@26-30.")
        private List<String> m_words;

        @Option(names = "--motif-file", paramLabel = "FILE",
            description = "Motifs in any of the formats that convert reads; plain or gzip. Or a folder that discover wrote.")
        private Path m_file;
    }

    @Option(names = "--from", paramLabel = "FORMAT",
        description = "Format of the motif file, as for convert. Default: told from its content.")
    private String m_from;

    @Option(names = "--strict", description = "Refuse a motif file in which a motif can't be read, instead of skipping it with a warning.")
    private boolean m_strict;

    /** @return the motif file, if there is one */
    public Optional<Path> file() {
        return folder().map(f -> f.resolve(ResultFiles.MOTIFS)).or(() -> Optional.ofNullable(m_source.m_file));
    }

    /** @return the folder of results that the motifs are in, if there is one */
    public Optional<Path> folder() {
        return Optional.ofNullable(m_source.m_file).filter(Files::isDirectory);
    }

    /** @return the layout that the user names, null where it is told from the content */
    public MotifLayout layout() {
        return m_from == null ? null : MotifLayout.of(m_from);
    }

    /**
     * @param alphabet of the sequences
     * @param warnings told of motifs that are skipped
     * @return the motifs
     */
    public List<GivenMotif> motifs(final Alphabet alphabet, final Consumer<List<String>> warnings) {
        if (m_source.m_words != null) {
            return GivenMotif.ofWords(alphabet, m_source.m_words, m_bandwidth);
        }
        return GivenMotif.ofMatrices(read(alphabet, warnings), m_bandwidth);
    }

    /**
     * @param alphabet of the sequences
     * @param warnings told of motifs that are skipped
     * @return the motifs as matrices, words with their letters alone
     */
    public List<FrequencyMatrix> matrices(final Alphabet alphabet, final Consumer<List<String>> warnings) {
        return m_source.m_words == null ? read(alphabet, warnings) : GivenMotif.wordMatrices(alphabet, m_source.m_words);
    }

    private List<FrequencyMatrix> read(final Alphabet alphabet, final Consumer<List<String>> warnings) {
        final MotifFile file = MotifFile.read(NamedInput.of(file().orElseThrow()), layout(), alphabet);
        if (m_strict) {
            file.strict();
        }
        if (!file.skipped().isEmpty()) {
            warnings.accept(List.of(file.warning()));
        }
        return file.motifs();
    }
}
