package org.seism.study;

import java.util.TreeSet;

import org.seism.sequence.Alphabet;

/**
 * What quality control finds out about one sequence.
 *
 * @param letters the sequence without white space and, for protein, without the stop symbol at its end
 * @param outside number of letters outside the alphabet
 * @param problem why it can't be used, or empty
 * @param remark what is worth knowing about it, or empty
 */
record SequenceCheck(String letters, int outside, String problem, String remark) {
    /** The most different letters a remark lists. */
    private static final int LISTED = 6;

    /**
     * @param sequence as read
     * @param alphabet the alphabet
     * @param width letters of the smallest window
     * @return the findings
     */
    static SequenceCheck of(final String sequence, final Alphabet alphabet, final int width) {
        final String letters = normalised(sequence, alphabet);
        if (letters.isEmpty()) {
            return new SequenceCheck(letters, 0, "the sequence is empty", "");
        }
        int outside = 0;
        int run = 0;
        int longest = 0;
        final TreeSet<Character> others = new TreeSet<>();
        for (int k = 0; k < letters.length(); k++) {
            if (alphabet.code(letters.charAt(k)) >= 0) {
                run++;
                longest = Math.max(longest, run);
            } else {
                run = 0;
                outside++;
                others.add(Character.toUpperCase(letters.charAt(k)));
            }
        }
        final String remark = outside == 0 ? "" : outside + " of " + letters.length() + " letters are outside the " + alphabet.label()
            + " alphabet (" + listing(others) + "); windows that hold one are skipped";
        if (longest >= width) {
            return new SequenceCheck(letters, outside, "", remark);
        }
        final String problem = letters.length() < width
            ? "the sequence has " + letters.length() + " letters, fewer than the width " + width
            : "no window of " + width + " letters without a letter outside the " + alphabet.label() + " alphabet";
        return new SequenceCheck(letters, outside, problem, remark);
    }

    private static String normalised(final String sequence, final Alphabet alphabet) {
        String letters = sequence;
        if (letters.chars().anyMatch(Character::isWhitespace)) {
            letters = letters.replaceAll("\\s+", "");
        }
        int end = letters.length();
        while (alphabet == Alphabet.PROTEIN && end > 0 && letters.charAt(end - 1) == '*') {
            end--;
        }
        return letters.substring(0, end);
    }

    private static String listing(final TreeSet<Character> letters) {
        final StringBuilder s = new StringBuilder();
        for (final char c : letters) {
            if (s.length() == LISTED) {
                return s + "...";
            }
            s.append(c);
        }
        return s.toString();
    }
}
