package org.seism.motif.logo;

import org.seism.sequence.Alphabet;

/**
 * Colours of logo letters, from the palette of Okabe and Ito (2008) with orange and vermillion darkened. Contrast against
 * white: A 3.4, C 5.2, G 3.4, T and U 5.5 to 1, and at least 3.0 to 1 on the grey of flanks, as WCAG 2.1 (1.4.11) asks of
 * graphics. Any two differ by at least 14 units (CIE76) for normal sight and for simulated full protanopia, deuteranopia
 * and tritanopia (Machado et al. 2009). Letters are told apart by their shape as well, colour only helps. Amino acids share
 * a colour by chemistry: acidic, basic, amide, polar, hydrophobic.
 */
final class LogoPalette {
    static final String GREEN = "#009E73";
    static final String BLUE = "#0072B2";
    static final String ORANGE = "#B98000";
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
