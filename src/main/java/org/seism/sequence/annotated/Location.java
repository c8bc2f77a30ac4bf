package org.seism.sequence.annotated;

import java.util.List;

/**
 * Where a feature lies.
 *
 * @param forward whether it is read as the sequence is given; false for the other strand
 * @param spans its parts in the order in which they are read, at least one: on the other strand the first lies rightmost
 */
public record Location(boolean forward, List<Span> spans) {

    /**
     * A part without a gap.
     *
     * @param start first letter, from 0
     * @param end behind the last
     */
    public record Span(int start, int end) {
        /** @return number of letters */
        public int length() {
            return end - start;
        }
    }

    /** Copies the list. */
    public Location {
        spans = List.copyOf(spans);
        if (spans.isEmpty() || spans.stream().anyMatch(s -> s.start() < 0 || s.end() <= s.start())) {
            throw new IllegalArgumentException("a location has at least one part, and no part is empty");
        }
    }

    /** @return the letter that is read first, from 0 */
    public int first() {
        return forward ? spans.get(0).start() : spans.get(0).end() - 1;
    }

    /** @return the letter that is read last, from 0 */
    public int last() {
        final Span span = spans.get(spans.size() - 1);
        return forward ? span.end() - 1 : span.start();
    }
}
