package org.seism.cli;

import java.nio.file.Path;
import java.util.List;

import org.seism.analysis.GivenMotif;
import org.seism.sequence.Alphabet;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options that name motifs known beforehand: words or a motif file. */
final class MotifOptions {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source m_source;

    @Option(names = "--bandwidth", paramLabel = "X", defaultValue = "1", description = "Bandwidth of the activation. Default: 1.")
    private double m_bandwidth;

    /** One of the two. */
    static final class Source {
        @Option(names = "--words", paramLabel = "WORD", split = ",", splitSynopsisLabel = ",",
            description = "Words over letters and IUPAC codes, separated by commas.")
        private List<String> m_words;

        @Option(names = "--motif-file", paramLabel = "FILE", description = "Motifs in MEME, JASPAR, TRANSFAC or HOMER format.")
        private Path m_file;
    }

    /**
     * @param alphabet of the sequences
     * @return the motifs
     */
    List<GivenMotif> motifs(final Alphabet alphabet) {
        return m_source.m_words != null ? GivenMotif.ofWords(alphabet, m_source.m_words, m_bandwidth)
            : GivenMotif.ofFile(alphabet, m_source.m_file, m_bandwidth);
    }
}
