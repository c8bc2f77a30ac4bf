package org.seism.motif.logo;

import java.util.ArrayList;
import java.util.List;

import org.seism.motif.logo.LogoDrawing.Box;
import org.seism.motif.logo.LogoDrawing.Label;
import org.seism.motif.logo.LogoDrawing.Letter;
import org.seism.motif.logo.LogoDrawing.Line;
import org.seism.motif.logo.LogoDrawing.Shape;
import org.seism.motif.logo.LogoDrawing.Text;

/** Places axis, letters, numbers and bracket of a logo. Measures are in user units (CSS pixels at 100%). */
final class LogoLayout {
    static final double PLOT_HEIGHT = 120;
    private static final double COLUMN = 30;
    private static final double LETTER = 27.5;
    /** Free space between stacked letters, taken from their height. */
    private static final double SPACE = 1;
    private static final double LEFT = 50;
    private static final double RIGHT = 14;
    private static final double TOP = 12;
    private static final double TITLE = 24;
    private static final double CAPTION = 18;
    private static final double BOTTOM = 36;
    private static final double GAP = 18;
    /** Letters lower than this can't be seen and are left out. */
    private static final double THINNEST = 0.05;
    private static final String INK = "#333333";
    private static final String MUTED = "#6B6B6B";
    private static final String BAND = "#F3F3F3";

    private final List<Shape> m_shapes = new ArrayList<>();

    private LogoLayout() {
    }

    /** @return the drawing of one panel, or of several side by side */
    static LogoDrawing draw(final List<LogoPanel> panels, final String title) {
        final LogoLayout layout = new LogoLayout();
        double width = 0;
        for (final LogoPanel panel : panels) {
            width += LEFT + panel.columns() * COLUMN + RIGHT;
        }
        width += (panels.size() - 1) * GAP;
        final boolean captions = panels.size() > 1;
        final double plotTop = TOP + (title.isBlank() ? 0 : TITLE) + (captions ? CAPTION : 0);
        final double height = plotTop + PLOT_HEIGHT + BOTTOM;
        layout.m_shapes.add(new Box(0, 0, width, height, "#FFFFFF"));
        if (!title.isBlank()) {
            layout.title(title, width);
        }
        double left = LEFT;
        for (final LogoPanel panel : panels) {
            if (captions) {
                layout.m_shapes.add(new Text(panel.caption(), left, plotTop - 10, 11, 0, false, MUTED));
            }
            layout.panel(panel, left, plotTop);
            left += panel.columns() * COLUMN + RIGHT + GAP + LEFT;
        }
        return new LogoDrawing(width, height, List.copyOf(layout.m_shapes));
    }

    /** A long title gets smaller, and then shorter, so that it stays inside the picture. */
    private void title(final String title, final double width) {
        final double room = width - 2 * RIGHT;
        final double perLetter = 0.62; // of the size: what a bold sans-serif letter takes on average, generously
        final double size = Math.max(9, Math.min(14, room / (perLetter * title.length())));
        final int fits = (int)(room / (perLetter * size));
        final int end = title.length() <= fits ? title.length() : title.offsetByCodePoints(0,
            Math.min(title.codePointCount(0, title.length()), Math.max(1, fits - 1)));
        final String shown = end == title.length() ? title : title.substring(0, end) + "\u2026";
        m_shapes.add(new Text(shown, width / 2, TOP + 13, size, 0.5, true, INK));
    }

    private void panel(final LogoPanel panel, final double left, final double top) {
        final double right = left + panel.columns() * COLUMN;
        final double bottom = top + PLOT_HEIGHT;
        final double unit = PLOT_HEIGHT / panel.maximum();
        final int coreEnd = panel.columns() - panel.rightFlank();
        if (panel.leftFlank() > 0) {
            m_shapes.add(new Box(left, top, panel.leftFlank() * COLUMN, PLOT_HEIGHT, BAND));
        }
        if (panel.rightFlank() > 0) {
            m_shapes.add(new Box(left + coreEnd * COLUMN, top, panel.rightFlank() * COLUMN, PLOT_HEIGHT, BAND));
        }
        axis(panel, left, top, unit);
        for (int c = 0; c < panel.columns(); c++) {
            stack(panel, c, left, bottom, unit);
            final boolean flank = c < panel.leftFlank() || c >= coreEnd;
            m_shapes.add(new Label(panel.position(c), left + (c + 0.5) * COLUMN, bottom + 7, 9, 0.5, false, flank ? MUTED : INK));
        }
        m_shapes.add(new Line(left, bottom, right, bottom, 1, INK));
        final boolean protein = !panel.alphabet().hasComplement();
        m_shapes.add(new Label(protein ? "N" : "5'", left, bottom + 23, 8.5, 0, false, MUTED));
        m_shapes.add(new Label(protein ? "C" : "3'", right, bottom + 23, 8.5, 1, false, MUTED));
        if (panel.leftFlank() + panel.rightFlank() > 0) {
            final double from = left + panel.leftFlank() * COLUMN + 2;
            final double to = left + coreEnd * COLUMN - 2;
            m_shapes.add(new Line(from, bottom + 21, to, bottom + 21, 1.5, INK));
            m_shapes.add(new Line(from, bottom + 17.5, from, bottom + 21.75, 1.5, INK));
            m_shapes.add(new Line(to, bottom + 17.5, to, bottom + 21.75, 1.5, INK));
        }
    }

    private void stack(final LogoPanel panel, final int column, final double left, final double bottom, final double unit) {
        double y = bottom;
        for (final LogoPanel.Stacked letter : panel.stack(column)) {
            final double height = letter.bits() * unit;
            y -= height;
            // the stack keeps its exact height: the space comes off the foot of the letters that stand on others
            final double space = y + height < bottom - THINNEST ? Math.min(SPACE, 0.2 * height) : 0;
            if (height >= THINNEST) {
                m_shapes.add(new Letter(letter.letter(), left + column * COLUMN + (COLUMN - LETTER) / 2, y, LETTER,
                    height - space, LogoPalette.colour(panel.alphabet(), letter.letter())));
            }
        }
    }

    private void axis(final LogoPanel panel, final double left, final double top, final double unit) {
        final double x = left - 4;
        final double bottom = top + PLOT_HEIGHT;
        m_shapes.add(new Line(x, top, x, bottom, 1, INK));
        final double minor = panel.maximum() > 3 ? 1 : 0.5;
        for (double bits = 0; bits <= panel.maximum() + 1e-9; bits += minor) {
            final double y = bottom - bits * unit;
            final boolean major = bits == Math.rint(bits);
            m_shapes.add(new Line(x - (major ? 5 : 3), y, x, y, 1, INK));
            if (major) {
                m_shapes.add(new Label(Integer.toString((int)bits), x - 8, y - 5, 10, 1, false, INK));
            }
        }
        m_shapes.add(new Label("bits", left - 42, top + PLOT_HEIGHT / 2, 10.5, 0.5, true, INK));
    }
}
