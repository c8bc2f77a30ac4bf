package org.seism.cli;

import java.nio.file.Path;
import java.util.List;

import org.seism.TaskRunner;
import org.seism.analysis.NullChoice;
import org.seism.analysis.given.GivenMotif;
import org.seism.analysis.given.PlainTest;
import org.seism.cli.options.MotifOptions;
import org.seism.cli.options.StudyOptions;
import org.seism.cli.options.ThreadOption;
import org.seism.output.OutputDirectory;
import org.seism.output.ResultFiles;
import org.seism.study.PreparedStudy;
import org.seism.study.check.StudyCheck;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The plain test of motifs that were known beforehand. */
@Command(name = "test", mixinStandardHelpOptions = true, versionProvider = Main.VersionText.class, sortOptions = false,
    abbreviateSynopsis = true, optionListHeading = "%n",
    description = {"Test motifs that you knew beforehand, by the partial correlation with the phenotype.",
        "The p-values are valid ONLY if the motifs did not come from these data. For motifs found in them use discover."},
    footer = {"", "Example:", "  ./seism test --input examples/ecoli_promoters.tsv --words TATAAT,TTGACA"})
final class TestCommand extends SeismCommand {
    private static final String CAUTION =
        "These p-values are valid ONLY if the motifs did not come from these data; for motifs found in them use discover.";

    @Mixin
    private StudyOptions.OfOne m_study;

    @Mixin
    private MotifOptions m_motifs;

    @Option(names = "--given", paramLabel = "WHAT", defaultValue = "covariates",
        description = "What a motif must add to: covariates (each by itself), sequential (also those before it) or partial (also all "
            + "others). Default: covariates.")
    private PlainTest.Given m_given;

    @Option(names = "--null", paramLabel = "MODEL", defaultValue = "auto",
        description = "Which p-value is adjusted: gaussian (Student's t), permutation, or auto. Default: auto, which is permutation "
            + "where the phenotype has two values.")
    private NullChoice m_null;

    @Option(names = "--permutations", paramLabel = "N", defaultValue = "9999", description = "Random permutations. Default: 9999.")
    private int m_permutations;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the permutations. Default: 1.")
    private long m_seed;

    @Mixin
    private ThreadOption m_threads;

    @Option(names = {"-o", "--out"}, paramLabel = "DIR", description = "Folder for results.tsv, sites.tsv and quality.tsv. Default: print only.")
    private Path m_out;

    @Override
    protected void execute(final TerminalProgress progress) {
        final PlainTest.Settings settings = usage(() -> new PlainTest.Settings(m_given, m_null, m_permutations, m_seed));
        usage(m_motifs::layout);
        try (TaskRunner.Pool pool = usage(m_threads::pool);
            OutputDirectory folder = m_out == null ? null : OutputDirectory.open(m_out)) {
            if (folder != null) {
                interruption().onKill(folder::close);
                m_study.files().forEach(folder::refuseInput);
                m_motifs.file().ifPresent(folder::refuseInput);
            }
            // a sequence shorter than a motif has no site of it, that is activation 0, and stays
            final PreparedStudy prepared = m_study.read(1, progress.part(0, 0.1));
            final List<GivenMotif> motifs = m_motifs.motifs(prepared.study().sequences().alphabet(), this::warn);
            final List<PlainTest.Result> results =
                PlainTest.run(prepared.study(), motifs, settings, pool, progress.part(0.1, 1));
            if (folder != null) {
                ResultFiles.writePlain(folder, prepared, results);
                folder.commit();
            }
            progress.close();
            print(prepared, results);
        }
    }

    private void print(final PreparedStudy prepared, final List<PlainTest.Result> results) {
        note(prepared.notes());
        warn(prepared.checks().stream().map(StudyCheck::text).toList());
        warn(prepared.quality(), m_out == null ? "Use --out to see all." : "All are named in " + m_out.resolve(ResultFiles.QUALITY) + ".");
        warn(List.of(CAUTION));
        results.stream().filter(r -> !r.problem().isEmpty())
            .forEach(r -> warn(List.of(r.motif().name() + " can't be tested: " + r.problem())));
        final TextTable table =
            new TextTable("motif", "consensus", ">r", ">effect", ">p (t test)", ">p (permutation)", ">Holm", ">q (BH)");
        for (final PlainTest.Result r : results) {
            final boolean tested = r.problem().isEmpty();
            table.row(r.motif().name(), r.motif().consensus(), TextTable.number(r.statistic()), TextTable.number(r.effect()),
                tested ? TextTable.probability(r.student()) : "", tested ? TextTable.number(r.permutation()) : "",
                TextTable.number(r.holm()), TextTable.number(r.bh()));
        }
        table.print(out());
    }
}
