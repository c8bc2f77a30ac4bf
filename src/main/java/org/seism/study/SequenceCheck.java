package org.seism.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.seism.InputException;
import org.seism.sequence.Alphabet;
import org.seism.study.check.StudyCheck;
import org.seism.table.TextInput;

/**
 * What quality control finds out about one sequence.
 *
 * @param letters the sequence without white space and, for protein, without the stop symbol at its end
 * @param outside number of letters outside the alphabet
 * @param problem why it can't be used, or empty
 * @param remark what is worth knowing about it, or empty
 */
public record SequenceCheck(String letters, int outside, String problem, String remark) {
    /** The most different letters a remark lists. */
    private static final int LISTED = 6;
    private static final String FOREIGN = "[](){}<>+/|,;:=";

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

    /**
     * @param sequence as read, or null
     * @param source name of the file or table
     * @param where the record
     * @throws InputException if a character can't stand for a residue, not even an unknown one or a gap: digits (numbered lines, masses of
     *             modifications) and brackets. As letters outside the alphabet they would only take windows away, without a word
     */
    public static void refuseForeign(final String sequence, final String source, final String where) {
        for (int k = 0; sequence != null && k < sequence.length(); k++) {
            final char c = sequence.charAt(k);
            if (c >= '0' && c <= '9' || FOREIGN.indexOf(c) >= 0) {
                throw new InputException(source + ", " + where + ": the sequence has the character '" + c + "' at position " + (k + 1)
                    + ", which is no letter: " + TextInput.quoted(sequence.substring(Math.max(0, k - 10))) + ".",
                    "Check that these are sequences; take numbers and marks of modified residues, such as S[+80], out of them.");
            }
        }
    }

    /**
     * Counts what takes windows away: ambiguity codes are ordinary, and a note; gaps and other signs are a warning.
     *
     * @param checks of the sequences that are used
     * @param alphabet the alphabet
     * @param notes where the note goes
     * @return the warning, or empty
     */
    static Optional<StudyCheck> lostWindows(final List<SequenceCheck> checks, final Alphabet alphabet, final List<String> notes) {
        final Map<Character, Long> counts = new TreeMap<>();
        int sequences = 0;
        for (final SequenceCheck check : checks) {
            sequences += check.outside() > 0 ? 1 : 0;
            for (int k = 0; check.outside() > 0 && k < check.letters().length(); k++) {
                if (alphabet.code(check.letters().charAt(k)) < 0) {
                    counts.merge(Character.toUpperCase(check.letters().charAt(k)), 1L, Long::sum);
                }
            }
        }
        if (sequences == 0) {
            return Optional.empty();
        }
        final String finding = sequences + " of " + checks.size() + " sequences have letters outside the " + alphabet.label() + " alphabet ("
            + counts.entrySet().stream().limit(LISTED).map(e -> e.getValue() + " x " + e.getKey()).collect(Collectors.joining(", "))
            + (counts.size() > LISTED ? ", ..." : "") + "); windows that hold one are skipped.";
        if (counts.keySet().stream().allMatch(Character::isLetter)) {
            notes.add(finding);
            return Optional.empty();
        }
        return Optional.of(new StudyCheck(StudyCheck.Kind.LETTERS, finding, "Take gaps and other signs out of the sequences if they are "
            + "not meant to part them."));
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
