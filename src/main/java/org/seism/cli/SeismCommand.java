package org.seism.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.seism.CancelledException;
import org.seism.InputException;
import org.seism.output.AtomicFiles;
import org.seism.study.QualityReport;
import org.seism.table.NamedInput;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What all commands share: how failures become messages and exit codes, progress, and where results go. */
abstract class SeismCommand implements Callable<Integer> {

    /** Writes text to a file or to standard output. */
    @FunctionalInterface
    interface Body {
        void writeTo(Appendable out);
    }

    @ParentCommand
    private Main m_main;

    @Spec
    private CommandSpec m_spec;

    @Option(names = "--debug", description = "Show where in the program an unexpected failure happened.", order = 1000)
    private boolean m_debug;

    /**
     * Does the work.
     *
     * @param progress progress and cancellation; closed before the first line of results is printed
     */
    protected abstract void execute(TerminalProgress progress);

    /** @return what is left of a run that was cancelled */
    protected String afterCancelling() {
        return "nothing was written.";
    }

    @Override
    public final Integer call() {
        final PrintWriter terminal = System.console() == null ? null : err();
        try (TerminalProgress progress = new TerminalProgress(terminal, interruption())) {
            try {
                execute(progress);
                return Main.OK;
            } catch (InputException e) {
                progress.end();
                err().println("seism: " + oneLine(e.problem()));
                err().println("       " + oneLine(e.remedy()));
                debug(e);
                return Main.INPUT;
            } catch (CancelledException e) {
                progress.end();
                err().println("seism: cancelled; " + oneLine(afterCancelling()));
                return Main.CANCELLED;
            } catch (ParameterException e) {
                throw e;
            } catch (OutOfMemoryError e) {
                progress.end();
                err().println("seism: " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB of memory are not enough.");
                err().println("       Allow more, for instance SEISM_JAVA_OPTS=-Xmx8g"
                    + (m_spec.findOption("--max-grid-size") == null ? "." : ", or make the grid smaller (--max-grid-size)."));
                debug(e);
                return Main.INPUT;
            } catch (RuntimeException | Error e) {
                progress.end();
                err().println("seism: unexpected failure: " + oneLine(e.toString()));
                err().println("       This is a fault of the program. Run it again with --debug and report what it prints.");
                debug(e);
                return Main.INPUT;
            }
        }
    }

    private void debug(final Throwable e) {
        if (m_debug) {
            final StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            err().print(trace);
        }
    }

    /** Identifiers from files may hold anything; a message is one line without control sequences for the terminal. */
    static String oneLine(final String text) {
        // C1 controls and marks that turn the writing direction act on terminals as well
        return text.replaceAll("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{2028}\\x{2029}]+", " ");
    }

    /**
     * The command line as it was typed, quoted for a shell, without what does not change the result; to be run in the folder of
     * the input files.
     *
     * @param without names of options that are left out, with their values
     * @return the command
     */
    final String reproduce(final String... without) {
        return reproduceAs(m_spec.name(), List.of(), without);
    }

    /** @return the words after the command's name, as they were typed */
    final List<String> typed() {
        final List<String> all = m_spec.commandLine().getParseResult().originalArgs();
        // the program's own arguments end with the subcommand's name
        return all.subList(all.indexOf(m_spec.name()) + 1, all.size());
    }

    /**
     * The same as another command.
     *
     * @param command its name
     * @param more words that are added
     * @param without names of options that are left out, with their values
     * @return the command
     */
    final String reproduceAs(final String command, final List<String> more, final String... without) {
        final List<String> words = new ArrayList<>(List.of("./seism", command));
        final List<String> typed = typed();
        for (int k = 0; k < typed.size(); k++) {
            final String word = typed.get(k);
            if (List.of(without).contains(word)) {
                k += m_spec.findOption(word).arity().max();
            } else if (Arrays.stream(without).noneMatch(w -> word.startsWith(w + "="))) {
                words.add(quoted(withoutFolder(word, k == 0 ? "" : typed.get(k - 1))));
            }
        }
        more.forEach(w -> words.add(quoted(w)));
        words.addAll(List.of("--out", "seism-out"));
        return String.join(" ", words);
    }

    /** Input files by their name alone: where they lie is nobody else's business, and must not change a result's bytes. */
    private static String withoutFolder(final String word, final String before) {
        for (final String option : List.of("--input", "-i", "--phenotype", "--library")) {
            if (before.equals(option)) {
                return fileName(word);
            }
            if (word.startsWith(option + "=")) {
                return option + "=" + fileName(word.substring(option.length() + 1));
            }
        }
        return word;
    }

    private static String fileName(final String path) {
        final Path name = Path.of(path).getFileName();
        return name == null ? path : name.toString();
    }

    private static String quoted(final String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    final Interruption interruption() {
        return m_main.interruption();
    }

    final PrintWriter out() {
        return m_spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return m_spec.commandLine().getErr();
    }

    /**
     * Makes settings from options: what is wrong with them is wrong usage, not wrong data.
     *
     * @param settings makes them
     * @return the settings
     */
    final <T> T usage(final Supplier<T> settings) {
        try {
            return settings.get();
        } catch (InputException e) {
            throw new ParameterException(m_spec.commandLine(), oneLine(e.getMessage()), e);
        }
    }

    /** @param problem with the options */
    final ParameterException usageError(final String problem) {
        return new ParameterException(m_spec.commandLine(), problem);
    }

    final void note(final List<String> notes) {
        notes.forEach(n -> err().println("note: " + oneLine(n)));
    }

    final void warn(final List<String> warnings) {
        warnings.forEach(w -> err().println("warning: " + oneLine(w)));
    }

    /** Says how many records quality control left out, and the first of them. */
    final void warn(final QualityReport quality, final String where) {
        quality.rows().stream().filter(r -> !r.kept()).findFirst()
            .ifPresent(r -> warn(List.of(quality.leftOut() + " of " + quality.rows().size() + " sequences were left out (" + quality.reasons()
                + "), the first: record " + r.number() + " ('" + r.id() + "'): " + r.reason() + ". " + where)));
    }

    /** @return whether it is a file, and not standard output */
    static boolean isFile(final Path out) {
        return out != null && !out.toString().equals(NamedInput.STANDARD);
    }

    /**
     * Makes sure before the work that its result can be written, and to none of the files that are read.
     *
     * @param out file to write, null or - for standard output
     * @param inputs files to read
     */
    final void requireOutput(final Path out, final List<Path> inputs) {
        if (!isFile(out)) {
            return;
        }
        for (final Path input : inputs) {
            try {
                if (Files.isRegularFile(input) && Files.exists(out) && Files.isSameFile(input, out)) {
                    throw new InputException("The output " + out + " is the input itself.", "Choose another file to write.");
                }
            } catch (IOException e) {
                // then reading or writing it says why
            }
        }
        AtomicFiles.check(out);
    }

    /**
     * Writes a file as a whole, or to standard output.
     *
     * @param file the file, or null for standard output
     * @param body writes the text
     */
    final void write(final Path file, final Body body) {
        if (!isFile(file)) {
            body.writeTo(out());
            out().flush();
        } else {
            AtomicFiles.writeText(file, body::writeTo);
        }
    }
}
