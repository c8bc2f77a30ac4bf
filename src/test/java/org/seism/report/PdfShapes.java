package org.seism.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/** Counts what is drawn in a PDF file as far as the tests ask: filled shapes with curved outlines, as points are. */
final class PdfShapes {
    private static final Pattern STREAM = Pattern.compile("stream\r?\n");
    /** A path of at least four curves, closed and filled. */
    private static final Pattern CIRCLE = Pattern.compile("(?:[-\\d. ]+ c\\s+){4,}(?:h\\s+)?f\\*?\\s");

    private PdfShapes() {
    }

    static int curves(final byte[] pdf) {
        final String text = new String(pdf, StandardCharsets.ISO_8859_1);
        final Matcher m = STREAM.matcher(text);
        int count = 0;
        int at = 0;
        while (m.find(at)) {
            final int end = text.indexOf("endstream", m.end());
            at = end < 0 ? text.length() : end + 9;
            final ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(pdf, m.end(), pdf.length - m.end()))) {
                in.transferTo(out);
            } catch (IOException e) {
                // a font or a picture in another coding
                continue;
            }
            final Matcher circles = CIRCLE.matcher(out.toString(StandardCharsets.ISO_8859_1));
            while (circles.find()) {
                count++;
            }
        }
        return count;
    }
}
