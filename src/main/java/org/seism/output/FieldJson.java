package org.seism.output;

import java.util.List;
import java.util.Optional;

import org.seism.analysis.field.FieldText;
import org.seism.inference.LogProbability;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values of fields in JSON: a key for every field, null where there is no value. */
final class FieldJson {
    /** Below this a double has lost digits or is 0. */
    private static final double LOG_SMALLEST = Math.log(1e-300);

    private FieldJson() {
    }

    static void put(final ObjectNode node, final String key, final Optional<Object> value) {
        final Object v = value.orElse(null);
        if (v == null) {
            node.putNull(key);
        } else if (v instanceof final Integer number) {
            node.put(key, number);
        } else if (v instanceof final Long number) {
            node.put(key, number);
        } else if (v instanceof final Double number) {
            number(node, key, number);
        } else if (v instanceof final Boolean flag) {
            node.put(key, flag);
        } else if (v instanceof final String text) {
            node.put(key, text);
        } else if (v instanceof final LogProbability p) {
            probability(node, key, p);
        } else if (v instanceof final Enum<?> choice) {
            node.put(key, FieldText.name(choice));
        } else if (v instanceof final List<?> texts) {
            final ArrayNode array = node.putArray(key);
            texts.forEach(t -> array.add((String)t));
        } else if (v instanceof final double[] numbers) {
            add(node.putArray(key), numbers);
        } else if (v instanceof final int[][] rows) {
            final ArrayNode array = node.putArray(key);
            for (final int[] row : rows) {
                final ArrayNode numbers = array.addArray();
                for (final int number : row) {
                    numbers.add(number);
                }
            }
        } else if (v instanceof final double[][] rows) {
            final ArrayNode array = node.putArray(key);
            for (final double[] row : rows) {
                add(array.addArray(), row);
            }
        } else {
            throw new IllegalArgumentException(key + " is a " + v.getClass());
        }
    }

    /** JSON has no infinity and no NaN. */
    static void number(final ObjectNode node, final String key, final double value) {
        if (Double.isFinite(value)) {
            node.put(key, value == 0 ? 0.0 : value);
        } else {
            node.putNull(key);
        }
    }

    private static void add(final ArrayNode array, final double[] numbers) {
        for (final double number : numbers) {
            array.add(number);
        }
    }

    /** A number as long as a double has its digits, else a text with them; its logarithm is a field of its own. */
    private static void probability(final ObjectNode node, final String key, final LogProbability p) {
        if (p.log() < LOG_SMALLEST && p.log() != Double.NEGATIVE_INFINITY) {
            node.put(key, p.text());
        } else {
            number(node, key, p.value());
        }
    }
}
