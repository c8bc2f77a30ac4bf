package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.knime.node.parameters.persistence.Persistable;

/** Stands for KNIME's pattern part of a filter. */
public class PatternFilter implements Persistable {

    public String m_pattern = "";

    public boolean m_isCaseSensitive;

    public boolean m_isInverted;

    public PatternFilter() {
    }

    public Predicate<String> getIsSelectedPredicate(final PatternMode mode) {
        final String regex = mode == PatternMode.REGEX ? m_pattern
            : Pattern.compile("[^*?]+|\\*|\\?").matcher(m_pattern).replaceAll(r -> switch (r.group()) {
                case "*" -> ".*";
                case "?" -> ".";
                default -> java.util.regex.Matcher.quoteReplacement(Pattern.quote(r.group()));
            });
        final Pattern pattern = Pattern.compile(regex, m_isCaseSensitive ? 0 : Pattern.CASE_INSENSITIVE);
        return name -> pattern.matcher(name).matches() != m_isInverted;
    }

    /** Stands for the two kinds of patterns. */
    public enum PatternMode {
        REGEX, WILDCARD
    }
}
