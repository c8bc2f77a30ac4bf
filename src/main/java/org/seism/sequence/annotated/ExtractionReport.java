package org.seism.sequence.annotated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened to the features of an extraction. Filled by one thread. */
public final class ExtractionReport {
    private long m_features;
    private long m_regions;
    private long m_shortened;
    private long m_overlapping;
    private long m_cut;
    private long m_crossing;
    private long m_repeated;
    private final Map<String, Long> m_reasons = new LinkedHashMap<>();
    private final Map<String, String> m_examples = new LinkedHashMap<>();

    ExtractionReport() {
        // filled by the extractor
    }

    void seen() {
        m_features++;
    }

    void taken() {
        m_regions++;
    }

    void shortens() {
        m_shortened++;
    }

    void overlaps() {
        m_overlapping++;
    }

    void cuts() {
        m_cut++;
    }

    void crosses() {
        m_crossing++;
    }

    void repeats() {
        m_repeated++;
    }

    void leaveOut(final String reason, final String name) {
        m_reasons.merge(reason, 1L, Long::sum);
        m_examples.putIfAbsent(reason, name);
    }

    /** @return number of features of the types wanted */
    public long features() {
        return m_features;
    }

    /** @return number of regions */
    public long regions() {
        return m_regions;
    }

    /** @return full sentences on regions that are other than asked for, and on features without one */
    public List<String> warnings() {
        final List<String> warnings = new ArrayList<>();
        m_reasons.forEach((reason, count) -> warnings.add(count + " of " + m_features + " features left out: '" + m_examples.get(reason)
            + "'" + (count > 1 ? " and others: each " : " ") + reason + "."));
        add(warnings, m_shortened, "shortened at the end of the sequence");
        add(warnings, m_overlapping, "with letters that belong to a neighbour");
        add(warnings, m_cut, "cut at a neighbour");
        add(warnings, m_repeated, "under a name that comes more than once, told apart by a number");
        return warnings;
    }

    private void add(final List<String> warnings, final long count, final String what) {
        if (count > 0) {
            warnings.add(count + " of " + m_regions + " regions " + what + ".");
        }
    }

    /** @return number of regions that cross the origin of a circle, which is nothing to warn of */
    public long crossing() {
        return m_crossing;
    }
}
