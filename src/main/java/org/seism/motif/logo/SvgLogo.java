package org.seism.motif.logo;

import java.util.Locale;
import java.util.TreeSet;

/** Writes a laid-out logo as SVG 1.1. */
final class SvgLogo {
    /** Thickness of a label's strokes in glyph units. */
    static final double LABEL_STROKE = 12;

    private final StringBuilder m_out = new StringBuilder();
    private final String m_prefix;

    private SvgLogo(final String prefix) {
        m_prefix = prefix;
    }

    static String write(final LogoDrawing drawing, final String title, final String description, final String prefix) {
        final SvgLogo svg = new SvgLogo(prefix);
        svg.document(drawing, title.isBlank() ? "Sequence logo" : title, description);
        return svg.m_out.toString();
    }

    private void document(final LogoDrawing drawing, final String title, final String description) {
        m_out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" role=\"img\"")
            .append(" width=\"").append(number(drawing.width())).append("\" height=\"").append(number(drawing.height()))
            .append("\" viewBox=\"0 0 ").append(number(drawing.width())).append(' ').append(number(drawing.height())).append("\">\n");
        m_out.append("<title>").append(escape(title)).append("</title>\n<desc>").append(escape(description)).append("</desc>\n");
        final TreeSet<Character> letters = new TreeSet<>();
        for (final LogoDrawing.Shape shape : drawing.shapes()) {
            if (shape instanceof LogoDrawing.Letter l) {
                letters.add(l.letter());
            }
        }
        m_out.append("<defs>\n");
        for (final char letter : letters) {
            m_out.append("<path id=\"").append(m_prefix).append(letter).append("\" fill-rule=\"evenodd\" d=\"")
                .append(GlyphOutlines.letter(letter)).append("\"/>\n");
        }
        m_out.append("</defs>\n");
        drawing.shapes().forEach(this::shape);
        m_out.append("</svg>\n");
    }

    private void shape(final LogoDrawing.Shape shape) {
        if (shape instanceof LogoDrawing.Letter l) {
            m_out.append("<use xlink:href=\"#").append(m_prefix).append(l.letter()).append("\" fill=\"").append(l.colour())
                .append("\" transform=\"translate(").append(number(l.x())).append(' ').append(number(l.y())).append(") scale(")
                .append(number(l.width() / GlyphOutlines.BOX)).append(' ').append(number(l.height() / GlyphOutlines.BOX)).append(")\"/>\n");
        } else if (shape instanceof LogoDrawing.Box b) {
            m_out.append("<rect x=\"").append(number(b.x())).append("\" y=\"").append(number(b.y())).append("\" width=\"")
                .append(number(b.width())).append("\" height=\"").append(number(b.height())).append("\" fill=\"").append(b.colour())
                .append("\"/>\n");
        } else if (shape instanceof LogoDrawing.Line l) {
            m_out.append("<line x1=\"").append(number(l.x1())).append("\" y1=\"").append(number(l.y1())).append("\" x2=\"")
                .append(number(l.x2())).append("\" y2=\"").append(number(l.y2())).append("\" stroke=\"").append(l.colour())
                .append("\" stroke-width=\"").append(number(l.thickness())).append("\"/>\n");
        } else if (shape instanceof LogoDrawing.Label l) {
            label(l);
        } else if (shape instanceof LogoDrawing.Text t) {
            m_out.append("<text x=\"").append(number(t.x())).append("\" y=\"").append(number(t.baseline())).append("\" font-size=\"")
                .append(number(t.size())).append("\" font-family=\"Helvetica, Arial, sans-serif\"")
                .append(t.bold() ? " font-weight=\"bold\"" : "").append(t.anchor() == 0.5 ? " text-anchor=\"middle\"" : "")
                .append(" fill=\"").append(t.colour()).append("\">").append(escape(t.text())).append("</text>\n");
        }
    }

    private void label(final LogoDrawing.Label label) {
        final double scale = label.scale();
        final double back = label.anchor() * label.length();
        m_out.append("<g fill=\"none\" stroke=\"").append(label.colour()).append("\" stroke-width=\"").append(number(LABEL_STROKE))
            .append("\" stroke-linecap=\"round\" stroke-linejoin=\"round\" transform=\"translate(").append(number(label.x())).append(' ')
            .append(number(label.y())).append(')').append(label.upwards() ? " rotate(-90)" : "").append(" translate(")
            .append(number(-back)).append(" 0) scale(").append(number(scale)).append(")\">");
        double x = 0;
        for (int k = 0; k < label.text().length(); x += GlyphOutlines.advance(label.text().charAt(k)), k++) {
            m_out.append("<path transform=\"translate(").append(number(x)).append(" 0)\" d=\"")
                .append(GlyphOutlines.stroke(label.text().charAt(k))).append("\"/>");
        }
        m_out.append("</g>\n");
    }

    /** At most six decimals, no exponent, no trailing zeros: short, and the same in every locale. */
    private static String number(final double value) {
        final String s = String.format(Locale.ROOT, "%.6f", value).replaceAll("\\.?0+$", "");
        return s.equals("-0") ? "0" : s;
    }

    private static String escape(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
