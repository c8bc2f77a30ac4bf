package org.seism.candidate;

import java.util.Arrays;

/**
 * Words of one width with the number of sequences that contain them, bounded in size: once there are far more than wanted,
 * those with the smallest support are forgotten (but counted).
 */
final class WordCounts {
    private final int m_wanted;
    private long[] m_words = new long[1024];
    private int[] m_support = new int[1024];
    private int m_size;
    private long m_seen;

    WordCounts(final int wanted) {
        m_wanted = wanted;
    }

    void add(final long word, final int support) {
        m_seen++;
        if (m_size == m_words.length) {
            if (m_size >= 4L * m_wanted && m_size >= 1 << 20) {
                keepAtLeast(thresholdFor(m_wanted));
            }
            if (m_size > m_words.length / 2) {
                m_words = Arrays.copyOf(m_words, 2 * m_size);
                m_support = Arrays.copyOf(m_support, 2 * m_size);
            }
        }
        m_words[m_size] = word;
        m_support[m_size++] = support;
    }

    void addAll(final WordCounts other) {
        m_seen += other.m_seen - other.m_size;
        for (int k = 0; k < other.m_size; k++) {
            add(other.m_words[k], other.m_support[k]);
        }
    }

    /** Smallest support such that at least so many words (or all) have it. */
    private int thresholdFor(final int wanted) {
        final int[] sorted = Arrays.copyOf(m_support, m_size);
        Arrays.sort(sorted);
        return sorted[Math.max(0, m_size - wanted)];
    }

    private void keepAtLeast(final int support) {
        int kept = 0;
        for (int k = 0; k < m_size; k++) {
            if (m_support[k] >= support) {
                m_words[kept] = m_words[k];
                m_support[kept++] = m_support[k];
            }
        }
        m_size = kept;
    }

    int size() {
        return m_size;
    }

    /** All words that were ever added, also the forgotten ones. */
    long seen() {
        return m_seen;
    }

    long word(final int k) {
        return m_words[k];
    }

    int support(final int k) {
        return m_support[k];
    }
}
