package org.seism.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.seism.TaskRunner;
import org.seism.analysis.Discovery;
import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.MotifRefit;
import org.seism.analysis.MotifResult;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.field.FieldType;
import org.seism.analysis.field.MotifField;
import org.seism.analysis.field.ResultKind;
import org.seism.candidate.GridSettings;
import org.seism.cli.options.RelationOptions;
import org.seism.cli.options.StudyOptions;
import org.seism.cli.options.ThreadOption;
import org.seism.cli.run.DiscoveryFiles;
import org.seism.cli.run.DiscoveryOptions;
import org.seism.motif.growth.MatchCounts;
import org.seism.output.OutputDirectory;
import org.seism.output.ResultFiles;
import org.seism.report.ReportWriter;
import org.seism.study.PreparedStudy;
import org.seism.study.check.StudyCheck;
import org.seism.study.input.StudyInput;
import org.seism.table.NamedInput;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job: motifs with selective p-values. */
@Command(name = "discover", mixinStandardHelpOptions = true, versionProvider = Main.VersionText.class, sortOptions = false,
    abbreviateSynopsis = true, optionListHeading = "%n",
    description = {"Find motifs that explain a phenotype and test them with p-values that account for the search."},
    footer = {"", "Writes results.tsv, results.json, sites.tsv, motifs.meme, quality.tsv, a logo per motif, and report.html,",
        "one page to look at all of it in a browser.", "", "Example:", "  ./seism discover --input examples/ecoli_promoters.tsv --width 6 --motifs 3 --out seism-out"})
final class DiscoverCommand extends SeismCommand {
    /** Fields of these types stand to the right. */
    private static final Set<FieldType> NUMBERS = EnumSet.of(FieldType.INTEGER, FieldType.LONG, FieldType.NUMBER, FieldType.PROBABILITY);

    private static final List<MotifField> COUNTED = List.of(MotifField.NAME, MotifField.CONSENSUS, MotifField.EXACT, MotifField.ONE_MISMATCH,
        MotifField.NO_MATCH);
    /** What a person can check, and what is said of some motifs only. */
    private static final List<MotifField> COUNTS = List.of(MotifField.NAME, MotifField.CONSENSUS, MotifField.EXACT, MotifField.EXACT_PHENOTYPE,
        MotifField.ONE_MISMATCH, MotifField.ONE_MISMATCH_PHENOTYPE, MotifField.NO_MATCH, MotifField.NO_MATCH_PHENOTYPE, MotifField.VARIANT_OF,
        MotifField.ATTACHMENT);

    @Mixin
    private StudyOptions.OfOne m_study;

    @Mixin
    private RelationOptions m_relation;

    @Mixin
    private DiscoveryOptions m_discovery;

    @Option(names = "--title", paramLabel = "TEXT", defaultValue = "",
        description = "Name of the study, for the report. Default: name of the input file or, where that says nothing (data.tsv), of its "
            + "folder.")
    private String m_title;

    @Mixin
    private ThreadOption m_threads;

    @Option(names = {"-o", "--out"}, paramLabel = "DIR", defaultValue = "seism-out",
        description = "Folder of the results; files of the same name in it are replaced. Default: seism-out.")
    private Path m_out;

    @Override
    protected void execute(final TerminalProgress progress) {
        final DiscoverySettings asked = usage(m_discovery::settings);
        final StudyInput.Related related = usage(m_relation::related);
        try (TaskRunner.Pool pool = usage(m_threads::pool); OutputDirectory folder = OutputDirectory.open(m_out)) {
            interruption().onKill(folder::close);
            Stream.of(m_study.files().stream(), m_discovery.library().file().stream(), m_relation.file().stream()).flatMap(s -> s)
                .forEach(folder::refuseInput);
            m_relation.refuseStandardInput(m_study.files());
            m_discovery.library().refuseStandardInput(m_study.files());
            final DiscoverySettings settings = m_discovery.withLibrary(asked, NamedInput::of, this::warn);
            final PreparedStudy prepared = m_study.read(settings.selection().grid().minWidth(), related, progress.part(0, 0.02));
            final Discovery discovery = SeismAnalysis.discover(prepared.study(), settings, pool, progress.part(0.02, 0.98));
            progress.report(0.98, () -> "Writing results");
            DiscoveryFiles.write(folder, discovery, prepared, origin(), title(), reproduce("--threads", "--out", "-o"), progress);
            progress.close();
            print(discovery, prepared);
            discovery.refit().ifPresent(this::print);
        }
    }

    private Map<String, Object> origin() {
        final Map<String, Object> origin = m_study.origin();
        origin.putAll(m_relation.origin());
        return origin;
    }

    private String title() {
        return m_title.isBlank() ? m_study.title() : m_title.strip();
    }

    /** Counts that a text search can check, and families. */
    private void counts(final List<MotifResult> motifs) {
        final List<MotifField> fields = COUNTS.stream()
            .filter(f -> COUNTED.contains(f) || motifs.stream().anyMatch(m -> f.read(m).isPresent())).toList();
        final TextTable table = new TextTable(fields.stream().map(f -> (NUMBERS.contains(f.type()) ? ">" : "") + f.label()).toArray(String[]::new));
        for (final MotifResult m : motifs) {
            table.row(fields.stream().map(f -> TextTable.field(f.read(m))).toArray(String[]::new));
        }
        table.print(out());
        out().println();
        final String few = motifs.stream().filter(m -> m.description().counts().isThin()).map(MotifResult::name).collect(Collectors.joining(", "));
        if (!few.isEmpty()) {
            out().println("Held exactly by fewer than " + MatchCounts.FEW + " sequences: " + few + ". What is known of them comes from near matches.");
            out().println();
        }
    }

    private void print(final MotifRefit refit) {
        out().println();
        out().println("All motifs together: cross-validated " + refit.measure() + " " + TextTable.number(refit.quality())
            + ", covariates alone " + TextTable.number(refit.baseline()) + ".");
        out().println(MotifRefit.REMARK);
    }

    private void print(final Discovery discovery, final PreparedStudy prepared) {
        note(prepared.notes());
        final GridSettings grid = discovery.settings().selection().grid();
        if (grid.hasWords()) {
            grid.forms().offer(prepared.study().sequences()).ifPresent(o -> note(List.of(o + " Try --positions auto --width 2-6.")));
        }
        warn(prepared.checks().stream().map(StudyCheck::text).toList());
        warn(prepared.quality(), "All are named in " + m_out.resolve(ResultFiles.QUALITY) + ".");
        warn(discovery.warnings());
        out().println(prepared.study().size() + " sequences, " + discovery.tested().selection().candidates()
            + (grid.library().isEmpty() ? " candidate words, "
            : grid.hasWords() ? " candidates (words and matrices), " : " candidate matrices, ")
            + TextTable.name(discovery.tested().nullModel()) + " null, " + TextTable.name(discovery.tested().hypothesis())
            + " hypothesis, seed " + discovery.settings().sampling().seed() + ".");
        out().println();
        final List<MotifField> fields = MotifField.of(ResultKind.DISCOVERY).stream().filter(f -> f.heading().isPresent())
            .filter(f -> f != MotifField.RESEMBLES || discovery.settings().library().isPresent()).toList();
        final TextTable table = new TextTable(fields.stream()
            .map(f -> (NUMBERS.contains(f.type()) ? ">" : "") + f.heading().orElseThrow()).toArray(String[]::new));
        for (final MotifResult m : discovery.motifs()) {
            table.row(fields.stream().map(f -> TextTable.field(f.read(m))).toArray(String[]::new));
        }
        table.print(out());
        out().println();
        counts(discovery.motifs());
        discovery.tested().joint().ifPresent(joint -> out().println(joint.text()));
        out().println("p step: is there anything more, given the motifs before? p list: the largest p step so far; motifs are kept while "
            + "it is at most " + discovery.settings().alpha() + ".");
        out().println("p sampled: given that this very motif was chosen, does it do anything? p split: data split, for comparison. "
            + "The naive p ignores that the motif was chosen with these data.");
        out().println("Results are in " + m_out + ". Open " + m_out.resolve(ReportWriter.NAME) + " in a browser.");
    }
}
