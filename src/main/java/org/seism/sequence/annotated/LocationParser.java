package org.seism.sequence.annotated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the locations of the INSDC feature table: {@code 12..80}, {@code complement(join(4900..5000,1..30))}, {@code <1..>9}. Places
 * between letters, in other records, and on both strands at once have no letters of their own here.
 */
final class LocationParser {
    private static final Pattern RANGE = Pattern.compile("[<>]?(\\d{1,9})(?:\\.\\.?[<>]?(\\d{1,9}))?");

    private final String m_text;
    private int m_at;

    private LocationParser(final String text) {
        m_text = text;
    }

    /** A part with its strand. */
    private record Part(boolean forward, Location.Span span) {
    }

    /**
     * @param text a location, possibly with blanks
     * @return it, or empty for one that names no letters of this sequence
     */
    static Optional<Location> parse(final String text) {
        final LocationParser parser = new LocationParser(text.replaceAll("\\s+", ""));
        try {
            final List<Part> parts = parser.parts();
            final boolean forward = parts.get(0).forward();
            if (parser.m_at < parser.m_text.length() || parts.stream().anyMatch(p -> p.forward() != forward)) {
                return Optional.empty();
            }
            return Optional.of(new Location(forward, parts.stream().map(Part::span).toList()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private List<Part> parts() {
        for (final String list : List.of("join(", "order(")) {
            if (m_text.startsWith(list, m_at)) {
                m_at += list.length();
                final List<Part> parts = new ArrayList<>(parts());
                while (m_text.charAt(m_at) == ',') {
                    m_at++;
                    parts.addAll(parts());
                }
                close();
                return parts;
            }
        }
        if (m_text.startsWith("complement(", m_at)) {
            m_at += "complement(".length();
            final List<Part> parts = new ArrayList<>(parts());
            close();
            // what is read last on the given strand is read first on the other
            Collections.reverse(parts);
            return parts.stream().map(p -> new Part(!p.forward(), p.span())).toList();
        }
        final Matcher range = RANGE.matcher(m_text).region(m_at, m_text.length());
        if (!range.lookingAt()) {
            throw new IllegalArgumentException(m_text);
        }
        m_at = range.end();
        final int first = Integer.parseInt(range.group(1));
        final int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        if (first < 1 || last < first || m_at < m_text.length() && "^:".indexOf(m_text.charAt(m_at)) >= 0) {
            throw new IllegalArgumentException(m_text);
        }
        return List.of(new Part(true, new Location.Span(first - 1, last)));
    }

    private void close() {
        if (m_text.charAt(m_at) != ')') {
            throw new IllegalArgumentException(m_text);
        }
        m_at++;
    }
}
