package org.seism.study.check;

import java.util.Arrays;

/**
 * Which sequences hold a k-mer: a table of primitive numbers with open addressing, since a study of 20 000 sequences of 200 letters
 * has millions of k-mers, which as objects take half a gigabyte. Of a k-mer that many sequences hold only the first few are kept. Not
 * safe for use by several threads.
 */
final class KmerIndex {
    private static final int NONE = -1;

    private final int m_most;
    private long[] m_keys = new long[1 << 10];
    /** Per slot: the entry added last, or NONE where the slot is free. */
    private int[] m_heads = new int[m_keys.length];
    private int[] m_counts = new int[m_keys.length];
    private int m_size;
    /** Per entry: its sequence, and the entry of the same k-mer before it. */
    private int[] m_sequences = new int[1 << 10];
    private int[] m_before = new int[m_sequences.length];
    private int m_entries;

    /** @param most largest number of sequences that are kept for a k-mer */
    KmerIndex(final int most) {
        m_most = most;
        Arrays.fill(m_heads, NONE);
    }

    /** Takes a k-mer of a sequence; forgets it where enough are known that hold it. */
    void add(final long kmer, final int sequence) {
        if (2 * m_size >= m_keys.length) {
            grow();
        }
        final int slot = slot(m_keys, m_heads, kmer);
        if (m_heads[slot] == NONE) {
            m_keys[slot] = kmer;
            m_size++;
        }
        if (m_counts[slot] == m_most) {
            return;
        }
        if (m_entries == m_sequences.length) {
            m_sequences = Arrays.copyOf(m_sequences, 2 * m_entries);
            m_before = Arrays.copyOf(m_before, 2 * m_entries);
        }
        m_sequences[m_entries] = sequence;
        m_before[m_entries] = m_heads[slot];
        m_heads[slot] = m_entries++;
        m_counts[slot]++;
    }

    /** @return the first entry of a k-mer, negative where there is none */
    int first(final long kmer) {
        return m_heads[slot(m_keys, m_heads, kmer)];
    }

    /** @return the next entry of the same k-mer, negative after the last one */
    int next(final int entry) {
        return m_before[entry];
    }

    /** @return the sequence of an entry */
    int sequence(final int entry) {
        return m_sequences[entry];
    }

    private static int slot(final long[] keys, final int[] heads, final long kmer) {
        final long mixed = kmer * 0x9E3779B97F4A7C15L;
        int slot = (int)(mixed >>> 32) & keys.length - 1;
        while (heads[slot] != NONE && keys[slot] != kmer) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        final long[] keys = new long[2 * m_keys.length];
        final int[] heads = new int[keys.length];
        final int[] counts = new int[keys.length];
        Arrays.fill(heads, NONE);
        for (int old = 0; old < m_keys.length; old++) {
            if (m_heads[old] != NONE) {
                final int slot = slot(keys, heads, m_keys[old]);
                keys[slot] = m_keys[old];
                heads[slot] = m_heads[old];
                counts[slot] = m_counts[old];
            }
        }
        m_keys = keys;
        m_heads = heads;
        m_counts = counts;
    }
}
