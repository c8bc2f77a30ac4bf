package org.seism.cli.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.analysis.DiscoverySettings;
import org.seism.cli.options.StudyOptions;
import org.seism.inference.design.Hypothesis;
import org.seism.study.input.StudyFiles;
import org.seism.study.input.StudyInput;
import org.seism.table.NamedInput;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What decides the results of a panel: where sequences and phenotypes are, and what each phenotype is asked for. */
public final class PanelOptions {
    private static final String ALL_NUMERIC = "all-numeric";

    @Mixin
    private StudyOptions m_study;

    @Option(names = "--phenotype-columns", paramLabel = "NAME", split = ",", splitSynopsisLabel = ",",
        description = "The phenotypes: columns, separated by commas, or all-numeric for every column that holds numbers. Default: all columns "
            + "of the table that --phenotype names.")
    private List<String> m_columns = List.of();

    @Mixin
    private DiscoveryOptions m_discovery;

    @Option(names = "--reports",
        description = "Write each phenotype's own results and report, as discover does, into a folder of its own.")
    private boolean m_reports;

    /** @return the files that are read */
    public List<Path> files() {
        return Stream.concat(m_study.files().stream(), m_discovery.library().file().stream()).toList();
    }

    /** @return what the panel is called */
    public String title() {
        return m_study.title();
    }

    /** @return whether each phenotype gets a folder of its own */
    public boolean reports() {
        return m_reports;
    }

    /**
     * What is wrong with the options themselves.
     *
     * @return the settings, without the library
     * @throws InputException if options do not go together
     */
    public DiscoverySettings settings() {
        if (files().stream().anyMatch(f -> f.toString().equals(NamedInput.STANDARD))) {
            throw new InputException("A panel can't be read from standard input: it is read again when it goes on.",
                "Write the data to a file first.");
        }
        if (m_columns.isEmpty() && m_study.files().size() == 1) {
            throw new InputException("No phenotypes are named.",
                "Name their columns (--phenotype-columns a,b or all-numeric), or a table of phenotypes (--phenotype).");
        }
        final DiscoverySettings settings = m_discovery.settings();
        if (settings.sampling().hypothesis() == Hypothesis.PARTIAL) {
            throw new InputException("A panel asks of each phenotype first whether there is anything at all; the partial hypothesis has no answer to that.",
                "Use the sequential hypothesis.");
        }
        return settings;
    }

    /**
     * @param arguments a command line; options that are not of this class are passed over
     * @return the options that decide the results
     */
    static PanelOptions parse(final String... arguments) {
        final PanelOptions options = new PanelOptions();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).setExpandAtFiles(false).setUnmatchedArgumentsAllowed(true)
            .parseArgs(arguments);
        return options;
    }

    /**
     * Reads the files.
     *
     * @param opener opens a file that an option names
     * @param title of the panel
     * @param memory bytes that shared candidates may have
     * @param warnings told of motifs of the library that are skipped
     * @param progress cancellation
     * @return what can be run, phenotype by phenotype
     * @throws InputException if a file can't be read, or no phenotype is found
     */
    public PanelJob job(final Function<Path, NamedInput> opener, final String title, final long memory,
        final Consumer<List<String>> warnings,
        final Progress progress) {
        final DiscoverySettings settings = m_discovery.withLibrary(settings(), opener, warnings);
        final StudyInput input = m_study.input(opener);
        final StudyFiles files = StudyFiles.read(input, progress);
        final List<String> columns = m_columns.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
        final List<String> names = columns.isEmpty() || columns.equals(List.of(ALL_NUMERIC))
            ? files.phenotypes(input, !columns.isEmpty()) : files.phenotypes(input, columns);
        return new PanelJob(names, files, input, m_study.settings(settings.selection().grid().minWidth()), settings,
            m_study.origin(),
            title, memory);
    }
}
