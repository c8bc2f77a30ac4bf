package org.seism.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.seism.InputException;
import org.seism.TaskRunner;
import org.seism.analysis.given.GivenMotif;
import org.seism.cli.options.MotifOptions;
import org.seism.cli.options.SequenceOptions;
import org.seism.cli.options.SiteOptions;
import org.seism.cli.options.SpooledInput;
import org.seism.cli.options.ThreadOption;
import org.seism.motif.MotifSites;
import org.seism.motif.Site;
import org.seism.motif.scan.MatrixScanner;
import org.seism.motif.scan.SiteScan;
import org.seism.output.GrownMatrices;
import org.seism.output.SiteWriter;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.input.SequenceReader;
import org.seism.study.input.SequenceStream;
import org.seism.study.input.SequenceSurvey;
import org.seism.study.input.StudyInput;
import org.seism.table.DelimitedWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sites of motifs in sequences that need no phenotype. */
@Command(name = "scan", mixinStandardHelpOptions = true, versionProvider = Main.VersionText.class, sortOptions = false,
    abbreviateSynopsis = true, optionListHeading = "%n",
    description = {"Find the sites of motifs in sequences: the best of every motif in every sequence, or all.",
        "One row per sequence and motif: activation (0 to 1), start and end (from 1, both included), strand and word. A sequence "
            + "without a window of letters that wide has empty fields.",
        "With --sites all: every site whose log-odds score is rare enough by chance, as a table, BED or GFF3; sequences of any length, "
            + "whole chromosomes included, in little memory."},
    footer = {"", "Example:", "  ./seism scan --input examples/ecoli_promoters.tsv --words TATAAT,TTGACA --out seism-out-sites.tsv",
        "  ./seism scan --input genome.fa.gz --motif-file seism-out --sites all --cut --strands both --out sites.bed"})
final class ScanCommand extends SeismCommand {
    @Mixin
    private SequenceOptions m_sequences;

    @Mixin
    private MotifOptions m_motifs;

    @Mixin
    private SiteOptions m_sites;

    @Mixin
    private ThreadOption m_threads;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Table to write. Default, or -: standard output.")
    private Path m_out;

    @Override
    protected void execute(final TerminalProgress progress) {
        usage(m_motifs::layout);
        final SiteOptions sites = usage(() -> m_sites.checked(m_motifs.folder().isPresent()));
        requireOutput(m_out, Stream.concat(Stream.of(m_sequences.file()), m_motifs.file().stream()).toList());
        if (sites.sites() == SiteOptions.Sites.ACTIVATION) {
            activations(progress);
        } else {
            scored(progress);
        }
    }

    /** Sites with log-odds scores, written while the sequences are read. */
    private void scored(final TerminalProgress progress) {
        try (TaskRunner.Pool pool = usage(m_threads::pool); SpooledInput spooled = SpooledInput.of(m_sequences.file())) {
            interruption().onKill(spooled::close);
            final StudyInput input = m_sequences.input().withSequences(spooled.input());
            final boolean both = m_sequences.strands() == Strands.BOTH;
            final SequenceSurvey survey = SequenceSurvey.of(input, m_sequences.alphabet(), progress);
            refuseSecondStrand(survey.alphabet());
            final double[] background = usage(() -> m_sites.background(survey.alphabet(), survey.counts(), both));
            final List<SiteScan.ScannedMatrix> matrices = matrices(survey.alphabet(), background, both);
            final boolean bestOnly = m_sites.sites() == SiteOptions.Sites.BEST;
            final long[] count = new long[1];
            write(m_out, out -> {
                final SiteWriter writer = new SiteWriter(m_sites.form(m_out), matrices, survey.lengths(), bestOnly,
                    survey.alphabet() == Alphabet.PROTEIN, out);
                SequenceStream.read(input, new SiteScan(survey.alphabet(), matrices, bestOnly, survey.total(), pool, progress, writer), progress);
                count[0] = writer.count();
            });
            progress.close();
            final List<String> silent = matrices.stream().filter(m -> !bestOnly && !m.scanner().canHit()).map(SiteScan.ScannedMatrix::name).toList();
            if (!silent.isEmpty()) {
                warn(List.of(silent.size() + " of " + matrices.size() + " motifs can't reach the threshold with any window, the first: " + silent.get(0)
                    + ". They are short or say little; a larger --p-value finds them."));
            }
            if (isFile(m_out)) {
                err().println(String.format(Locale.ROOT, "%,d sites of %,d motifs in %,d sequences (%,d letters) are in %s.", count[0], matrices.size(),
                    survey.lengths().size(), survey.total(), m_out));
            }
        }
    }

    private List<SiteScan.ScannedMatrix> matrices(final Alphabet alphabet, final double[] background, final boolean both) {
        if (m_sites.cut()) {
            return GrownMatrices.read(m_motifs.folder().orElseThrow(), alphabet.size()).stream().map(m -> new SiteScan.ScannedMatrix(m.name(),
                m.consensus(), MatrixScanner.ofCut(alphabet, m.bits(), m.cut(), background, both))).toList();
        }
        return m_motifs.matrices(alphabet, this::warn).stream().map(m -> new SiteScan.ScannedMatrix(m.name(), m.consensus(),
            new MatrixScanner(m, background, both, m_sites.p()))).toList();
    }

    private void refuseSecondStrand(final Alphabet alphabet) {
        if (m_sequences.strands() == Strands.BOTH && !alphabet.hasComplement()) {
            throw new InputException("The sequences are read as protein, which has no second strand.",
                "Scan a single strand, or choose DNA or RNA as the alphabet.");
        }
    }

    private void activations(final TerminalProgress progress) {
        try (TaskRunner.Pool pool = usage(m_threads::pool)) {
            final SequenceSet set = SequenceReader.read(m_sequences.input(), m_sequences.alphabet(), progress);
            refuseSecondStrand(set.alphabet());
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
