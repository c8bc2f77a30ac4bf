package org.seism.sequence.annotated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.sequence.Alphabet;
import org.seism.sequence.annotated.RegionSettings.Anchor;
import org.seism.sequence.annotated.RegionSettings.Neighbours;

/**
 * Cuts the letters around features out of annotated sequences, on the feature's strand. Of a circular sequence a region goes on
 * behind its end; of another it is shortened there. One object per run, used by one thread.
 */
public final class RegionExtractor {
    private final RegionSettings m_settings;
    private final Set<String> m_wanted;
    private final Set<String> m_used = new HashSet<>();
    private final Map<String, Long> m_types = new TreeMap<>();
    private final ExtractionReport m_report = new ExtractionReport();

    /** @param settings what is wanted */
    public RegionExtractor(final RegionSettings settings) {
        m_settings = settings;
        m_wanted = Set.copyOf(settings.types());
    }

    /**
     * @param records annotated sequences
     * @param progress cancellation
     * @param sink takes the regions in the order of the file
     * @return what happened to the features
     * @throws InputException if there is no feature of the types wanted, or none of them has a region
     */
    public ExtractionReport extract(final RecordSource records, final Progress progress, final Consumer<Region> sink) {
        while (records.hasNext()) {
            final AnnotatedRecord record = records.next();
            record.features().forEach(f -> m_types.merge(f.type(), 1L, Long::sum));
            final List<Feature> features = record.features().stream().filter(f -> m_wanted.contains(f.type())).toList();
            final NeighbourIndex index = new NeighbourIndex(features, m_settings, record.letters().length());
            for (final Feature feature : features) {
                progress.checkCancelled();
                m_report.seen();
                progress.report(0, () -> record.id() + ": feature " + m_report.features());
                one(record, feature, index, sink);
            }
        }
        if (m_report.features() == 0) {
            throw new InputException("There is no feature of the type " + String.join(" or ", m_settings.types()) + ".",
                m_types.isEmpty() ? "Choose a file with features." : "Ask for one of those that are there: " + types() + ".");
        }
        if (m_report.regions() == 0) {
            throw new InputException("None of " + m_report.features() + " features has a region. " + String.join(" ", m_report.warnings()),
                "Ask for more letters, or keep those of neighbours.");
        }
        return m_report;
    }

    private String types() {
        return String.join(", ", m_types.entrySet().stream().sorted(Map.Entry.<String, Long> comparingByValue().reversed()).limit(12)
            .map(e -> e.getKey() + " (" + e.getValue() + ")").toList());
    }

    private void one(final AnnotatedRecord record, final Feature feature, final NeighbourIndex index, final Consumer<Region> sink) {
        final int size = record.letters().length();
        final String named = feature.attribute(m_settings.names()).orElse("");
        if (feature.location().isEmpty()) {
            m_report.leaveOut("has no place of its own in its sequence", named.isEmpty() ? feature.type() : named);
            return;
        }
        final Location location = feature.location().get();
        // GFF3 lets a feature across the origin of a circle end behind its last letter
        if (location.spans().stream().anyMatch(s -> s.start() >= size || s.end() > (record.circular() ? 2 * (long)size : size))) {
            throw new InputException("The feature '" + (named.isEmpty() ? feature.type() : named) + "' reaches position "
                + location.spans().stream().mapToInt(Location.Span::end).max().orElse(0) + ", but " + record.id() + " has " + size + " letters.",
                "Use the annotation of the same assembly.");
        }
        final String name = named.isEmpty() ? record.id() + "_" + feature.type() + "_" + (Math.min(location.first(), location.last()) + 1) : named;
        new Cut(record, feature, location, name, index).deliver(sink);
    }

    /** One region while it is made. Places are counted along the feature's strand from its first letter. */
    private final class Cut {
        private final AnnotatedRecord m_record;
        private final Feature m_feature;
        private final Location m_location;
        private final String m_name;
        private final NeighbourIndex m_index;
        private final int m_size;
        private final int m_step;
        /** Letters from the feature's first to its last, gaps counted; negative where it runs backwards. */
        private final int m_length;
        private final List<String> m_remarks = new ArrayList<>();
        private int m_from;
        private int m_to;
        private boolean m_bad;

        Cut(final AnnotatedRecord record, final Feature feature, final Location location, final String name, final NeighbourIndex index) {
            m_record = record;
            m_feature = feature;
            m_location = location;
            m_name = name;
            m_index = index;
            m_size = record.letters().length();
            m_step = location.forward() ? 1 : -1;
            final int walked = m_step * (location.last() - location.first()) + 1;
            m_length = walked > 0 ? walked : record.circular() ? walked + m_size : walked;
        }

        void deliver(final Consumer<Region> sink) {
            if (m_length <= 0) {
                m_report.leaveOut("has parts in an order that its sequence, which is not circular, does not have", m_name);
                return;
            }
            m_from = m_settings.anchor() == Anchor.END ? m_length - m_settings.upstream() : -m_settings.upstream();
            m_to = m_settings.anchor() == Anchor.START ? m_settings.downstream() : m_length + m_settings.downstream();
            ends();
            neighbours();
            if (m_bad) {
                return;
            }
            if (m_from >= m_to) {
                m_report.leaveOut("has no letter left beside the sequence's end or a neighbour", m_name);
                return;
            }
            final String letters = letters();
            if (m_location.spans().size() > 1 && m_settings.anchor() == Anchor.WHOLE) {
                m_remarks.add(m_settings.spliced() ? m_location.spans().size() + " parts joined" : "with the letters between its "
                    + m_location.spans().size() + " parts");
            }
            final int left = m_step > 0 ? place(m_from) : place(m_to - 1);
            final int right = m_step > 0 ? place(m_to - 1) : place(m_from);
            if (left > right) {
                m_remarks.add("crosses the origin");
                m_report.crosses();
            }
            sink.accept(new Region(unique(), letters, m_record.id(), left + 1, right + 1, m_location.forward(), m_feature, m_remarks));
            m_report.taken();
        }

        private int place(final int k) {
            return Math.floorMod(m_location.first() + m_step * k, m_size);
        }

        /** A sequence that is no circle has no letters behind its end, and no region goes round a circle twice. */
        private void ends() {
            final int wanted = m_to - m_from;
            if (m_record.circular()) {
                m_to = Math.min(m_to, m_from + m_size);
            } else {
                final int first = m_location.first();
                m_from = Math.max(m_from, m_step > 0 ? -first : first - m_size + 1);
                m_to = Math.min(m_to, m_step > 0 ? m_size - first : first + 1);
            }
            if (m_to - m_from < wanted) {
                m_remarks.add("shortened by " + (wanted - Math.max(0, m_to - m_from)) + " at the sequence's end");
                m_report.shortens();
            }
        }

        private void neighbours() {
            final int before = Math.max(0, Math.min(0, m_to) - m_from);
            final int behind = Math.max(0, m_to - Math.max(m_length, m_from));
            final List<NeighbourIndex.Neighbour> up = beside(-1, before);
            final List<NeighbourIndex.Neighbour> down = beside(1, behind);
            if (up.isEmpty() && down.isEmpty()) {
                return;
            }
            final Set<String> names = new LinkedHashSet<>();
            up.forEach(n -> names.add(n.name()));
            down.forEach(n -> names.add(n.name()));
            final String who = String.join(", ", names.stream().limit(3).toList()) + (names.size() > 3 ? ", ..." : "");
            switch (m_settings.neighbours()) {
                case KEEP -> {
                    m_remarks.add("overlaps " + who);
                    m_report.overlaps();
                }
                case LEAVE_OUT -> {
                    m_report.leaveOut("has letters of a neighbour", m_name);
                    m_bad = true;
                }
                case CUT -> {
                    m_from = up.isEmpty() ? m_from : Math.max(m_from, -up.get(0).distance());
                    m_to = down.isEmpty() ? m_to : Math.min(m_to, m_length + down.get(0).distance());
                    m_remarks.add("cut at " + who);
                    m_report.cuts();
                }
            }
        }

        /** Neighbours beside the feature, before (-1) or behind it, each with the number of letters between. */
        private List<NeighbourIndex.Neighbour> beside(final int side, final int length) {
            final int first = place(side < 0 ? -1 : m_length);
            final int direction = side * m_step;
            // behind the end of a circle the count goes on from its other end
            final int here = Math.min(length, direction > 0 ? m_size - first : first + 1);
            final List<NeighbourIndex.Neighbour> found = new ArrayList<>(m_index.neighbours(m_feature, m_name, first, direction, here));
            m_index.neighbours(m_feature, m_name, direction > 0 ? 0 : m_size - 1, direction, length - here)
                .forEach(n -> found.add(new NeighbourIndex.Neighbour(n.distance() + here, n.name())));
            return found;
        }

        private String letters() {
            final StringBuilder letters = new StringBuilder(m_to - m_from);
            if (m_settings.anchor() == Anchor.WHOLE && m_settings.spliced()) {
                append(letters, m_from, Math.min(0, m_to));
                for (final Location.Span span : m_location.spans()) {
                    final int offset = Math.floorMod(m_step * ((m_step > 0 ? span.start() : span.end() - 1) - m_location.first()), m_size);
                    append(letters, offset, offset + span.length());
                }
                append(letters, m_length, m_to);
            } else {
                append(letters, m_from, m_to);
            }
            return letters.toString();
        }

        private void append(final StringBuilder letters, final int from, final int to) {
            for (int k = from; k < to; k++) {
                final char letter = m_record.letters().charAt(place(k));
                letters.append(m_step > 0 ? letter : complement(letter));
            }
        }

        private String unique() {
            String id = m_name;
            for (int k = 2; !m_used.add(id); k++) {
                id = m_name + "." + k;
            }
            if (!id.equals(m_name)) {
                m_remarks.add("its name comes more than once");
                m_report.repeats();
            }
            return id;
        }
    }

    /** U counts as T, whose complement is A; what is no code of a nucleotide becomes N. */
    private static char complement(final char letter) {
        final int mask = Alphabet.DNA.mask(letter);
        return mask == 0 ? 'N' : Alphabet.DNA.symbol(Alphabet.DNA.complementMask(mask));
    }
}
