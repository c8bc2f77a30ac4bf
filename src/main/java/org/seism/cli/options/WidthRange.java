package org.seism.cli.options;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One number, or the smallest and the largest: {@code 6} or {@code 6-8}.
 *
 * @param min the smallest
 * @param max the largest
 */
public record WidthRange(int min, int max) {

    /** Reads it from an option. */
    public static final class Converter implements ITypeConverter<WidthRange> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

        @Override
        public WidthRange convert(final String value) {
            final Matcher m = FORM.matcher(value.strip());
            if (!m.matches()) {
                throw new TypeConversionException("'" + value + "' is neither a number such as 6 nor a range such as 6-8");
            }
            final int min = Integer.parseInt(m.group(1));
            return new WidthRange(min, m.group(2) == null ? min : Integer.parseInt(m.group(2)));
        }
    }
}
