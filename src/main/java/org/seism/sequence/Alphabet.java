package org.seism.sequence;

import java.util.Locale;

/**
 * The letters of a kind of biological sequence, numbered in alphabetical order, and their IUPAC ambiguity codes. A set of
 * letters is a bit mask: bit c stands for the letter with code c.
 */
public enum Alphabet {
    /** A, C, G, T; reads U as T. */
    DNA("ACGT", new int[]{3, 2, 1, 0}),
    /** A, C, G, U; reads T as U. */
    RNA("ACGU", new int[]{3, 2, 1, 0}),
    /** The twenty standard amino acids. */
    PROTEIN("ACDEFGHIKLMNPQRSTVWY", null);

    /** Index = mask over A, C, G, T. */
    private static final String NUCLEOTIDE_SYMBOLS = "?ACMGRSVTWYHKDBN";

    private final String m_letters;
    private final int[] m_complement;
    private final byte[] m_codes = new byte[128];
    private final int[] m_masks = new int[128];

    Alphabet(final String letters, final int[] complement) {
        m_letters = letters;
        m_complement = complement;
        java.util.Arrays.fill(m_codes, (byte)-1);
        for (int c = 0; c < letters.length(); c++) {
            define(letters.charAt(c), 1 << c);
        }
        if (complement != null) {
            for (int mask = 1; mask < 16; mask++) {
                define(nucleotideSymbol(mask), mask);
            }
            define('T', 8);
            define('U', 8);
        } else {
            define('B', mask("DN"));
            define('Z', mask("EQ"));
            define('J', mask("IL"));
            define('X', (1 << letters.length()) - 1);
        }
    }

    private void define(final char symbol, final int mask) {
        final char lower = Character.toLowerCase(symbol);
        m_masks[symbol] = mask;
        m_masks[lower] = mask;
        if (Integer.bitCount(mask) == 1) {
            m_codes[symbol] = (byte)Integer.numberOfTrailingZeros(mask);
            m_codes[lower] = m_codes[symbol];
        }
    }

    private int mask(final String letters) {
        int mask = 0;
        for (int i = 0; i < letters.length(); i++) {
            mask |= 1 << m_letters.indexOf(letters.charAt(i));
        }
        return mask;
    }

    private char nucleotideSymbol(final int mask) {
        return mask == 8 ? m_letters.charAt(3) : NUCLEOTIDE_SYMBOLS.charAt(mask);
    }

    /** @return number of letters */
    public int size() {
        return m_letters.length();
    }

    /** @return all letters in the order of their codes */
    public String letters() {
        return m_letters;
    }

    /** @return whether letters have complements (DNA and RNA) */
    public boolean hasComplement() {
        return m_complement != null;
    }

    /**
     * @param symbol any character, either case
     * @return the letter's code 0..size-1, or -1 if it is not a plain letter of this alphabet
     */
    public int code(final char symbol) {
        return symbol < 128 ? m_codes[symbol] : -1;
    }

    /**
     * @param code 0..size-1
     * @return the upper-case letter
     */
    public char letter(final int code) {
        return m_letters.charAt(code);
    }

    /**
     * @param symbol a letter or IUPAC ambiguity code, either case
     * @return the set of letters it stands for, or 0 if it is neither
     */
    public int mask(final char symbol) {
        return symbol < 128 ? m_masks[symbol] : 0;
    }

    /**
     * @param mask a set of letters
     * @return its IUPAC symbol; for protein sets without one, X
     */
    public char symbol(final int mask) {
        if (Integer.bitCount(mask) == 1) {
            return letter(Integer.numberOfTrailingZeros(mask));
        }
        if (m_complement != null) {
            return nucleotideSymbol(mask);
        }
        for (final char c : new char[]{'B', 'Z', 'J'}) {
            if (m_masks[c] == mask) {
                return c;
            }
        }
        return 'X';
    }

    /**
     * @return the masks of all ambiguity codes (more than one letter) in rising order of the mask; for protein B, Z, J, X
     */
    public int[] ambiguityMasks() {
        return java.util.stream.IntStream.range('A', 'Z' + 1).map(c -> m_masks[c]).filter(m -> Integer.bitCount(m) > 1).sorted()
            .distinct().toArray();
    }

    /**
     * @param code a letter's code
     * @return its complement's code
     * @throws UnsupportedOperationException for protein
     */
    public int complement(final int code) {
        if (m_complement == null) {
            throw new UnsupportedOperationException(name() + " has no complement");
        }
        return m_complement[code];
    }

    /**
     * @param mask a set of letters
     * @return the set of their complements
     */
    public int complementMask(final int mask) {
        return m_complement == null ? mask : Integer.reverse(mask) >>> 28;
    }

    /** @return the alphabet's name as users see it: DNA, RNA, protein */
    public String label() {
        return this == PROTEIN ? "protein" : name();
    }

    /**
     * @param name dna, rna or protein, any case
     * @return the alphabet
     * @throws IllegalArgumentException for anything else
     */
    public static Alphabet of(final String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
