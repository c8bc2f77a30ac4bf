package org.seism.analysis.field;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.seism.inference.LogProbability;
import org.seism.table.DelimitedWriter;

/** Values of fields as text that a program can read back: all digits, lists with commas, nothing for what is absent. */
public final class FieldText {
    private FieldText() {
    }

    /**
     * @param value of a field of any type but {@link FieldType#PICTURE}
     * @return its text
     */
    public static String of(final Optional<Object> value) {
        return value.map(FieldText::of).orElse("");
    }

    private static String of(final Object value) {
        if (value instanceof final Double number) {
            return DelimitedWriter.number(number);
        }
        if (value instanceof final LogProbability p) {
            return p.text();
        }
        if (value instanceof final Enum<?> choice) {
            return name(choice);
        }
        if (value instanceof final List<?> list) {
            return list.stream().map(FieldText::of).collect(Collectors.joining(","));
        }
        if (value instanceof final double[] numbers) {
            return Arrays.stream(numbers).mapToObj(DelimitedWriter::number).collect(Collectors.joining(","));
        }
        if (value instanceof final double[][] rows) {
            return Arrays.stream(rows).map(FieldText::of).collect(Collectors.joining(";"));
        }
        if (value instanceof final int[][] rows) {
            return Arrays.stream(rows).map(r -> Arrays.stream(r).mapToObj(Integer::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
        }
        return value.toString();
    }

    /**
     * @param choice one of a closed list
     * @return as options and files spell it
     */
    public static String name(final Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
