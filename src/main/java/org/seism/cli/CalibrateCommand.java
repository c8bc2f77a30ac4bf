package org.seism.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.seism.TaskRunner;
import org.seism.analysis.Calibration;
import org.seism.analysis.SelectionSettings;
import org.seism.cli.options.NullOptions;
import org.seism.cli.options.RelationOptions;
import org.seism.cli.options.SelectionOptions;
import org.seism.cli.options.StudyOptions;
import org.seism.cli.options.ThreadOption;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.motif.compare.MotifLibrary;
import org.seism.study.PreparedStudy;
import org.seism.study.check.StudyCheck;
import org.seism.study.input.StudyInput;
import org.seism.table.DelimitedWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries the tests on the user's own sequences. */
@Command(name = "calibrate", mixinStandardHelpOptions = true, versionProvider = Main.VersionText.class, sortOptions = false,
    abbreviateSynopsis = true, optionListHeading = "%n",
    description = {"See on your own sequences how the tests behave: your phenotype is dealt out at random (for later motifs within "
        + "the strata of those before), motifs are selected and tested for each deal, and small p-values are counted. With --word "
        + "and --effect also the power."},
    footer = {"", "Example:",
        "  ./seism calibrate --input examples/ecoli_promoters.tsv --data-sets 40 --word TATAAT --effect 1.5"})
final class CalibrateCommand extends SeismCommand {
    private static final int MOTIFS = 1;
    private static final int REPLICATES = 199;

    @Mixin
    private StudyOptions.OfOne m_study;

    @Mixin
    private RelationOptions m_relation;

    @Mixin
    private SelectionOptions m_selection;

    @Mixin
    private NullOptions m_null;

    @Option(names = "--data-sets", paramLabel = "N", defaultValue = "200", description = "Phenotypes to simulate. Default: 200.")
    private int m_dataSets;

    @Option(names = "--word", paramLabel = "WORD", defaultValue = "",
        description = "Word for the power: phenotypes depend on whether a sequence holds it.")
    private String m_word;

    @Option(names = "--effect", paramLabel = "X", defaultValue = "1.2",
        description = "What holding the word adds, in standard deviations of the noise. Default: 1.2.")
    private double m_effect;

    @Mixin
    private ThreadOption m_threads;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Table to write, tab-separated; - for standard output. Default: print only.")
    private Path m_out;

    @Override
    protected void execute(final TerminalProgress progress) {
        final SelectionSettings selection = usage(() -> m_selection.settings(MOTIFS));
        m_selection.library().refuseStandardInput(m_study.files());
        final Optional<MotifLibrary> library = m_selection.library().read(this::warn);
        final Calibration.Settings settings = usage(() -> new Calibration.Settings(m_selection.withLibrary(selection, library), m_null.choice(),
            m_null.transform(), m_null.extras().closedForm(), m_null.settings(REPLICATES), m_dataSets, m_word.strip(), m_effect));
        final StudyInput.Related related = usage(m_relation::related);
        m_relation.refuseStandardInput(m_study.files());
        requireOutput(m_out, Stream.concat(m_study.files().stream(), m_relation.file().stream()).toList());
        try (TaskRunner.Pool pool = usage(m_threads::pool)) {
            final PreparedStudy prepared = m_study.read(settings.selection().grid().minWidth(), related, progress.part(0, 0.02));
            final Calibration.Result result = Calibration.run(prepared.study(), settings, pool, progress.part(0.02, 1));
            progress.close();
            if (m_out != null) {
                write(m_out, out -> writeTable(result, out));
            }
            print(prepared, result);
        }
    }

    private void print(final PreparedStudy prepared, final Calibration.Result result) {
        note(prepared.notes());
        warn(prepared.checks().stream().map(StudyCheck::text).toList());
        warn(prepared.quality(), "discover writes the whole list to quality.tsv.");
        out().println(prepared.study().size() + " sequences, " + result.candidates() + " candidates, "
            + TextTable.name(result.nullModel()) + " null, " + m_dataSets + " simulated phenotypes.");
        out().println();
        out().println("No motif: share of p-values at or below a level, with 95% bounds. A valid test stays at the level or below.");
        print(result.rates(), true);
        verdict(result);
        result.power().ifPresent(p -> {
            out().println();
            out().println(p.word() + ", held by " + p.carriers() + " sequences, adds " + TextTable.number(p.effect())
                + " standard deviations: it was selected in " + p.found() + " of " + m_dataSets + ". Share of p-values at or below a "
                + "level:");
            print(p.rates(), false);
        });
    }

    /** The answer in words; it is an answer, no failure of the command. */
    private void verdict(final Calibration.Result result) {
        out().println();
        result.rates().stream().filter(r -> r.motif() > 1 && r.test().equals("sampled") && r.level() == Calibration.LEVELS.get(0))
            .forEach(r -> out().println("Motif " + r.motif() + ": counted are the " + r.dataSets() + " of " + m_dataSets
                + " phenotypes for which the motifs before it are the same as for yours."));
        final String name = TextTable.name(result.nullModel()) + " null";
        for (final Calibration.Rate r : result.dishonest()) {
            out().println("NOT HONEST: motif " + r.motif() + ", " + r.test() + ", " + name + ": p <= " + DelimitedWriter.number(r.level())
                + " in " + TextTable.number(r.share()) + " of the phenotypes without a motif (at least " + TextTable.number(r.low())
                + ").");
        }
        if (result.dishonest().isEmpty()) {
            out().println("Honest as far as can be seen: no test of the " + name + " exceeds 0.01 or 0.05 by more than chance.");
        } else if (!result.nullModel().permutes()) {
            out().println("Use the permutation null, the default" + (m_null.transform() == PhenotypeTransform.RANK ? "."
                : ", or --transform rank."));
        }
    }

    private void print(final List<Calibration.Rate> rates, final boolean judged) {
        final TextTable table = new TextTable("motif", "test", ">level", ">share", ">from", ">to", judged ? "verdict" : "");
        for (final Calibration.Rate r : rates) {
            table.row(Integer.toString(r.motif()), r.test().equals("naive") ? "naive (NOT VALID)" : r.test(),
                DelimitedWriter.number(r.level()), TextTable.number(r.share()), TextTable.number(r.low()), TextTable.number(r.high()),
                judged ? verdict(r) : "");
        }
        table.print(out());
    }

    private static String verdict(final Calibration.Rate rate) {
        if (rate.low() > rate.level()) {
            return "too many";
        }
        return rate.high() < rate.level() ? "fewer than allowed" : "as it should be";
    }

    private static void writeTable(final Calibration.Result result, final Appendable out) {
        final DelimitedWriter table =
            new DelimitedWriter(out, List.of("study", "motif", "test", "level", "hits", "dataSets", "share", "low", "high"));
        result.rates().forEach(r -> row(table, "null", r));
        result.power().ifPresent(p -> p.rates().forEach(r -> row(table, "power", r)));
    }

    private static void row(final DelimitedWriter table, final String study, final Calibration.Rate r) {
        table.row(study, Integer.toString(r.motif()), r.test(), DelimitedWriter.number(r.level()), Integer.toString(r.hits()),
            Integer.toString(r.dataSets()), DelimitedWriter.number(r.share()), DelimitedWriter.number(r.low()),
            DelimitedWriter.number(r.high()));
    }
}
