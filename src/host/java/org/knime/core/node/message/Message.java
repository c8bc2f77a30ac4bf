package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;

/** Stands for KNIME's node message: one sentence, an optional detail, remedies. */
public final class Message {

    private final String summary;

    private final Issue issue;

    private final List<String> resolutions;

    Message(final String summary, final Issue issue, final List<String> resolutions) {
        this.summary = Objects.requireNonNull(summary, "The summary of a message must not be null.");
        this.issue = issue;
        this.resolutions = List.copyOf(resolutions);
    }

    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    public static Message fromSummary(final String summary) {
        return new Message(String.valueOf(summary), null, List.of());
    }

    public static Message fromSummaryWithResolution(final String summary, final String... resolutions) {
        return new Message(summary, null, List.of(resolutions));
    }

    public static Message fromRowIssue(final String summary, final int portIndex, final long row, final int column,
        final String description) {
        return new Message(summary, new Issue(portIndex, column, row, description), List.of());
    }

    public String getSummary() {
        return summary;
    }

    public List<String> getResolutions() {
        return resolutions;
    }

    /** The detail as shown, or null. */
    String details() {
        return issue == null ? null : issue.text();
    }

    public MessageBuilder modify() {
        return new MessageBuilder(summary, issue, resolutions);
    }

    /** Turns a cell of an input table into text: the rows around it with the cell underlined. */
    public Message renderIssueDetails(final PortObject[] inputs) {
        if (issue == null || !issue.isCell() || !(inputs[issue.port()] instanceof DataTable table)) {
            return this;
        }
        final List<String> lines = new ArrayList<>();
        final int c = issue.column();
        lines.add("RowID | " + table.getDataTableSpec().getColumnSpec(c).getName());
        long index = 0;
        String marked = "";
        for (final DataRow row : table) {
            if (index > issue.row()) {
                break;
            }
            if (index >= issue.row() - 2) {
                marked = row.getCell(c).toString();
                lines.add(row.getKey() + " | " + marked);
            }
            index++;
        }
        final int start = lines.get(lines.size() - 1).length() - marked.length();
        lines.add(" ".repeat(Math.max(0, start)) + "^".repeat(Math.max(1, marked.length())));
        lines.add(issue.text());
        return new Message(summary, Issue.ofText(String.join("\n", lines)), resolutions);
    }

    public String toLogPrintable() {
        return issue == null ? summary : summary + "\n" + issue.text();
    }

    public InvalidSettingsException toInvalidSettingsException() {
        return toInvalidSettingsException(null);
    }

    public InvalidSettingsException toInvalidSettingsException(final Throwable cause) {
        return new MessageAwareInvalidSettingsException(this, cause);
    }

    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    public KNIMEException toKNIMEException(final Throwable cause) {
        return KNIMEException.of(this, cause);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof Message m && summary.equals(m.summary) && Objects.equals(issue, m.issue)
            && resolutions.equals(m.resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(summary, issue, resolutions);
    }

    @Override
    public String toString() {
        return toLogPrintable();
    }
}
