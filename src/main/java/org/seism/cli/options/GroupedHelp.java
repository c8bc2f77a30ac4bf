package org.seism.cli.options;

import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lists the options in groups: those of a class under its {@link Heading}, the command's own under one of theirs. */
public final class GroupedHelp {
    private static final String OWN = "Options";
    private static final String GENERAL = "Output and general";
    private static final List<String> GENERAL_OPTIONS = List.of("--out", "--threads", "--debug", "--help", "--version", "--format", "--seed");

    private GroupedHelp() {
    }

    /**
     * Sets it for a command and all below it.
     *
     * @param line the command
     */
    public static void install(final CommandLine line) {
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, help -> "");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, GroupedHelp::list);
        line.getSubcommands().values().forEach(GroupedHelp::install);
    }

    private static String list(final Help help) {
        final StringBuilder text = new StringBuilder();
        groups(help.commandSpec()).forEach((heading, options) -> {
            final Help.Layout layout = help.createDefaultLayout(options, List.of(), help.colorScheme());
            layout.addAllOptions(options, help.parameterLabelRenderer());
            text.append(String.format("%n%s:%n", heading)).append(layout);
        });
        return text.toString();
    }

    /**
     * @param command a command
     * @return the options that the help shows, by heading, in the order in which a reader needs them
     */
    public static Map<String, List<OptionSpec>> groups(final CommandSpec command) {
        final Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
        for (final OptionSpec option : command.options()) {
            if (!option.hidden()) {
                groups.computeIfAbsent(heading(command, option), h -> new ArrayList<>()).add(option);
            }
        }
        final List<OptionSpec> general = groups.remove(GENERAL);
        if (general != null) {
            groups.put(groups.isEmpty() ? OWN : GENERAL, general);
        }
        return groups;
    }

    private static String heading(final CommandSpec command, final OptionSpec option) {
        final Class<?> owner = option.userObject() instanceof Member field ? field.getDeclaringClass() : command.userObject().getClass();
        final Heading heading = owner.getAnnotation(Heading.class);
        if (heading != null) {
            return heading.value();
        }
        return GENERAL_OPTIONS.contains(option.longestName()) ? GENERAL : OWN;
    }
}
