package org.seism.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.seism.InputException;
import org.seism.Version;
import org.seism.analysis.panel.MotifGroups;
import org.seism.analysis.panel.PanelFindings;
import org.seism.analysis.panel.PhenotypeResult;
import org.seism.cli.options.ThreadOption;
import org.seism.cli.run.ClusterPanel;
import org.seism.cli.run.LocalPanel;
import org.seism.cli.run.PanelJob;
import org.seism.cli.run.PanelOptions;
import org.seism.cli.run.PanelParcel;
import org.seism.output.AtomicFiles;
import org.seism.output.PanelFiles;
import org.seism.output.PanelJournal;
import org.seism.report.ReportWriter;
import org.seism.report.panel.PanelPage;
import org.seism.sequence.Strands;
import org.seism.table.NamedInput;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Many phenotypes of the same sequences. */
@Command(name = "panel", mixinStandardHelpOptions = true, versionProvider = Main.VersionText.class, sortOptions = false,
    abbreviateSynopsis = true, optionListHeading = "%n",
    description = {"Find motifs in many phenotypes of the same sequences, and judge them over all phenotypes."},
    footer = {"", "Writes panel.tsv (a row per phenotype), motifs.tsv, groups.tsv (motif by phenotype), groups.meme and",
        "panel.html, one page to look at all of it in a browser.", "", "Example:",
        "  ./seism panel -i examples/made_tissues.tsv --phenotype-columns all-numeric --motifs 1 --out seism-out-panel"})
final class PanelCommand extends SeismCommand {
    private static final String[] NOT_RESULTS = {"--threads", "--out", "-o", "--resume", "--debug", "--master",
        "--spark-conf"};
    /** Refreshing the table of what is finished takes time of its own. */
    private static final long BETWEEN_TABLES = 2_000_000_000L;

    @Mixin
    private PanelOptions m_panel;

    @Option(names = "--resume",
        description = "Go on with a panel that was interrupted: the same input and options, the same folder.")
    private boolean m_resume;

    @Mixin
    private ThreadOption m_threads;

    @Option(names = "--master", paramLabel = "URL",
        description = "Run the phenotypes on Apache Spark: local[N], spark://HOST:PORT, k8s://... or yarn. Changes no result. "
            + "Default: on this machine, without Spark.")
    private String m_master;

    @Option(names = "--spark-conf", paramLabel = "KEY=VALUE",
        description = "A setting of Spark, such as spark.executor.memory=4g. May be given several times.")
    private Map<String, String> m_clusterSettings = Map.of();

    @Option(names = {"-o", "--out"}, paramLabel = "DIR", defaultValue = "seism-panel",
        description = "Folder of the results; it must not hold another panel. Default: seism-panel.")
    private Path m_out;

    private int m_finished;
    private int m_phenotypes;
    private long m_lastTable;

    @Override
    protected void execute(final TerminalProgress progress) {
        usage(m_panel::settings);
        // spark-submit says it so
        final String master = m_master == null ? System.getProperty("spark.master") : m_master;
        final int threads = usage(m_threads::count);
        final String asked = "SEISM " + Version.NUMBER + " " + fingerprint() + " " + oneLine(reproduce(NOT_RESULTS));
        // a quarter of the memory: the rest is for the phenotypes at work
        final PanelJob job = m_panel.job(NamedInput::of, m_panel.title(), Runtime.getRuntime().maxMemory() / 4, this::warn,
            progress.part(0, 0.01));
        final List<String> names = job.names();
        try (PanelJournal journal = PanelJournal.open(m_out, asked, m_resume)) {
            final List<PhenotypeResult> before = journal.results();
            m_phenotypes = names.size();
            m_finished = before.size();
            PanelFiles.writePart(m_out, names, before);
            final List<Integer> numbers = IntStream.range(0, names.size())
                .filter(n -> before.stream().noneMatch(r -> r.number() == n)).boxed().toList();
            try {
                if (master == null) {
                    new LocalPanel(job, reports(names), threads, progress.part(0.01, 0.99))
                        .run(numbers, r -> take(journal, names, r));
                } else if (!numbers.isEmpty()) {
                    cluster().run(master, m_clusterSettings, parcel(names), numbers, r -> {
                        r.write(m_out.resolve(PanelFiles.folder(r.phenotype().number(), r.phenotype().name())));
                        take(journal, names, r.phenotype());
                    }, progress.part(0.01, 0.99));
                }
            } finally {
                PanelFiles.writePart(m_out, names, journal.results());
            }
            final List<PhenotypeResult> results = journal.results();
            final PanelFindings findings = PanelFindings.of(results, job.settings().alpha());
            final List<MotifGroups.Group> groups = MotifGroups.of(results, findings, job.strands() == Strands.BOTH, progress);
            progress.checkCancelled();
            final String page = PanelPage.html(m_panel.title(), reproduce(NOT_RESULTS), results, findings, groups,
                this::report);
            AtomicFiles.writeText(m_out.resolve(PanelPage.NAME), out -> out.write(page));
            PanelFiles.write(m_out, results, findings, groups, job.strands());
            journal.complete();
            progress.close();
            print(results, findings, groups, job.settings().sampling().maxReplicates());
        }
    }

    @Override
    protected String afterCancelling() {
        return m_phenotypes == 0 ? super.afterCancelling() : m_finished + " of " + m_phenotypes
            + " phenotypes are finished and kept in " + m_out
            + ". Give the same command with --resume to go on.";
    }

    private void take(final PanelJournal journal, final List<String> names, final PhenotypeResult result) {
        journal.add(result);
        m_finished++;
        final long now = System.nanoTime();
        if (now - m_lastTable > BETWEEN_TABLES) {
            m_lastTable = now;
            PanelFiles.writePart(m_out, names, journal.results());
        }
    }

    private ClusterPanel cluster() {
        return ServiceLoader.load(ClusterPanel.class).findFirst().orElseThrow(() -> new InputException(
            "Apache Spark, which --master asks for, is not there.",
            "Start ./seism in the source tree, which fetches it, or use spark-submit with seism-spark.jar (docs/PANEL.md)."));
    }

    private PanelParcel parcel(final List<String> names) {
        return new PanelParcel(typed(), m_panel.files(), m_panel.title(),
            m_panel.reports() ? names.stream().map(this::command).toList() : List.of());
    }

    private String command(final String name) {
        return reproduceAs("discover", List.of("--phenotype-column", name), Stream.concat(Arrays.stream(NOT_RESULTS),
            Stream.of("--phenotype-columns", "--reports")).toArray(String[]::new));
    }

    private Optional<String> report(final PhenotypeResult result) {
        return m_panel.reports() ? Optional.of(PanelFiles.folder(result.number(), result.name()) + "/" + ReportWriter.NAME)
            : Optional.empty();
    }

    private IntFunction<Optional<PanelJob.Report>> reports(final List<String> names) {
        if (!m_panel.reports()) {
            return n -> Optional.empty();
        }
        return n -> Optional.of(new PanelJob.Report(m_out.resolve(PanelFiles.folder(n, names.get(n))), command(names.get(n))));
    }

    /** The content of all files that are read, in a word: a panel must not go on with other data. */
    private String fingerprint() {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (final Path file : m_panel.files()) {
                if (!Files.isRegularFile(file)) {
                    throw new InputException("There is no file " + file + ".", "Check the spelling and the folder.");
                }
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    throw new InputException(file + " can't be read.", "Check that you may read it.", e);
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void print(final List<PhenotypeResult> results, final PanelFindings findings, final List<MotifGroups.Group> groups,
        final int replicates) {
        final List<PhenotypeResult.Failed> failed = results.stream().filter(PhenotypeResult.Failed.class::isInstance)
            .map(PhenotypeResult.Failed.class::cast).toList();
        if (findings.tested() == 0) {
            throw new InputException("None of the " + results.size() + " phenotypes could be analysed. The first, '"
                + failed.get(0).name()
                + "': " + failed.get(0).problem(), failed.get(0).remedy());
        }
        warn(failed.stream().map(f -> "Phenotype '" + f.name() + "' could not be analysed: " + f.problem() + " "
            + f.remedy()).toList());
        if (findings.needed(replicates) > 1) {
            warn(List.of("With " + replicates + " replicates a p-value can't fall below " + TextTable.number(1 / (replicates
                + 1.0)) + ": of "
                + findings.tested() + " phenotypes at least " + findings.needed(replicates)
                + " must reach that before any is selected. More replicates (--replicates) change it."));
        }
        out().println(results.size() + " phenotypes, " + findings.tested() + " analysed; in " + findings.selected()
            + " there is something (Benjamini and Hochberg over the first steps, level " + findings.alpha() + ").");
        out().println(findings.selected() == 0 ? "No motif is kept." : "Motifs of these are kept while p list is at most "
            + TextTable.number(findings.level()) + " (" + findings.alpha() + " x " + findings.selected() + " / "
            + findings.tested() + ").");
        out().println();
        if (!groups.isEmpty()) {
            final TextTable table = new TextTable("group", "matrix", ">phenotypes", "names");
            for (int g = 0; g < groups.size(); g++) {
                final List<String> names = groups.get(g).members().stream().map(m -> m.phenotype()).distinct().sorted()
                    .map(n -> results.get(n).name()).collect(Collectors.toCollection(ArrayList::new));
                final String more = names.size() > 4 ? ", ..." : "";
                table.row(PanelFiles.groupName(g), groups.get(g).matrix().consensus(),
                    Integer.toString(groups.get(g).phenotypes()),
                    String.join(", ", names.subList(0, Math.min(4, names.size()))) + more);
            }
            table.print(out());
            out().println();
        }
        out().println("Results are in " + m_out + ": " + PanelFiles.TABLE + " has a row per phenotype. Open "
            + m_out.resolve(PanelPage.NAME) + " in a browser.");
    }
}
