package org.seism.cli.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Says what is wrong with a command line, and what was probably meant. */
public final class UsageErrors {
    private UsageErrors() {
    }

    /**
     * Looks for commands and options that do not exist before anything else is complained about: a mistyped option often is the
     * reason why a required one is missing.
     *
     * @param line the program
     * @param args the command line
     * @return the problem, if there is one
     */
    public static Optional<ParameterException> unknown(final CommandLine line, final String[] args) {
        CommandLine command = line;
        for (int k = 0; k < args.length; k++) {
            final String arg = args[k];
            if (arg.equals("--")) {
                break;
            }
            if (arg.startsWith("-") && arg.length() > 1 && !arg.matches("-[\\d.].*")) {
                final String name = arg.replaceFirst("(?s)=.*", "");
                final OptionSpec option = command.getCommandSpec().findOption(name);
                if (option != null) {
                    k += option.arity().max() > 0 && name.equals(arg) ? 1 : 0;
                } else if (arg.startsWith("--") || command.getCommandSpec().findOption(arg.substring(0, 2)) == null) {
                    return Optional.of(new ParameterException(command,
                        "There is no option '" + name + "'." + meant(name, command.getCommandSpec().optionsMap().keySet())));
                }
            } else if (command == line) {
                command = line.getSubcommands().get(arg);
                if (command == null) {
                    return Optional.of(new ParameterException(line,
                        "There is no command '" + arg + "'." + meant(arg, line.getSubcommands().keySet())));
                }
                if (command.getCommandSpec().userObject() instanceof CommandLine.HelpCommand
                    || command.getCommandName().equals("workflow")) {
                    break;
                }
            }
        }
        return Optional.empty();
    }

    /** @return what to tell the user about a command line that picocli refuses */
    public static String message(final ParameterException e) {
        final ArgSpec arg = e.getArgSpec();
        if (arg != null && e.getValue() != null && elementType(arg).isEnum()) {
            final List<String> values = Arrays.stream(elementType(arg).getEnumConstants())
                .map(v -> ((Enum<?>)v).name().toLowerCase(Locale.ROOT)).toList();
            final String name = arg.isOption() ? ((OptionSpec)arg).longestName() : arg.paramLabel();
            return name + " can't be '" + e.getValue() + "': give one of " + String.join(", ", values) + "." + meant(e.getValue(), values);
        }
        return e.getMessage();
    }

    private static Class<?> elementType(final ArgSpec arg) {
        return arg.auxiliaryTypes().length > 0 && !arg.type().isEnum() ? arg.auxiliaryTypes()[0] : arg.type();
    }

    private static String meant(final String typed, final Collection<String> known) {
        final List<String> near = new ArrayList<>(known.stream().filter(k -> k.length() > 2 || typed.length() < 3)
            .filter(k -> distance(typed, k) <= 1 + Math.max(typed.length(), k.length()) / 4 || typed.length() > 3 && k.startsWith(typed))
            .sorted(Comparator.comparingInt((String k) -> distance(typed, k)).thenComparing(k -> k)).limit(3).toList());
        return near.isEmpty() ? ""
            : " Did you mean " + near.stream().map(n -> "'" + n + "'").collect(Collectors.joining(" or ")) + "?";
    }

    /** Edits of one letter, and swaps of neighbours, that turn one word into the other. */
    public static int distance(final String one, final String other) {
        final String a = one.toLowerCase(Locale.ROOT);
        final String b = other.toLowerCase(Locale.ROOT);
        final int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                final int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
