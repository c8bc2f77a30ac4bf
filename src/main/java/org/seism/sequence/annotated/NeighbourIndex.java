package org.seism.sequence.annotated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which features stand on which letters of a sequence. Immutable. */
final class NeighbourIndex {

    /** A part of a feature. */
    private record Placed(int start, int end, Feature feature, String name) {
    }

    /** A feature that a letter belongs to. */
    record Neighbour(int distance, String name) {
    }

    private final List<Placed> m_placed = new ArrayList<>();
    private int m_longest;

    /**
     * @param features all of one sequence
     * @param settings types and names
     * @param size letters of the sequence; what lies behind them stands at its beginning
     */
    NeighbourIndex(final List<Feature> features, final RegionSettings settings, final int size) {
        for (final Feature feature : features) {
            final String name = feature.attribute(settings.names()).orElse("");
            feature.location().ifPresent(l -> l.spans().forEach(s -> {
                m_placed.add(new Placed(s.start(), Math.min(s.end(), size), feature, name));
                if (s.end() > size) {
                    m_placed.add(new Placed(0, s.end() - size, feature, name));
                }
                m_longest = Math.max(m_longest, s.length());
            }));
        }
        m_placed.sort(Comparator.comparingInt(Placed::start));
    }

    /**
     * @param feature whose neighbours are asked for; others of its name are the same thing once more
     * @param name of it
     * @param from first letter of a stretch beside the feature, the one next to it
     * @param step 1 or -1, the direction away from the feature
     * @param length of the stretch
     * @return the neighbour whose letter comes first, with the number of letters before that
     */
    List<Neighbour> neighbours(final Feature feature, final String name, final int from, final int step, final int length) {
        final int low = step > 0 ? from : from - length + 1;
        final int high = low + length;
        final List<Neighbour> found = new ArrayList<>();
        for (int k = firstFrom(low - m_longest + 1); length > 0 && k < m_placed.size() && m_placed.get(k).start() < high; k++) {
            final Placed other = m_placed.get(k);
            final boolean same = other.feature() == feature || !name.isEmpty() && other.name().equals(name);
            if (!same && other.end() > low) {
                final int nearest = step > 0 ? Math.max(other.start(), low) - from : from - Math.min(other.end() - 1, high - 1);
                found.add(new Neighbour(nearest, other.name().isEmpty() ? other.feature().type() : other.name()));
            }
        }
        found.sort(Comparator.comparingInt(Neighbour::distance));
        return found;
    }

    /** Index of the first part that begins at or behind a place. */
    private int firstFrom(final int start) {
        int low = 0;
        int high = m_placed.size();
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (m_placed.get(middle).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
