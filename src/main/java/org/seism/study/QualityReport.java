package org.seism.study;

import java.util.List;

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
}
