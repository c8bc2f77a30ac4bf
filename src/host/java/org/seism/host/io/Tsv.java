package org.seism.host.io;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;

/**
 * Tables as text: tab-separated, UTF-8, first line the column names, first column the row keys. A missing value is "?",
 * a text "?" is "\?"; tab, line break and backslash are "\t", "\n", "\r", "\\". Numbers are written with all their digits.
 */
public final class Tsv {

    private Tsv() {
    }

    public static List<List<String>> of(final BufferedDataTable table) {
        final List<List<String>> lines = new ArrayList<>();
        final List<String> header = new ArrayList<>(List.of("RowID"));
        table.getDataTableSpec().forEach(c -> header.add(escape(c.getName())));
        lines.add(header);
        for (final DataRow row : table) {
            final List<String> line = new ArrayList<>(List.of(escape(row.getKey().getString())));
            row.forEach(cell -> line.add(cell(cell)));
            lines.add(line);
        }
        return lines;
    }

    private static String cell(final DataCell cell) {
        if (cell.isMissing()) {
            return "?";
        }
        if (cell instanceof PNGImageValue png) {
            // the size only: the bytes depend on the Java that drew and compressed them
            final var size = png.getImageContent().getPreferredSize();
            return "PNG " + size.width + " x " + size.height;
        }
        if (cell instanceof CollectionDataValue list) {
            final List<String> items = new ArrayList<>();
            list.forEach(item -> items.add(cell(item)));
            return "[" + String.join(", ", items) + "]";
        }
        return escape(cell.toString());
    }

    private static String escape(final String text) {
        final String escaped = text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
        return "?".equals(escaped) ? "\\?" : escaped;
    }

    public static void write(final BufferedDataTable table, final Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (Writer w = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (final List<String> line : of(table)) {
                w.write(String.join("\t", line));
                w.write('\n');
            }
        }
    }

    public static List<List<String>> read(final Path file) throws IOException {
        final List<List<String>> lines = new ArrayList<>();
        for (final String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            lines.add(List.of(line.split("\t", -1)));
        }
        return lines;
    }
}
