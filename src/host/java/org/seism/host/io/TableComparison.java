package org.seism.host.io;

import java.util.ArrayList;
import java.util.List;

/** Compares a table with the expected one: same columns, same rows in the same order, same cells. */
public final class TableComparison {

    private static final int MAX_DIFFERENCES = 5;

    private final double tolerance;

    private final List<String> differences = new ArrayList<>();

    private TableComparison(final double tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * @param expected lines of the expected table
     * @param actual lines of the table
     * @param tolerance largest accepted difference of numbers, relative to the greater one (absolute below 1)
     * @return the first few differences, empty if there are none
     */
    public static List<String> differences(final List<List<String>> expected, final List<List<String>> actual,
        final double tolerance) {
        final TableComparison comparison = new TableComparison(tolerance);
        comparison.compare(expected, actual);
        return comparison.differences;
    }

    private void compare(final List<List<String>> expected, final List<List<String>> actual) {
        if (expected.isEmpty()) {
            differences.add("the expected table has no header");
            return;
        }
        if (!expected.get(0).equals(actual.get(0))) {
            differences.add("columns " + actual.get(0) + " instead of " + expected.get(0));
            return;
        }
        if (expected.size() != actual.size()) {
            differences.add((actual.size() - 1) + " rows instead of " + (expected.size() - 1));
        }
        for (int row = 1; row < Math.min(expected.size(), actual.size()); row++) {
            compareRow(expected.get(0), expected.get(row), actual.get(row), "row " + row + " (" + expected.get(row).get(0)
                + ")");
            if (differences.size() >= MAX_DIFFERENCES) {
                differences.add("...");
                return;
            }
        }
    }

    private void compareRow(final List<String> header, final List<String> expected, final List<String> actual,
        final String row) {
        if (expected.size() != actual.size()) {
            differences.add(row + ": " + expected.size() + " cells expected, the table has "
                + actual.size());
            return;
        }
        for (int c = 0; c < expected.size(); c++) {
            if (!same(expected.get(c), actual.get(c))) {
                differences.add(row + ", column \"" + header.get(c) + "\": " + actual.get(c)
                    + " instead of " + expected.get(c));
            }
        }
    }

    private boolean same(final String expected, final String actual) {
        if (expected.equals(actual)) {
            return true;
        }
        if (tolerance == 0) {
            return false;
        }
        if (expected.startsWith("[") && actual.startsWith("[")) {
            final String[] e = expected.substring(1, expected.length() - 1).split(", ");
            final String[] a = actual.substring(1, actual.length() - 1).split(", ");
            boolean all = e.length == a.length;
            for (int i = 0; all && i < e.length; i++) {
                all = same(e[i], a[i]);
            }
            return all;
        }
        try {
            final double e = Double.parseDouble(expected);
            final double a = Double.parseDouble(actual);
            return Math.abs(e - a) <= tolerance * Math.max(1, Math.max(Math.abs(e), Math.abs(a)));
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
