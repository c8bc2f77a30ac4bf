package org.seism.study;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What quality control did with every record of the input, in input order.
 *
 * @param rows one per record read
 */
public record QualityReport(List<Row> rows) {

    /**
     * One record of the input.
     *
     * @param number 1-based number of the record in its file or table
     * @param id its identifier
     * @param kept whether it is used
     * @param reason why it was left out, or a remark on a kept record; empty where there is nothing to say
     */
    public record Row(long number, String id, boolean kept, String reason) {
    }

    /** Copies the list. */
    public QualityReport {
        rows = List.copyOf(rows);
    }

    /** @return number of records left out */
    public long leftOut() {
        return rows.stream().filter(r -> !r.kept()).count();
    }

    /** @return how many records were left out for which reason, such as {@code 3 phenotype is missing, 1 the sequence is empty} */
    public String reasons() {
        final Map<String, Integer> counts = new TreeMap<>();
        rows.stream().filter(r -> !r.kept()).forEach(r -> counts.merge(kind(r.reason()), 1, Integer::sum));
        return counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining(", "));
    }

    /** The first reason without what is particular to the record: names, values and numbers. */
    private static String kind(final String reason) {
        final String first = reason.split("; ", 2)[0];
        final String general = first.replaceAll("\\(.*\\)", "").replaceAll("'.*'", "").replaceAll("\\b\\d+ letters", "few letters")
            .replaceAll(" +", " ").strip();
        return general.endsWith(" of") || general.endsWith(" to") ? general + " another" : general;
    }
}
