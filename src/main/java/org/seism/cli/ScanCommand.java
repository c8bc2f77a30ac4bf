package org.seism.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.seism.InputException;
import org.seism.TaskRunner;
import org.seism.analysis.GivenMotif;
import org.seism.cli.options.MotifOptions;
import org.seism.cli.options.SequenceOptions;
import org.seism.cli.options.ThreadOption;
import org.seism.motif.MotifSites;
import org.seism.motif.Site;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.input.SequenceReader;
import org.seism.table.DelimitedWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Activation and best site of motifs in sequences that need no phenotype. */
@Command(name = "scan", mixinStandardHelpOptions = true, versionProvider = Main.VersionText.class, sortOptions = false,
    abbreviateSynopsis = true, optionListHeading = "%n",
    description = {"Find the best site of every motif in every sequence.",
        "One row per sequence and motif: activation (0 to 1), start and end (from 1, both included), strand and word. A sequence "
            + "without a window of letters that wide has empty fields."},
    footer = {"", "Example:", "  ./seism scan --input examples/ecoli_promoters.tsv --words TATAAT,TTGACA --out seism-out-sites.tsv"})
final class ScanCommand extends SeismCommand {
    @Mixin
    private SequenceOptions m_sequences;

    @Mixin
    private MotifOptions m_motifs;

    @Mixin
    private ThreadOption m_threads;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Table to write. Default, or -: standard output.")
    private Path m_out;

    @Override
    protected void execute(final TerminalProgress progress) {
        usage(m_motifs::layout);
        requireOutput(m_out, Stream.concat(Stream.of(m_sequences.file()), m_motifs.file().stream()).toList());
        try (TaskRunner.Pool pool = usage(m_threads::pool)) {
            final SequenceSet set = SequenceReader.read(m_sequences.input(), m_sequences.alphabet(), progress);
            if (m_sequences.strands() == Strands.BOTH && !set.alphabet().hasComplement()) {
                throw new InputException("The sequences are read as protein, which has no second strand.",
                    "Scan a single strand, or choose DNA or RNA as the alphabet.");
            }
            final List<GivenMotif> motifs = m_motifs.motifs(set.alphabet(), this::warn);
            progress.report(0.1, () -> "Scanning " + set.size() + " sequences for " + motifs.size() + " motifs");
            final List<MotifSites> sites = pool.runAll(motifs.stream().<Callable<MotifSites>> map(m -> () -> {
                progress.checkCancelled();
                return m.search().scan(set, m_sequences.strands());
            }).toList());
            progress.close();
            write(m_out, out -> {
                final DelimitedWriter table =
                    new DelimitedWriter(out, List.of("sequence", "motif", "consensus", "activation", "start", "end", "strand", "word"));
                for (int i = 0; i < set.size(); i++) {
                    progress.checkCancelled();
                    for (int j = 0; j < motifs.size(); j++) {
                        row(table, set.id(i), motifs.get(j), sites.get(j).site(i));
                    }
                }
            });
            final long without = IntStream.range(0, set.size())
                .filter(i -> sites.stream().anyMatch(s -> s.site(i).isEmpty())).count();
            if (without > 0) {
                warn(List.of(without + " of " + set.size() + " sequences have no window for at least one motif: their fields are empty."));
            }
        }
    }

    private static void row(final DelimitedWriter table, final String id, final GivenMotif motif, final Optional<Site> found) {
        final List<String> site = found.map(s -> List.of(DelimitedWriter.number(s.activation()), Integer.toString(s.start() + 1),
            Integer.toString(s.end()), String.valueOf(s.strand().symbol()), s.word())).orElse(List.of("", "", "", "", ""));
        table.row(id, motif.name(), motif.consensus(), site.get(0), site.get(1), site.get(2), site.get(3), site.get(4));
    }
}
