package org.seism.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Columns of numbers as base64 of little-endian typed arrays: exact, a fraction of their decimal digits in size, and
 * decoded by a browser without parsing. 5000 sequences times 20 motifs fit in a page of a few megabytes that way.
 */
final class PackedNumbers {
    private PackedNumbers() {
    }

    static ObjectNode doubles(final double[] values) {
        final ByteBuffer b = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (final double v : values) {
            b.putDouble(v);
        }
        return node("f64", b.array());
    }

    /** @param values not negative; stored in as few bytes as the largest needs */
    static ObjectNode integers(final int[] values) {
        final int largest = Arrays.stream(values).max().orElse(0);
        final int bytes = largest < 1 << 8 ? 1 : largest < 1 << 16 ? 2 : 4;
        final ByteBuffer b = ByteBuffer.allocate(bytes * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (final int v : values) {
            if (bytes == 1) {
                b.put((byte)v);
            } else if (bytes == 2) {
                b.putShort((short)v);
            } else {
                b.putInt(v);
            }
        }
        return node("u" + 8 * bytes, b.array());
    }

    /** Few different values, as activations of words are: the values once, and for each entry which one it is. */
    static ObjectNode levels(final double[] values) {
        final double[] levels = Arrays.stream(values).distinct().sorted().toArray();
        final int[] index = Arrays.stream(values).mapToInt(v -> Arrays.binarySearch(levels, v)).toArray();
        final ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("levels", doubles(levels));
        node.set("index", integers(index));
        return node;
    }

    static String base64(final byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The same bytes for the same content on every machine: the header has no time and no name. */
    static byte[] gzip(final byte[] bytes) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ObjectNode node(final String type, final byte[] bytes) {
        final ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", type);
        node.put("data", base64(bytes));
        return node;
    }
}
