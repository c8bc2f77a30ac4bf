package org.seism.sequence;

import java.util.List;
import java.util.Locale;

/** Which alphabet sequences are read in: a given one, or the one their letters suggest. */
public enum AlphabetChoice {
    /**
     * DNA where all letters are A, C, G, T, U or IUPAC codes of nucleotides and at least half of them are A, C, G, T, U or
     * N (short peptides can consist of IUPAC codes alone); RNA where such sequences hold U and no T; protein otherwise.
     */
    AUTO,
    /** DNA. */
    DNA,
    /** RNA. */
    RNA,
    /** Protein. */
    PROTEIN;

    /**
     * @param name auto, dna, rna or protein, any case
     * @return the choice
     * @throws IllegalArgumentException for anything else
     */
    public static AlphabetChoice of(final String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * @param sequences as read; gaps and other characters that are no letters do not count
     * @return the alphabet to use for all of them; DNA if there is no letter at all
     */
    public Alphabet resolve(final List<String> sequences) {
        return this == AUTO ? detect(counts(sequences)) : Alphabet.of(name());
    }

    /**
     * @param seen how often each of the first 128 characters occurs in all sequences together
     * @return as {@link #resolve(List)}
     */
    public Alphabet resolve(final long[] seen) {
        return this == AUTO ? detect(seen) : Alphabet.of(name());
    }

    private static long[] counts(final List<String> sequences) {
        final long[] seen = new long[128];
        for (final String s : sequences) {
            for (int k = 0; k < s.length(); k++) {
                final char c = s.charAt(k);
                if (c < 128) {
                    seen[c]++;
                }
            }
        }
        return seen;
    }

    private static Alphabet detect(final long[] seen) {
        final long[] counts = new long[128];
        for (char c = 0; c < 128; c++) {
            counts[Character.toUpperCase(c)] += seen[c];
        }
        long letters = 0;
        long nucleotides = 0;
        boolean onlyCodes = true;
        for (char c = 'A'; c <= 'Z'; c++) {
            letters += counts[c];
            nucleotides += "ACGTUN".indexOf(c) >= 0 ? counts[c] : 0;
            onlyCodes &= counts[c] == 0 || Alphabet.DNA.mask(c) != 0;
        }
        if (!onlyCodes || 2 * nucleotides < letters) {
            return Alphabet.PROTEIN;
        }
        return counts['U'] > 0 && counts['T'] == 0 ? Alphabet.RNA : Alphabet.DNA;
    }
}
