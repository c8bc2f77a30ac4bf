package org.seism.motif.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.seism.InputException;
import org.seism.motif.FrequencyMatrix;

/** Collects the motifs of a file while it is read: one that can't be read is put aside with its reason. Used by one thread. */
final class MotifCollector {
    private final List<FrequencyMatrix> m_motifs = new ArrayList<>();
    /** One per motif, empty where the file does not say. */
    private final List<String> m_families = new ArrayList<>();
    private final List<InputException> m_bad = new ArrayList<>();

    /**
     * Reads one motif; what is wrong with it concerns no other.
     *
     * @return whether it could be read
     */
    boolean take(final Supplier<FrequencyMatrix> motif) {
        try {
            m_motifs.add(motif.get());
            m_families.add("");
            return true;
        } catch (InputException e) {
            m_bad.add(e);
            return false;
        }
    }

    /** @param family of the factor whose motif was read last */
    void family(final String family) {
        m_families.set(m_families.size() - 1, family);
    }

    void bad(final InputException reason) {
        m_bad.add(reason);
    }

    List<FrequencyMatrix> motifs() {
        return m_motifs;
    }

    /** @return one family per motif, empty where the file does not say */
    List<String> families() {
        return m_families;
    }

    /** @return what could not be read, in the order of the file */
    List<InputException> bad() {
        return m_bad;
    }
}
