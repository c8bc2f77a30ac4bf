package org.seism.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * An immutable set of encoded sequences: one byte a letter, all in one array. A letter outside the alphabet (an ambiguity
 * code, a gap) is encoded as -1, and no window may contain it.
 */
public final class SequenceSet {
    private final Alphabet m_alphabet;
    private final String[] m_ids;
    private final byte[] m_codes;
    private final int[] m_offsets;

    private SequenceSet(final Alphabet alphabet, final String[] ids, final byte[] codes, final int[] offsets) {
        m_alphabet = alphabet;
        m_ids = ids;
        m_codes = codes;
        m_offsets = offsets;
    }

    /**
     * Encodes sequences given as text.
     *
     * @param alphabet the alphabet
     * @param ids one per sequence
     * @param sequences letters in either case; anything outside the alphabet becomes -1
     * @return the set
     * @throws IllegalArgumentException if the lists differ in length or hold more than 2^31-1 letters in all
     */
    public static SequenceSet of(final Alphabet alphabet, final List<String> ids, final List<String> sequences) {
        if (ids.size() != sequences.size()) {
            throw new IllegalArgumentException(ids.size() + " ids for " + sequences.size() + " sequences");
        }
        final int[] offsets = new int[ids.size() + 1];
        long total = 0;
        for (int i = 0; i < sequences.size(); i++) {
            total += sequences.get(i).length();
            if (total > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("more than 2^31 letters");
            }
            offsets[i + 1] = (int)total;
        }
        final byte[] codes = new byte[(int)total];
        for (int i = 0; i < sequences.size(); i++) {
            final String s = sequences.get(i);
            for (int k = 0; k < s.length(); k++) {
                codes[offsets[i] + k] = (byte)alphabet.code(s.charAt(k));
            }
        }
        return new SequenceSet(alphabet, ids.toArray(String[]::new), codes, offsets);
    }

    /**
     * Restores a set from {@link #codes()} and {@link #lengths()}.
     *
     * @param alphabet the alphabet
     * @param ids one per sequence
     * @param lengths letters per sequence
     * @param codes all letters' codes, -1 for letters outside the alphabet
     * @return the set
     * @throws IllegalArgumentException if sizes or codes do not fit
     */
    public static SequenceSet ofCodes(final Alphabet alphabet, final List<String> ids, final int[] lengths, final byte[] codes) {
        final int[] offsets = new int[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) {
            offsets[i + 1] = Math.addExact(offsets[i], lengths[i]);
        }
        if (ids.size() != lengths.length || offsets[lengths.length] != codes.length) {
            throw new IllegalArgumentException("ids, lengths and letters do not fit together");
        }
        for (final byte c : codes) {
            if (c < -1 || c >= alphabet.size()) {
                throw new IllegalArgumentException("letter code " + c + " is outside the alphabet");
            }
        }
        return new SequenceSet(alphabet, ids.toArray(String[]::new), codes.clone(), offsets);
    }

    /** @return the alphabet */
    public Alphabet alphabet() {
        return m_alphabet;
    }

    /** @return number of sequences */
    public int size() {
        return m_ids.length;
    }

    /**
     * @param i sequence index
     * @return its identifier as read
     */
    public String id(final int i) {
        return m_ids[i];
    }

    /** @return all identifiers in order */
    public List<String> ids() {
        return List.of(m_ids);
    }

    /**
     * @param i sequence index
     * @return number of letters
     */
    public int length(final int i) {
        return m_offsets[i + 1] - m_offsets[i];
    }

    /** @return number of letters per sequence */
    public int[] lengths() {
        final int[] lengths = new int[size()];
        Arrays.setAll(lengths, this::length);
        return lengths;
    }

    /** @return how many letters every sequence has; empty where they differ or there are none */
    public OptionalInt commonLength() {
        final int[] lengths = lengths();
        return lengths.length > 0 && Arrays.stream(lengths).allMatch(l -> l == lengths[0]) ? OptionalInt.of(lengths[0]) : OptionalInt.empty();
    }

    /** @return number of letters in all */
    public int totalLength() {
        return m_codes.length;
    }

    /**
     * @param i sequence index
     * @param position 0-based
     * @return the letter's code, or -1
     */
    public int code(final int i, final int position) {
        return m_codes[m_offsets[i] + position];
    }

    /**
     * @param i sequence index
     * @return a copy of its letters' codes
     */
    public byte[] codes(final int i) {
        return Arrays.copyOfRange(m_codes, m_offsets[i], m_offsets[i + 1]);
    }

    /** @return a copy of all letters' codes, sequence after sequence */
    public byte[] codes() {
        return m_codes.clone();
    }

    /**
     * @param i sequence index
     * @return its letters as text; letters outside the alphabet are shown as N (nucleic acids) or X (protein)
     */
    public String text(final int i) {
        return text(i, 0, length(i));
    }

    /**
     * @param i sequence index
     * @param start first position, 0-based
     * @param end position after the last
     * @return the letters from start to end as text
     */
    public String text(final int i, final int start, final int end) {
        final StringBuilder s = new StringBuilder(end - start);
        for (int k = start; k < end; k++) {
            final int c = code(i, k);
            s.append(c >= 0 ? m_alphabet.letter(c) : m_alphabet.hasComplement() ? 'N' : 'X');
        }
        return s.toString();
    }

    /**
     * @param rows indices of the sequences to keep, in the order wanted
     * @return a set of these sequences
     */
    public SequenceSet subset(final int[] rows) {
        final String[] ids = new String[rows.length];
        final int[] offsets = new int[rows.length + 1];
        for (int r = 0; r < rows.length; r++) {
            ids[r] = m_ids[rows[r]];
            offsets[r + 1] = offsets[r] + length(rows[r]);
        }
        final byte[] codes = new byte[offsets[rows.length]];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(m_codes, m_offsets[rows[r]], codes, offsets[r], length(rows[r]));
        }
        return new SequenceSet(m_alphabet, ids, codes, offsets);
    }
}
