package org.seism.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.seism.Version;
import org.seism.cli.options.GroupedHelp;
import org.seism.cli.options.UsageErrors;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.Unmatched;

/**
 * Entry point of {@code ./seism}. Exit codes: 0 done, 1 the data or files can't be used, 2 the command line can't be
 * understood, 130 cancelled.
 */
@Command(name = "seism", mixinStandardHelpOptions = true, versionProvider = Main.VersionText.class, sortOptions = false,
    optionListHeading = "%n", commandListHeading = "%nCommands:%n", synopsisSubcommandLabel = "COMMAND",
    description = {"Sequence motifs that explain a phenotype, with p-values that stay valid although the motifs were chosen with "
        + "the same data."},
    subcommands = {DiscoverCommand.class, PanelCommand.class, TestCommand.class, ScanCommand.class, CompareCommand.class, SimulateCommand.class,
        ConvertCommand.class, ExtractCommand.class, CalibrateCommand.class, Main.WorkflowCommand.class, HelpCommand.class},
    footer = {"", "Example:", "  ./seism discover --input examples/ecoli_promoters.tsv --out seism-out", "",
        "Help for a command: ./seism discover --help", "Exit codes: 0 done, 1 unusable data or files, 2 wrong usage, 130 cancelled."})
public final class Main implements Runnable {
    static final int OK = 0;
    static final int INPUT = 1;
    static final int USAGE = 2;
    static final int CANCELLED = 130;

    @Spec
    private CommandSpec m_spec;

    private final Interruption m_interruption;

    private Main(final Interruption interruption) {
        m_interruption = interruption;
    }

    /**
     * Runs a command and ends the virtual machine with its exit code.
     *
     * @param args the command line
     */
    public static void main(final String[] args) {
        final Interruption interruption = new Interruption();
        interruption.install();
        // tables are UTF-8 like the files; messages use what the terminal understands
        final PrintWriter out =
            new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), false);
        final PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, Charset.defaultCharset()), true);
        int code = INPUT;
        try {
            code = run(args, out, err, interruption);
        } finally {
            out.flush();
            err.flush();
            interruption.finished();
        }
        System.exit(code);
    }

    /**
     * Runs a command.
     *
     * @param args the command line
     * @param out results
     * @param err messages and progress
     * @param interruption the user's wish to stop
     * @return the exit code
     */
    static int run(final String[] args, final PrintWriter out, final PrintWriter err, final Interruption interruption) {
        final CommandLine line = commands(interruption);
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler((e, a) -> explain(e, err));
        final Optional<ParameterException> unknown = UsageErrors.unknown(line, args);
        final int code = unknown.isPresent() ? explain(unknown.get(), err) : line.execute(args);
        // a writer swallows failures: a full disk, a reader that went away
        final boolean lost = out.checkError();
        if (lost) {
            err.println("seism: Standard output could not be written to its end.");
            err.println("       See that there is space left and that the program which reads it goes on.");
        }
        err.flush();
        return lost && code == OK ? INPUT : code;
    }

    /** @return the program with all its commands */
    static CommandLine commands(final Interruption interruption) {
        final CommandLine line = new CommandLine(new Main(interruption));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(110);
        line.registerConverter(Path.class, Main::path);
        GroupedHelp.install(line);
        return line;
    }

    private static int explain(final ParameterException e, final PrintWriter err) {
        err.println("seism: " + SeismCommand.oneLine(UsageErrors.message(e)));
        err.println("Help: ./" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return USAGE;
    }

    private static Path path(final String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("the name of a file or folder is empty");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' is no name of a file or folder: " + e.getReason());
        }
    }

    @Override
    public void run() {
        throw new ParameterException(m_spec.commandLine(), "Name a command: discover, panel, test, scan, compare, simulate, convert, "
            + "extract, calibrate or workflow.");
    }

    Interruption interruption() {
        return m_interruption;
    }

    /** Version of the software and of Java. */
    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{"seism " + Version.NUMBER, "Java " + Runtime.version()};
        }
    }

    /** Listed in the help only: the launcher {@code ./seism} hands {@code workflow} over to the headless host. */
    @Command(name = "workflow", description = "Run a KNIME workflow directory on the headless host: ./seism workflow DIR.")
    static final class WorkflowCommand extends SeismCommand {
        @Unmatched
        private List<String> m_arguments;

        @Override
        protected void execute(final TerminalProgress progress) {
            throw usageError("Workflows are run by the launcher: ./seism workflow DIR.");
        }
    }
}
