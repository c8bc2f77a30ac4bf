package org.seism.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.sequence.WindowShape;

/**
 * Lists the words of one shape, plain or with IUPAC positions, that match a window in enough sequences (METHOD, section 4).
 * One sort of the windows per pattern of IUPAC positions; near-linear in the total length. With both strands only the
 * canonical one of a word and its reverse complement is listed.
 */
final class WordEnumeration {
    /** Words of up to so many bits are counted in an array: 4 million words, 34 MB for the while. */
    private static final int DENSE_BITS = 22;

    private final SequenceSet m_set;
    private final Strands m_strands;
    private final ErasedLetters m_erased;
    private final WindowShape m_shape;
    /** Letters of a word. */
    private final int m_width;
    private final int m_degeneracy;
    /** Whether a window of this shape is one on the other strand too, so that a word and its reverse complement are one. */
    private final boolean m_twofold;
    private final int m_minSupport;
    private final int m_wanted;
    private final Progress m_progress;
    private final WordCode m_code;
    /** Bits of a letter while counting; IUPAC symbols come in afterwards. */
    private final int m_letterBits;

    WordEnumeration(final SequenceSet set, final Strands strands, final ErasedLetters erased, final WindowShape shape,
        final GridSettings settings, final Progress progress) {
        m_erased = erased;
        m_set = set;
        m_strands = strands;
        m_shape = shape;
        m_width = shape.letters();
        m_degeneracy = settings.degeneracy(shape);
        m_twofold = strands == Strands.BOTH && shape.equals(shape.reverseComplement());
        m_minSupport = settings.effectiveMinSupport(set.size(), shape);
        m_wanted = settings.maxGridSize();
        m_progress = progress;
        m_code = new WordCode(set.alphabet(), shape, settings.degeneracy());
        m_letterBits = WordCode.bits(set.alphabet(), 0);
    }

    WordCounts run(final TaskRunner runner) {
        final List<int[]> patterns = new ArrayList<>();
        patterns.add(new int[0]);
        for (int a = 0; m_degeneracy > 0 && a < m_width; a++) {
            patterns.add(new int[]{a});
            for (int b = a + 1; m_degeneracy > 1 && b < m_width; b++) {
                patterns.add(new int[]{a, b});
            }
        }
        final List<Callable<WordCounts>> tasks = new ArrayList<>();
        for (final int[] pattern : patterns) {
            tasks.add(() -> count(pattern));
        }
        final WordCounts all = new WordCounts(m_wanted);
        runner.runAll(tasks).forEach(all::addAll);
        return all;
    }

    private void forEach(final int i, final LongConsumer visitor) {
        Windows.forEach(Windows.scanned(m_set, m_strands, i, m_shape), m_erased.unusable(i, m_shape), m_shape, m_letterBits, visitor);
    }

    /** Windows sorted by (letters outside the pattern, sequence, letters at the pattern); then one pass. */
    private WordCounts count(final int[] pattern) {
        final int size = m_set.alphabet().size();
        final int combinations = (int)Math.round(Math.pow(size, pattern.length));
        final int comboBits = pattern.length == 0 ? 0 : 32 - Integer.numberOfLeadingZeros(combinations - 1);
        final int sequenceBits = 32 - Integer.numberOfLeadingZeros(m_set.size());
        final int tailBits = comboBits + sequenceBits;
        if (pattern.length == 0 && m_letterBits * m_width <= DENSE_BITS) {
            return countDense();
        }
        if (pattern.length == 0 && m_letterBits * m_width + sequenceBits > 63) {
            return countWide();
        }
        final Entries entries = new Entries();
        for (int i = 0; i < m_set.size(); i++) {
            m_progress.checkCancelled();
            final long sequence = i;
            forEach(i, word -> {
                long rest = 0;
                int combo = 0;
                int next = 0;
                if (pattern.length == 0) {
                    rest = word;
                } else {
                    for (int c = 0; c < m_width; c++) {
                        final int letter = (int)(word >>> m_letterBits * (m_width - 1 - c)) & (1 << m_letterBits) - 1;
                        if (next < pattern.length && pattern[next] == c) {
                            combo = combo * size + letter;
                            next++;
                        } else {
                            rest = rest << m_letterBits | letter;
                        }
                    }
                }
                entries.add(rest << tailBits | sequence << comboBits | combo);
            });
        }
        entries.sort();
        final PatternSupport support = new PatternSupport(pattern, comboBits);
        long rest = -1;
        long sequence = -1;
        for (int k = 0; k < entries.m_size; k++) {
            final long e = entries.m_values[k];
            if (e >>> tailBits != rest) {
                support.endSequence();
                support.endRest(rest);
                rest = e >>> tailBits;
                sequence = -1;
                m_progress.checkCancelled();
            }
            if (e >>> comboBits != sequence) {
                support.endSequence();
                sequence = e >>> comboBits;
            }
            support.add((int)(e & (1L << comboBits) - 1));
        }
        support.endSequence();
        support.endRest(rest);
        return support.m_found;
    }

    /** Plain words so narrow that each has a counter. */
    private WordCounts countDense() {
        final int[] counts = new int[1 << m_letterBits * m_width];
        // number of the last sequence that held the word, from 1
        final int[] last = new int[counts.length];
        for (int i = 0; i < m_set.size(); i++) {
            m_progress.checkCancelled();
            final int number = i + 1;
            forEach(i, word -> {
                if (last[(int)word] != number) {
                    last[(int)word] = number;
                    counts[(int)word]++;
                }
            });
        }
        final PatternSupport support = new PatternSupport(new int[0], 0);
        for (int rest = 0; rest < counts.length; rest++) {
            if (counts[rest] >= m_minSupport) {
                support.addPlain(rest, counts[rest]);
            }
        }
        return support.m_found;
    }

    /** Plain words so wide that word and sequence number do not fit one long: repeats within a sequence are removed first. */
    private WordCounts countWide() {
        final Entries entries = new Entries();
        for (int i = 0; i < m_set.size(); i++) {
            m_progress.checkCancelled();
            final Entries own = new Entries();
            forEach(i, own::add);
            own.sort();
            for (int k = 0; k < own.m_size; k++) {
                if (k == 0 || own.m_values[k] != own.m_values[k - 1]) {
                    entries.add(own.m_values[k]);
                }
            }
        }
        entries.sort();
        final PatternSupport support = new PatternSupport(new int[0], 0);
        for (int k = 0; k < entries.m_size; k++) {
            support.add(0);
            support.endSequence();
            if (k + 1 == entries.m_size || entries.m_values[k + 1] != entries.m_values[k]) {
                support.endRest(entries.m_values[k]);
            }
        }
        return support.m_found;
    }

    /** Counts sequences for every way to put symbols at the pattern's positions. */
    private final class PatternSupport {
        private final int[] m_pattern;
        /** {@code [assignment][position]}: symbols at the pattern's positions. */
        private final int[][] m_assignments;
        /** {@code [assignment][combination]}: whether the letters match the symbols. */
        private final boolean[][] m_matches;
        private final int[] m_counts;
        private final int[] m_combos;
        private int m_combosSeen;
        private final WordCounts m_found = new WordCounts(m_wanted);

        PatternSupport(final int[] pattern, final int comboBits) {
            m_pattern = pattern;
            final int size = m_set.alphabet().size();
            final int ambiguous = m_code.symbols() - size;
            final int total = (int)Math.round(Math.pow(ambiguous, pattern.length));
            m_assignments = new int[total][pattern.length];
            m_matches = new boolean[total][1 << comboBits];
            for (int a = 0; a < total; a++) {
                int rest = a;
                for (int d = pattern.length - 1; d >= 0; d--) {
                    m_assignments[a][d] = size + rest % ambiguous;
                    rest /= ambiguous;
                }
                for (int combo = 0; combo < Math.round(Math.pow(size, pattern.length)); combo++) {
                    boolean match = true;
                    int letters = combo;
                    for (int d = pattern.length - 1; d >= 0; d--) {
                        match &= (m_code.mask(m_assignments[a][d]) >> letters % size & 1) != 0;
                        letters /= size;
                    }
                    m_matches[a][combo] = match;
                }
            }
            m_counts = new int[total];
            m_combos = new int[1 << comboBits];
        }

        void add(final int combo) {
            if (m_combosSeen == 0 || m_combos[m_combosSeen - 1] != combo) {
                m_combos[m_combosSeen++] = combo;
            }
        }

        void endSequence() {
            if (m_combosSeen == 0) {
                return;
            }
            for (int a = 0; a < m_counts.length; a++) {
                final boolean[] matches = m_matches[a];
                for (int k = 0; k < m_combosSeen; k++) {
                    if (matches[m_combos[k]]) {
                        m_counts[a]++;
                        break;
                    }
                }
            }
            m_combosSeen = 0;
        }

        void endRest(final long rest) {
            for (int a = 0; a < m_counts.length; a++) {
                if (m_counts[a] >= m_minSupport) {
                    addCanonical(word(rest, a), m_counts[a]);
                }
                m_counts[a] = 0;
            }
        }

        private void addCanonical(final long word, final int count) {
            if (!m_twofold || word <= m_code.reverseComplement(word)) {
                m_found.add(word, count);
            }
        }

        /** A plain word with its support. */
        void addPlain(final int rest, final int count) {
            addCanonical(word(rest, 0), count);
        }

        private long word(final long rest, final int assignment) {
            long word = 0;
            int next = 0;
            int left = m_width - m_pattern.length;
            for (int c = 0; c < m_width; c++) {
                final int symbol;
                if (next < m_pattern.length && m_pattern[next] == c) {
                    symbol = m_assignments[assignment][next++];
                } else {
                    left--;
                    symbol = (int)(rest >>> m_letterBits * left) & (1 << m_letterBits) - 1;
                }
                word = word << m_code.bits() | symbol;
            }
            return word;
        }
    }

    /** A growing array of longs. */
    private static final class Entries {
        private long[] m_values = new long[256];
        private int m_size;

        void add(final long value) {
            if (m_size == m_values.length) {
                m_values = Arrays.copyOf(m_values, 2 * m_size);
            }
            m_values[m_size++] = value;
        }

        void sort() {
            Arrays.sort(m_values, 0, m_size);
        }
    }
}
