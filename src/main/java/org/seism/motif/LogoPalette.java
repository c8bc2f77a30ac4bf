package org.seism.motif;

import org.seism.sequence.Alphabet;

/**
 * Colours of logo letters, from the palette of Okabe and Ito (2008), orange and vermillion darkened. Against white every
 * colour has a contrast of at least 3.0 : 1 (WCAG 2.1, 1.4.11 for graphics): A 3.4, C 5.2, G 3.1, T 5.5. Any two differ by at least
 * 16 units (CIE76) for normal sight and for simulated full protanopia, deuteranopia and tritanopia (Machado et al. 2009). Letters are also told
 * apart by their shape, colour only helps. Amino acids share a colour by chemistry: acidic, basic, amide, polar, hydrophobic.
 */
final class LogoPalette {
    static final String GREEN = "#009E73";
    static final String BLUE = "#0072B2";
    static final String ORANGE = "#C28800";
    static final String VERMILLION = "#B34700";
    static final String PURPLE = "#A8487F";
    static final String BLACK = "#1A1A1A";

    private LogoPalette() {
    }

    static String colour(final Alphabet alphabet, final char letter) {
        if (alphabet.hasComplement()) {
            return switch (letter) {
                case 'A' -> GREEN;
                case 'C' -> BLUE;
                case 'G' -> ORANGE;
                default -> VERMILLION;
            };
        }
        return switch (letter) {
            case 'D', 'E' -> VERMILLION;
            case 'K', 'R', 'H' -> BLUE;
            case 'N', 'Q' -> PURPLE;
            case 'G', 'S', 'T', 'Y', 'C' -> GREEN;
            default -> BLACK;
        };
    }
}
