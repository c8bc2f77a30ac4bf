package org.seism.motif.logo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Paints a laid-out logo into an image. Works without a display; only title and captions depend on a font. */
final class PngLogo {
    private final Graphics2D m_graphics;
    private final AffineTransform m_base;

    private PngLogo(final Graphics2D graphics) {
        m_graphics = graphics;
        m_base = graphics.getTransform();
    }

    static byte[] write(final LogoDrawing drawing, final int pixels) {
        if (pixels < 16 || pixels > 20000) {
            throw new IllegalArgumentException("a picture is 16 to 20000 pixels wide, not " + pixels);
        }
        final double scale = pixels / drawing.width();
        final int height = Math.max(1, (int)Math.ceil(drawing.height() * scale));
        final BufferedImage image = new BufferedImage(pixels, height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, pixels, height);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(scale, scale);
            drawing.shapes().forEach(new PngLogo(graphics)::shape);
        } finally {
            graphics.dispose();
        }
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // a memory stream: the default one caches in a file, which a locked-down server may not allow
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void shape(final LogoDrawing.Shape shape) {
        m_graphics.setTransform(m_base);
        if (shape instanceof LogoDrawing.Letter l) {
            m_graphics.setColor(Color.decode(l.colour()));
            final Path2D path = GlyphOutlines.path(GlyphOutlines.letter(l.letter()));
            final AffineTransform place = AffineTransform.getTranslateInstance(l.x(), l.y());
            place.scale(l.width() / GlyphOutlines.BOX, l.height() / GlyphOutlines.BOX);
            m_graphics.fill(place.createTransformedShape(path));
        } else if (shape instanceof LogoDrawing.Box b) {
            m_graphics.setColor(Color.decode(b.colour()));
            m_graphics.fill(new Rectangle2D.Double(b.x(), b.y(), b.width(), b.height()));
        } else if (shape instanceof LogoDrawing.Line l) {
            m_graphics.setColor(Color.decode(l.colour()));
            m_graphics.setStroke(new BasicStroke((float)l.thickness(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            m_graphics.draw(new Line2D.Double(l.x1(), l.y1(), l.x2(), l.y2()));
        } else if (shape instanceof LogoDrawing.Label l) {
            label(l);
        } else if (shape instanceof LogoDrawing.Text t) {
            text(t);
        }
    }

    private void label(final LogoDrawing.Label label) {
        m_graphics.setColor(Color.decode(label.colour()));
        m_graphics.setStroke(new BasicStroke((float)SvgLogo.LABEL_STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        m_graphics.translate(label.x(), label.y());
        if (label.upwards()) {
            m_graphics.rotate(-Math.PI / 2);
        }
        m_graphics.translate(-label.anchor() * label.length(), 0);
        m_graphics.scale(label.scale(), label.scale());
        for (int k = 0; k < label.text().length(); k++) {
            m_graphics.draw(GlyphOutlines.path(GlyphOutlines.stroke(label.text().charAt(k))));
            m_graphics.translate(GlyphOutlines.advance(label.text().charAt(k)), 0);
        }
    }

    private void text(final LogoDrawing.Text text) {
        m_graphics.setColor(Color.decode(text.colour()));
        try {
            m_graphics.setFont(new Font(Font.SANS_SERIF, text.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float)text.size()));
            final double length = m_graphics.getFontMetrics().getStringBounds(text.text(), m_graphics).getWidth();
            m_graphics.drawString(text.text(), (float)(text.x() - text.anchor() * length), (float)text.baseline());
        } catch (RuntimeException | LinkageError | InternalError e) {
            // A machine without any font (a minimal container) can't set text; the logo itself needs none, so it stays
            // without title and captions there.
            return;
        }
    }
}
