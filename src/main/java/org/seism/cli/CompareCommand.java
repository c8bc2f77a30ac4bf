package org.seism.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.cli.options.LibraryOption;
import org.seism.cli.options.ThreadOption;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.compare.LibraryMatch;
import org.seism.motif.compare.MotifComparison;
import org.seism.motif.compare.MotifLibrary;
import org.seism.motif.format.MotifFile;
import org.seism.motif.format.MotifLayout;
import org.seism.output.ComparisonFile;
import org.seism.output.ResultFiles;
import org.seism.sequence.Alphabet;
import org.seism.table.NamedInput;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What motifs resemble in a library of known ones. */
@Command(name = "compare", mixinStandardHelpOptions = true, versionProvider = Main.VersionText.class, sortOptions = false,
    abbreviateSynopsis = true, optionListHeading = "%n",
    description = {"Compare motifs with a library of known ones: which family does each resemble?",
        "One row per motif and match, best first, with p-value and q-value (over the library). A name says what a motif is like, not "
            + "what it is: relatives share their motifs, and a factor that the library lacks lends its place to the next best."},
    footer = {"", "Example:", "  ./seism compare --input examples/sigma70.meme --library examples/sigma70.meme"})
final class CompareCommand extends SeismCommand {
    /** How the matches are written. */
    enum Form {
        /** Tab-separated. */
        TSV,
        /** For scripts. */
        JSON
    }

    /** Which strands of a known motif are tried. */
    enum StrandChoice {
        /** Both for DNA, one for RNA and protein. */
        AUTO,
        /** As the library has it. */
        SINGLE,
        /** Both. */
        BOTH
    }

    @Option(names = {"-i", "--input"}, paramLabel = "FILE|DIR", required = true,
        description = "Motif file in any of the formats that convert reads, plain or gzip, - for standard input; or a folder that discover "
            + "wrote.")
    private Path m_input;

    @Mixin
    private LibraryOption m_library;

    @Option(names = "--from", paramLabel = "FORMAT", description = "Format of the motif file, as for convert. Default: told from its content.")
    private String m_from;

    @Option(names = "--alphabet", paramLabel = "ALPHABET",
        description = "dna, rna or protein. Default: the motif file's own, DNA where it doesn't say.")
    private Alphabet m_alphabet;

    @Option(names = "--strict", description = "Refuse a motif file in which a motif can't be read, instead of skipping it with a warning.")
    private boolean m_strict;

    @Option(names = "--strands", paramLabel = "STRANDS", defaultValue = "auto",
        description = "Strands of the known motifs to try: single, both, or auto: both for DNA. Default: auto.")
    private StrandChoice m_strands;

    @Option(names = "--best", paramLabel = "N", defaultValue = "5", description = "Most matches shown for a motif. Default: 5.")
    private int m_best;

    @Option(names = "--max-q", paramLabel = "X", defaultValue = "1", description = "Largest q-value of a match that is shown. Default: 1.")
    private double m_maxQ;

    @Option(names = "--to", paramLabel = "FORM", description = "tsv or json. Default: told from the name of the output file, else tsv.")
    private Form m_form;

    @Mixin
    private ThreadOption m_threads;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "File to write. Default, or -: standard output.")
    private Path m_out;

    @Override
    protected void execute(final TerminalProgress progress) {
        check();
        final MotifLayout layout = m_from == null ? null : usage(() -> MotifLayout.of(m_from));
        final Path input = input();
        requireOutput(m_out, List.of(input, m_library.file().orElseThrow()));
        try (TaskRunner.Pool pool = usage(m_threads::pool)) {
            final MotifLibrary library = m_library.read(this::warn).orElseThrow();
            final MotifFile file = MotifFile.read(NamedInput.of(input), layout, m_alphabet);
            if (m_strict) {
                file.strict();
            }
            final Alphabet alphabet = file.motifs().get(0).alphabet();
            library.require(alphabet);
            final MotifComparison comparison = new MotifComparison(library,
                m_strands == StrandChoice.BOTH || m_strands == StrandChoice.AUTO && alphabet == Alphabet.DNA);
            progress.report(0.1, () -> "Comparing " + file.motifs().size() + " motifs with " + library.motifs().size());
            final List<ComparisonFile.Compared> compared = pool.runAll(file.motifs().stream()
                .<Callable<ComparisonFile.Compared>> map(m -> () -> compare(comparison, m, progress)).toList());
            progress.close();
            write(m_out, out -> {
                if (form() == Form.JSON) {
                    ComparisonFile.writeJson(library, compared, out);
                } else {
                    ComparisonFile.writeTable(compared, out);
                }
            });
            warn(file.skipped().isEmpty() ? List.of() : List.of(file.warning()));
            if (isFile(m_out)) {
                compared.forEach(c -> err().println(oneLine(c.motif().name() + " " + c.motif().consensus() + " " + c.resemblance().text() + ".")));
            }
        }
    }

    private void check() {
        if (m_library.file().isEmpty()) {
            throw usageError("Name the known motifs with --library FILE.");
        }
        if (m_best < 1) {
            throw usageError("--best is " + m_best + ": give at least 1.");
        }
        if (!(m_maxQ >= 0 && m_maxQ <= 1)) {
            throw usageError("--max-q is " + m_maxQ + ": give a number from 0 to 1.");
        }
        m_library.refuseStandardInput(List.of(m_input));
    }

    private ComparisonFile.Compared compare(final MotifComparison comparison, final FrequencyMatrix motif, final Progress progress) {
        final List<LibraryMatch> matches = comparison.match(motif, progress);
        return new ComparisonFile.Compared(motif, matches.stream().limit(m_best).filter(m -> m.q() <= m_maxQ).toList(),
            comparison.resemblance(matches));
    }

    /** The motif file, or that of a folder of results. */
    private Path input() {
        if (!Files.isDirectory(m_input)) {
            return m_input;
        }
        final Path file = m_input.resolve(ResultFiles.MOTIFS);
        if (!Files.isRegularFile(file)) {
            throw new InputException("The folder " + m_input + " holds no " + ResultFiles.MOTIFS + ".",
                "Name a folder that discover wrote, or a motif file.");
        }
        return file;
    }

    private Form form() {
        return m_form != null ? m_form
            : isFile(m_out) && m_out.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? Form.JSON : Form.TSV;
    }
}
