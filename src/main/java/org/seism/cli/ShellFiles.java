package org.seism.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.seism.cli.options.GroupedHelp;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Makes the files that a shell wants beside a program, from the commands themselves: completion for bash and zsh, and a manual
 * page. Run by the build; what it makes goes into the zip.
 */
final class ShellFiles {
    /** Completion for bash and zsh. */
    static final String COMPLETION = "seism_completion";
    /** The manual page. */
    static final String MANUAL = "seism.1";

    private ShellFiles() {
    }

    /**
     * @param args the folder to write to
     * @throws IOException if it can't be written
     */
    public static void main(final String[] args) throws IOException {
        final Path folder = Files.createDirectories(Path.of(args[0]));
        Files.writeString(folder.resolve(COMPLETION), completion());
        Files.writeString(folder.resolve(MANUAL), manual());
    }

    static String completion() {
        // the generator writes the date of generation nowhere, but ends lines as the system does
        return AutoComplete.bash("seism", Main.commands(new Interruption())).replace("\r\n", "\n");
    }

    static String manual() {
        final CommandLine line = Main.commands(new Interruption());
        final StringBuilder s = new StringBuilder(".TH SEISM 1\n.SH NAME\nseism \\- sequence motifs that explain a phenotype\n.SH SYNOPSIS\n"
            + ".B seism\n.I COMMAND\n[options]\n.SH DESCRIPTION\n");
        paragraphs(s, line.getCommandSpec().usageMessage().description());
        for (final CommandLine command : line.getSubcommands().values()) {
            final CommandSpec spec = command.getCommandSpec();
            s.append(".SH \"SEISM ").append(spec.name().toUpperCase(java.util.Locale.ROOT)).append("\"\n");
            paragraphs(s, spec.usageMessage().description());
            for (final Map.Entry<String, List<OptionSpec>> group : GroupedHelp.groups(spec).entrySet()) {
                s.append(".SS \"").append(group.getKey()).append("\"\n");
                for (final OptionSpec option : group.getValue()) {
                    s.append(".TP\n.B ").append(escaped(String.join(", ", option.names())))
                        .append(option.arity().max() > 0 ? " " + escaped(option.paramLabel()) : "").append('\n');
                    paragraphs(s, option.description());
                }
            }
        }
        return s.append(".SH \"EXIT STATUS\"\n0 done, 1 unusable data or files, 2 wrong usage, 130 cancelled.\n").toString();
    }

    private static void paragraphs(final StringBuilder s, final String[] lines) {
        for (final String line : lines) {
            s.append(escaped(line.replace("%%", "%").replace("%n", " "))).append('\n');
        }
    }

    private static String escaped(final String text) {
        final String line = text.replace("\\", "\\e").replace("-", "\\-");
        return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
    }
}
