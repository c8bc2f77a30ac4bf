package org.seism.study.input;

import java.util.ArrayList;
import java.util.List;

import org.seism.Progress;
import org.seism.sequence.Alphabet;
import org.seism.sequence.AlphabetChoice;

/**
 * What is to be known about sequences before they are scanned piece by piece.
 *
 * @param alphabet the alphabet, found out where it was left open
 * @param counts how often every letter of the alphabet occurs
 * @param lengths number of letters of every sequence, in order
 */
public record SequenceSurvey(Alphabet alphabet, long[] counts, List<Long> lengths) {

    /**
     * @param input where the sequences are found
     * @param choice the alphabet, or automatic
     * @param progress cancellation
     * @return what they are like
     * @throws org.seism.InputException as {@link SequenceStream#read}
     */
    public static SequenceSurvey of(final StudyInput input, final AlphabetChoice choice, final Progress progress) {
        final long[] seen = new long[128];
        final List<Long> lengths = new ArrayList<>();
        SequenceStream.read(input, new SequenceStream.Sink() {
            private long m_length;

            @Override
            public void begin(final String id) {
                m_length = 0;
            }

            @Override
            public void letters(final char[] text, final int length) {
                for (int k = 0; k < length; k++) {
                    seen[text[k] < 128 ? text[k] : 0]++;
                }
                m_length += length;
            }

            @Override
            public void end() {
                lengths.add(m_length);
            }
        }, progress);
        final Alphabet alphabet = choice.resolve(seen);
        final long[] counts = new long[alphabet.size()];
        for (char c = 0; c < 128; c++) {
            if (alphabet.code(c) >= 0) {
                counts[alphabet.code(c)] += seen[c];
            }
        }
        return new SequenceSurvey(alphabet, counts, lengths);
    }

    /** @return number of letters of all sequences */
    public long total() {
        return lengths.stream().mapToLong(Long::longValue).sum();
    }
}
