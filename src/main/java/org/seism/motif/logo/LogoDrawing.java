package org.seism.motif.logo;

import java.util.List;

/**
 * A laid-out logo as a list of shapes in user units, y downwards. The SVG and the PNG are both made from it and so show
 * the same.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param shapes in the order of painting
 */
record LogoDrawing(double width, double height, List<Shape> shapes) {

    /** Something to draw. */
    sealed interface Shape permits Box, Line, Letter, Label, Text {
    }

    /** A filled rectangle. */
    record Box(double x, double y, double width, double height, String colour) implements Shape {
    }

    /** A straight line. */
    record Line(double x1, double y1, double x2, double y2, double thickness, String colour) implements Shape {
    }

    /** A letter stretched to a box. */
    record Letter(char letter, double x, double y, double width, double height, String colour) implements Shape {
    }

    /**
     * Digits and the few other characters of axis labels, drawn by strokes.
     *
     * @param x left end, middle or right end, by {@code anchor}
     * @param y top of the digits
     * @param size height of the digits
     * @param anchor 0 left, 0.5 middle, 1 right
     * @param upwards whether the text runs upwards
     */
    record Label(String text, double x, double y, double size, double anchor, boolean upwards, String colour) implements Shape {

        /** @return how far the text reaches along its direction */
        double length() {
            return (text.chars().mapToDouble(c -> GlyphOutlines.advance((char)c)).sum() - GlyphOutlines.LABEL_GAP) * scale();
        }

        /** @return user units per glyph unit */
        double scale() {
            return size / GlyphOutlines.BOX;
        }
    }

    /** Text by the user, in whatever font there is. */
    record Text(String text, double x, double baseline, double size, double anchor, boolean bold, String colour) implements Shape {
    }
}
