package org.seism.host;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.seism.host.io.HostException;
import org.seism.host.node.NodeBundle;
import org.seism.host.workflow.WorkflowArchive;
import org.seism.host.workflow.WorkflowRunner;

/** The command {@code workflow DIR}: runs a KNIME workflow directory where no KNIME is. */
public final class Main {

    /** Exit code: the command line cannot be understood. */
    public static final int USAGE = 2;

    private static final String HELP = """
        Usage: workflow DIR [options]
        Runs a KNIME workflow directory, or a .knwf file, without KNIME. Nothing in the directory is changed but what its nodes write.

          --out DIR             write every output table (TSV) and view (HTML) there
          --set NODE/KEY=VALUE  change a setting, e.g. --set "Motif Selector (#4)/width=8"; may be repeated
          --expected DIR        compare with expected tables and messages (default: DIR/expected, if it is there)
          --no-expected         do not compare
          --tolerance X         largest accepted difference of numbers when comparing (default 0)
          --plugin FILE         plugin.xml of the nodes (default: the one on the class path, or in this directory)
          --quiet               print no tables
          --verbose             print the log
          --help                print this text

        Exit codes: 0 done, 1 unusable workflow, failed node or unexpected result, 2 usage, 130 cancelled.
        """;

    private Main() {
    }

    /**
     * @param args see {@code --help}
     */
    public static void main(final String[] args) {
        final int code = run(args, System.out, System.err);
        final boolean lost = System.out.checkError();
        if (lost) {
            System.err.println("Standard output could not be written to its end.");
        }
        System.exit(lost && code == WorkflowRunner.OK ? WorkflowRunner.FAILED : code);
    }

    /**
     * Runs the command.
     *
     * @param args see {@code --help}
     * @param out standard output
     * @param err standard error
     * @return the exit code
     */
    public static int run(final String[] args, final PrintStream out, final PrintStream err) {
        final Deque<String> rest = new ArrayDeque<>(List.of(args));
        if (List.of(args).contains("--help")) {
            out.print(HELP);
            return WorkflowRunner.OK;
        }
        try {
            return new Command(rest).run(out, err);
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.println("Try --help.");
            return USAGE;
        } catch (HostException e) {
            err.println(e.getMessage());
            return WorkflowRunner.FAILED;
        }
    }

    /** The command line makes no sense. */
    private static final class UsageException extends Exception {

        private static final long serialVersionUID = 1L;

        UsageException(final String message) {
            super(message);
        }
    }

    private static final class Command {

        private final java.util.List<WorkflowRunner.SettingChange> changes = new java.util.ArrayList<>();

        private Path workflow;

        private Path out;

        private Path expected;

        private Path plugin;

        private boolean compare = true;

        private boolean quiet;

        private boolean verbose;

        private double tolerance;

        Command(final Deque<String> args) throws UsageException {
            if (!"workflow".equals(args.poll())) {
                throw new UsageException("The command is \"workflow\".");
            }
            while (!args.isEmpty()) {
                final String arg = args.poll();
                switch (arg) {
                    case "--out" -> out = Path.of(value(arg, args));
                    case "--expected" -> expected = Path.of(value(arg, args));
                    case "--no-expected" -> compare = false;
                    case "--plugin" -> plugin = Path.of(value(arg, args));
                    case "--tolerance" -> tolerance = number(arg, value(arg, args));
                    case "--set" -> changes.add(change(value(arg, args)));
                    case "--quiet" -> quiet = true;
                    case "--verbose" -> verbose = true;
                    default -> directory(arg);
                }
            }
            if (workflow == null) {
                throw new UsageException("The workflow's directory is missing.");
            }
        }

        private void directory(final String arg) throws UsageException {
            if (arg.startsWith("-")) {
                throw new UsageException("There is no option " + arg + ".");
            }
            if (workflow != null) {
                throw new UsageException("Two directories: " + workflow + " and " + arg + ".");
            }
            workflow = Path.of(arg);
        }

        private static String value(final String option, final Deque<String> args) throws UsageException {
            final String value = args.poll();
            if (value == null) {
                throw new UsageException("The option " + option + " needs a value.");
            }
            return value;
        }

        private static double number(final String option, final String text) throws UsageException {
            try {
                final double number = Double.parseDouble(text);
                if (number >= 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // same complaint
            }
            throw new UsageException("The option " + option + " needs a number of at least 0, not " + text + ".");
        }

        private static WorkflowRunner.SettingChange change(final String text) throws UsageException {
            final int slash = text.indexOf('/');
            final int equal = text.indexOf('=', Math.max(0, slash));
            if (slash < 1 || equal < slash + 2) {
                throw new UsageException("A setting is given as NODE/KEY=VALUE, not " + text + ".");
            }
            return new WorkflowRunner.SettingChange(text.substring(0, slash), text.substring(slash + 1, equal),
                text.substring(equal + 1));
        }

        int run(final PrintStream stdout, final PrintStream stderr) throws HostException {
            log(stderr);
            if (Files.isRegularFile(workflow)) {
                try (WorkflowArchive archive = WorkflowArchive.open(workflow)) {
                    return run(archive.directory(), stdout, stderr);
                }
            }
            return run(workflow, stdout, stderr);
        }

        private int run(final Path directory, final PrintStream stdout, final PrintStream stderr) throws HostException {
            final WorkflowRunner runner = new WorkflowRunner(bundle(), stdout, stderr).showTables(!quiet);
            changes.forEach(runner::change);
            if (out != null) {
                runner.writeTo(out);
            }
            final Path beside = directory.resolve("expected");
            // other settings, other results: comparing then makes sense on demand only
            if (compare && (expected != null || changes.isEmpty() && Files.isDirectory(beside))) {
                runner.expect(expected != null ? expected : beside, tolerance);
            }
            final boolean terminal = System.console() != null && stderr == System.err;
            if (terminal) {
                runner.progress((node, text) -> stderr.print("\r\033[K" + node + " " + text));
            }
            final Thread hook = new Thread(runner::cancel, "cancel");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                return runner.run(directory);
            } finally {
                if (terminal) {
                    stderr.print("\r\033[K");
                }
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException e) {
                    // already shutting down: interrupted from the keyboard
                }
            }
        }

        private void log(final PrintStream stderr) {
            final Logger root = Logger.getLogger("");
            for (final Handler handler : root.getHandlers()) {
                handler.setLevel(verbose ? Level.ALL : Level.OFF);
            }
            if (verbose) {
                Logger.getLogger("org.seism").setLevel(Level.ALL);
                stderr.flush();
            }
        }

        private NodeBundle bundle() throws HostException {
            final ClassLoader loader = Main.class.getClassLoader();
            if (plugin != null) {
                return NodeBundle.of(plugin, loader);
            }
            return NodeBundle.find(loader);
        }
    }
}
