package org.seism.motif.logo;

import java.awt.geom.Path2D;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Outlines of the letters of logos, drawn for this purpose, so that a logo looks the same everywhere and needs no
 * installed font. A letter fills its box of 100 x 100 (y downwards) exactly: stretched to a height, it has that height.
 * The notation is SVG path data restricted to absolute M, L, H, V, C and Z. Axis labels are drawn from single strokes in
 * boxes of up to 60 x 100.
 */
final class GlyphOutlines {
    /** Side of a letter's box. */
    static final double BOX = 100;
    /** Gap between the boxes of two label characters. */
    static final double LABEL_GAP = 14;

    private static final Map<Character, String> LETTERS = Map.ofEntries(
        Map.entry('A', "M0,100 L37,0 H63 L100,100 H76 L68.6,79 H31.4 L24,100 Z M37.4,62 H62.6 L50,26 Z"),
        Map.entry('C', "M100,36 C97,13 79,0 52,0 C20,0 0,20 0,50 C0,80 20,100 52,100 C79,100 97,87 100,64 H77 "
            + "C75,76 66,83 52,83 C34,83 23,71 23,50 C23,29 34,17 52,17 C66,17 75,24 77,36 Z"),
        Map.entry('D', "M0,0 H46 C80,0 100,19 100,50 C100,81 80,100 46,100 H0 Z M23,17 V83 H45 C66,83 77,71 77,50 C77,29 66,17 45,17 Z"),
        Map.entry('E', "M0,0 H100 V18 H24 V41 H90 V58 H24 V82 H100 V100 H0 Z"),
        Map.entry('F', "M0,0 H100 V18 H24 V42 H90 V60 H24 V100 H0 Z"),
        Map.entry('G', "M99,33 C95,12 78,0 52,0 C20,0 0,20 0,50 C0,80 20,100 52,100 C74,100 91,92 100,81 V46 H54 V62 H78 V73 "
            + "C72,80 63,83 52,83 C34,83 23,71 23,50 C23,29 34,17 52,17 C65,17 73,22 76,33 Z"),
        Map.entry('H', "M0,0 H23 V40 H77 V0 H100 V100 H77 V58 H23 V100 H0 Z"),
        Map.entry('I', "M0,0 H100 V17 H62 V83 H100 V100 H0 V83 H38 V17 H0 Z"),
        Map.entry('K', "M0,0 H23 V41 L69,0 H99 L49,45 L100,100 H70 L33,59.4 L23,68.4 V100 H0 Z"),
        Map.entry('L', "M0,0 H24 V82 H100 V100 H0 Z"),
        Map.entry('M', "M0,0 H28 L50,60 L72,0 H100 V100 H79 V36 L58,92 H42 L21,36 V100 H0 Z"),
        Map.entry('N', "M0,0 H25 L77,66 V0 H100 V100 H75 L23,34 V100 H0 Z"),
        Map.entry('P', "M0,0 H58 C84,0 100,12 100,32 C100,52 84,64 58,64 H23 V100 H0 Z M23,17 V47 H56 C70,47 77,42 77,32 C77,22 70,17 56,17 Z"),
        Map.entry('Q', "M50,0 C81,0 100,18 100,48 C100,61 96,72 89,80 L100,90 L88,100 L74,90 C67,93 59,95 50,95 C19,95 0,78 0,48 "
            + "C0,18 19,0 50,0 Z M50,17 C33,17 23,28 23,48 C23,67 33,79 50,79 C53,79 56,78.5 58,78 L47,69 L58,58 L72,69 "
            + "C75,64 77,57 77,48 C77,28 67,17 50,17 Z"),
        Map.entry('R', "M0,0 H60 C86,0 100,11 100,31 C100,46 91,56 76,60 L100,100 H74 L53,62 H23 V100 H0 Z "
            + "M23,17 V46 H58 C71,46 77,41 77,31 C77,22 71,17 58,17 Z"),
        Map.entry('S', "M96,30 C94,11 77,0 50,0 C21,0 4,11 4,29 C4,48 21,54 45,58 C67,62 76,65 76,72 C76,80 67,84 51,84 "
            + "C33,84 24,78 23,67 H0 C1,88 19,100 51,100 C82,100 100,89 100,71 C100,51 82,45 58,41 C35,37 27,34 27,28 "
            + "C27,20 35,16 49,16 C64,16 72,21 73,30 Z"),
        Map.entry('T', "M0,0 H100 V18 H61.5 V100 H38.5 V18 H0 Z"),
        Map.entry('U', "M0,0 H23 V60 C23,76 32,83 50,83 C68,83 77,76 77,60 V0 H100 V60 C100,87 80,100 50,100 C20,100 0,87 0,60 Z"),
        Map.entry('V', "M0,0 H24 L50,74 L76,0 H100 L63,100 H37 Z"),
        Map.entry('W', "M0,0 H19 L30,66 L42,8 H58 L70,66 L81,0 H100 L80,100 H61 L50,44 L39,100 H20 Z"),
        Map.entry('Y', "M0,0 H26 L50,41 L74,0 H100 L61.5,61 V100 H38.5 V61 Z"));

    private static final Map<Character, String> STROKES = Map.ofEntries(
        Map.entry('0', "M30,0 C10,0 3,20 3,50 C3,80 10,100 30,100 C50,100 57,80 57,50 C57,20 50,0 30,0 Z"),
        Map.entry('1', "M10,20 L34,0 V100"),
        Map.entry('2', "M5,24 C7,9 16,0 30,0 C46,0 55,10 55,26 C55,38 49,46 40,56 L4,100 H57"),
        Map.entry('3', "M6,20 C9,8 18,0 30,0 C45,0 54,9 54,24 C54,38 45,47 30,47 H24 M30,47 C46,47 56,57 56,73 C56,90 46,100 30,100 C16,100 6,92 4,78"),
        Map.entry('4', "M44,100 V0 L3,68 H58"),
        Map.entry('5', "M52,0 H12 L7,46 C13,39 21,35 31,35 C47,35 57,47 57,66 C57,87 46,100 29,100 C16,100 7,93 4,80"),
        Map.entry('6', "M53,16 C49,5 41,0 31,0 C12,0 4,20 4,55 C4,85 13,100 31,100 C47,100 57,88 57,69 C57,50 47,39 32,39 C18,39 7,48 4,62"),
        Map.entry('7', "M3,0 H57 L24,100"),
        Map.entry('8', "M30,46 C15,46 6,37 6,23 C6,9 15,0 30,0 C45,0 54,9 54,23 C54,37 45,46 30,46 C13,46 3,57 3,73 C3,90 13,100 30,100 C47,100 57,90 57,73 C57,57 47,46 30,46 Z"),
        Map.entry('9', "M7,84 C11,95 19,100 29,100 C48,100 56,80 56,45 C56,15 47,0 29,0 C13,0 3,12 3,31 C3,50 13,61 28,61 C42,61 53,52 56,38"),
        Map.entry('-', "M8,55 H52"),
        Map.entry('+', "M6,55 H54 M30,31 V79"),
        Map.entry('.', "M7,97 V100"),
        Map.entry('\'', "M6,0 V26"),
        Map.entry('b', "M6,0 V100 M6,66 C6,48 16,36 31,36 C46,36 56,48 56,68 C56,88 46,100 31,100 C16,100 6,88 6,68"),
        Map.entry('i', "M7,38 V100 M7,9 V14"),
        Map.entry('t', "M16,12 V82 C16,95 23,100 36,99 M0,38 H36"),
        Map.entry('s', "M52,50 C49,41 41,36 30,36 C16,36 8,42 8,52 C8,63 17,65 30,68 C44,71 53,74 53,84 C53,94 44,100 30,100 C16,100 8,94 6,84"),
        Map.entry('N', "M5,100 V0 L55,100 V0"),
        Map.entry('C', "M56,28 C53,10 45,0 31,0 C13,0 3,19 3,50 C3,81 13,100 31,100 C45,100 53,90 56,72"));

    private GlyphOutlines() {
    }

    /** @return the letters there are outlines for */
    static Set<Character> letters() {
        return new TreeMap<>(LETTERS).keySet();
    }

    /** @return path data of a letter's filled outline */
    static String letter(final char letter) {
        return LETTERS.get(letter);
    }

    /** @return path data of a label character's strokes */
    static String stroke(final char character) {
        return STROKES.get(character);
    }

    /** @return from the start of a label character to the start of the next one */
    static double advance(final char character) {
        return LABEL_GAP + switch (character) {
            case 'i', '.', '\'' -> 14;
            case 't' -> 38;
            default -> 60;
        };
    }

    /** @return the same path for drawing with Java, holes left open by the even-odd rule */
    static Path2D path(final String data) {
        final Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        final String[] tokens = data.replaceAll("([MLHVCZ])", " $1 ").strip().split("[\\s,]+");
        char command = 'M';
        double x = 0;
        double y = 0;
        for (int k = 0; k < tokens.length;) {
            if (Character.isLetter(tokens[k].charAt(0))) {
                command = tokens[k++].charAt(0);
            }
            switch (command) {
                case 'M', 'L' -> {
                    x = Double.parseDouble(tokens[k++]);
                    y = Double.parseDouble(tokens[k++]);
                    if (command == 'M') {
                        path.moveTo(x, y);
                    } else {
                        path.lineTo(x, y);
                    }
                }
                case 'H' -> {
                    x = Double.parseDouble(tokens[k++]);
                    path.lineTo(x, y);
                }
                case 'V' -> {
                    y = Double.parseDouble(tokens[k++]);
                    path.lineTo(x, y);
                }
                case 'C' -> {
                    final double[] p = new double[6];
                    for (int j = 0; j < 6; j++) {
                        p[j] = Double.parseDouble(tokens[k++]);
                    }
                    x = p[4];
                    y = p[5];
                    path.curveTo(p[0], p[1], p[2], p[3], x, y);
                }
                default -> path.closePath();
            }
        }
        return path;
    }
}
