package org.seism.sequence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.seism.InputException;
import org.seism.table.CellValue;
import org.seism.table.TextInput;

/**
 * A regular expression with exactly one group that finds a phenotype somewhere in a FASTA header, for instance
 * {@code activity=(\S+)}. Immutable.
 */
public final class HeaderPattern {
    private final Pattern m_pattern;

    private HeaderPattern(final Pattern pattern) {
        m_pattern = pattern;
    }

    /**
     * @param regex a regular expression of Java
     * @return the pattern
     * @throws InputException if it isn't one, or hasn't exactly one group
     */
    public static HeaderPattern of(final String regex) {
        final Pattern pattern;
        try {
            pattern = Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new InputException("The header pattern " + TextInput.quoted(regex) + " is no regular expression: "
                + e.getDescription() + " near position " + e.getIndex() + ".", "Correct it, for instance: activity=(\\S+)", e);
        }
        final int groups = pattern.matcher("").groupCount();
        if (groups != 1) {
            throw new InputException(
                "The header pattern " + TextInput.quoted(regex) + " has " + groups + " groups; exactly one must enclose the phenotype.",
                "Put the phenotype's part in parentheses, for instance activity=(\\S+), and write other groups as (?:...).");
        }
        return new HeaderPattern(pattern);
    }

    /**
     * @param header a FASTA header without its {@code >}
     * @return the group's text at its first match as a value; missing, with the reason, if there is no match
     */
    public CellValue find(final String header) {
        final Matcher matcher = m_pattern.matcher(header);
        final boolean found;
        try {
            found = matcher.find();
        } catch (StackOverflowError e) {
            // Java's expressions take a stack frame for every turn of a repeated group
            throw new InputException("The header pattern " + TextInput.quoted(m_pattern.pattern()) + " needs too much memory for the header "
                + TextInput.quoted(header) + " of " + header.length() + " characters.",
                "Avoid repeated groups such as (a|b)*: write [ab]* instead.", e);
        }
        if (!found || matcher.group(1) == null) {
            return CellValue.missing("the header does not match the pattern");
        }
        return CellValue.parse(matcher.group(1));
    }
}
