package org.seism.host.io;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints a table for a person at a terminal: a few rows, and a wide table of few rows turned on its side. */
public final class TablePrinter {
    private static final int SHOWN_ROWS = 8;

    private static final int SHOWN_WIDTH = 40;

    private static final int LINE = 140;

    private final PrintStream out;

    public TablePrinter(final PrintStream out) {
        this.out = out;
    }

    /** @param lines the header and the rows, as many cells in each */
    public void print(final List<List<String>> lines) {
        final List<List<String>> shown = lines.subList(0, Math.min(lines.size(), SHOWN_ROWS + 1)).stream()
            .map(l -> l.stream().map(TablePrinter::shorten).toList()).toList();
        final int[] widths = widths(shown);
        int width = 0;
        for (final int w : widths) {
            width += w + 2;
        }
        if (width > LINE && lines.size() - 1 <= SHOWN_ROWS / 2) {
            final List<List<String>> turned = turned(shown);
            align(turned, widths(turned));
        } else {
            align(shown, widths);
        }
        if (lines.size() > SHOWN_ROWS + 1) {
            out.println("... and " + (lines.size() - SHOWN_ROWS - 1) + " more rows");
        }
    }

    private void align(final List<List<String>> lines, final int[] widths) {
        for (final List<String> line : lines) {
            final StringBuilder b = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                b.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            out.println(b.toString().stripTrailing());
        }
    }

    private static List<List<String>> turned(final List<List<String>> lines) {
        final List<List<String>> columns = new ArrayList<>();
        for (int c = 0; c < lines.get(0).size(); c++) {
            final int column = c;
            columns.add(lines.stream().map(l -> l.get(column)).toList());
        }
        return columns;
    }

    private static int[] widths(final List<List<String>> lines) {
        final int[] widths = new int[lines.get(0).size()];
        lines.forEach(l -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], l.get(i).length());
            }
        });
        return widths;
    }

    private static String shorten(final String cell) {
        return cell.length() <= SHOWN_WIDTH ? cell : cell.substring(0, SHOWN_WIDTH - 3) + "...";
    }
}
