package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stands for KNIME's collector of messages: keeps the first issue, counts the rest. */
public final class MessageBuilder {

    private String summary;

    private Issue firstIssue;

    private long issueCount;

    private final List<String> resolutions = new ArrayList<>();

    MessageBuilder() {
    }

    MessageBuilder(final String summary, final Issue issue, final List<String> resolutions) {
        this.summary = summary;
        this.firstIssue = issue;
        this.issueCount = issue == null ? 0 : 1;
        this.resolutions.addAll(resolutions);
    }

    public Optional<String> getSummary() {
        return Optional.ofNullable(summary);
    }

    public MessageBuilder withSummary(final String summary) {
        this.summary = summary;
        return this;
    }

    public MessageBuilder addTextIssue(final String issue) {
        return add(Issue.ofText(issue));
    }

    public MessageBuilder addRowIssue(final int portIndex, final int columnIndex, final long rowIndex,
        final String description) {
        return add(new Issue(portIndex, columnIndex, rowIndex, description));
    }

    public MessageBuilder addRowIssue(final int portIndex, final long rowIndex, final String description) {
        return add(new Issue(portIndex, Issue.UNKNOWN, rowIndex, description));
    }

    private MessageBuilder add(final Issue issue) {
        if (firstIssue == null) {
            firstIssue = issue;
        }
        issueCount++;
        return this;
    }

    public MessageBuilder addResolutions(final String... values) {
        resolutions.addAll(List.of(values));
        return this;
    }

    public Optional<String> getFirstIssue() {
        return Optional.ofNullable(firstIssue).map(Issue::text);
    }

    public long getIssueCount() {
        return issueCount;
    }

    public Optional<Message> build() {
        return getSummary().map(s -> new Message(s, firstIssue, resolutions));
    }
}
