package org.seism.motif.logo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Random;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.SiteMatrix;
import org.seism.motif.logo.LogoOptions.Reading;
import org.seism.sequence.Alphabet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

public class SequenceLogoTest {

    public static FrequencyMatrix random(final Random random, final Alphabet alphabet, final int width, final double sites) {
        final double[][] f = new double[width][alphabet.size()];
        for (final double[] column : f) {
            double total = 0;
            for (int a = 0; a < column.length; a++) {
                column[a] = random.nextInt(4) == 0 ? 0 : Math.pow(random.nextDouble(), 3);
                total += column[a];
            }
            column[0] += total == 0 ? 1 : 0;
            total += total == 0 ? 1 : 0;
            for (int a = 0; a < column.length; a++) {
                column[a] /= total;
            }
        }
        return new FrequencyMatrix("m" + random.nextInt(1000), "", alphabet, f, sites, null);
    }

    private static Document parse(final String svg) throws Exception {
        final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void lettersOfAColumnAddUpToItsInformation() {
        final Random random = new Random(11);
        for (final Alphabet alphabet : Alphabet.values()) {
            for (final boolean corrected : new boolean[]{false, true}) {
                final FrequencyMatrix m = random(random, alphabet, 9, 40);
                final double[] bits = m.informationContent(corrected);
                final SequenceLogo logo = SequenceLogo.of(m, LogoOptions.defaults().withSmallSample(corrected));
                for (int c = 0; c < 9; c++) {
                    double sum = 0;
                    for (int a = 0; a < alphabet.size(); a++) {
                        final double height = logo.heights(0, c)[a];
                        assertEquals(m.frequencies()[c][a] * bits[c], height, 1e-12);
                        sum += height;
                    }
                    assertEquals(bits[c], sum, 1e-9);
                }
            }
        }
    }

    /** The drawn stack is as high as the axis says, letter on letter from the base line up. */
    @Test
    void drawnStackHasTheHeightOfTheAxis() throws Exception {
        final FrequencyMatrix m =
            new FrequencyMatrix("m", "", Alphabet.DNA, new double[][]{{0.7, 0.1, 0.1, 0.1}, {1, 0, 0, 0}, {0.25, 0.25, 0.25, 0.25}}, 0, null);
        final NodeList letters = parse(SequenceLogo.of(m, LogoOptions.defaults()).svg()).getElementsByTagName("use");
        assertEquals(5, letters.getLength());
        final double top = Double.POSITIVE_INFINITY;
        double highest = top;
        double bottom = 0;
        for (int i = 0; i < 4; i++) {
            final double[] box = box((Element)letters.item(i));
            highest = Math.min(highest, box[0]);
            bottom = Math.max(bottom, box[1]);
        }
        final double[] full = box((Element)letters.item(4));
        assertEquals(LogoLayout.PLOT_HEIGHT, full[1] - full[0], 1e-4);
        assertEquals(full[1], bottom, 1e-4);
        assertEquals(m.informationContent(false)[0] / 2 * LogoLayout.PLOT_HEIGHT, bottom - highest, 1e-4);
    }

    /** @return top and bottom of a letter in user units */
    private static double[] box(final Element use) {
        final String[] n = use.getAttribute("transform").replaceAll("[^-\\d. ]", " ").strip().split("\\s+");
        return new double[]{Double.parseDouble(n[1]), Double.parseDouble(n[1]) + Double.parseDouble(n[3]) * GlyphOutlines.BOX};
    }

    @Test
    void hostileTitlesAreEscaped() throws Exception {
        final String hostile = "</title><script>alert('x')</script> & \"q\" ]]> \u0000\u0007\uD800 \u03B2\uD83E\uDDEC";
        final SequenceLogo logo = SequenceLogo.of(random(new Random(2), Alphabet.DNA, 12, 9), LogoOptions.defaults().withTitle(hostile));
        final Document document = parse(logo.svg());
        assertEquals(0, document.getElementsByTagName("script").getLength());
        final String title = document.getElementsByTagName("title").item(0).getTextContent();
        assertEquals("</title><script>alert('x')</script> & \"q\" ]]>     \u03B2\uD83E\uDDEC", title);
        assertEquals(logo.description(), document.getElementsByTagName("desc").item(0).getTextContent());
        assertThrows(IllegalArgumentException.class, () -> LogoOptions.defaults().withIdPrefix("a\" onload=\""));
        assertNotNull(logo.png(200));
    }

    @Test
    void everyReferenceHasItsGlyph() throws Exception {
        for (final Alphabet alphabet : Alphabet.values()) {
            final Document document = parse(SequenceLogo
                .of(random(new Random(4), alphabet, 30, 0), LogoOptions.defaults().withFlanks(12, 3).withIdPrefix("x1-")).svg());
            final NodeList uses = document.getElementsByTagName("use");
            final NodeList defs = ((Element)document.getElementsByTagName("defs").item(0)).getElementsByTagName("path");
            final StringBuilder ids = new StringBuilder(" ");
            for (int i = 0; i < defs.getLength(); i++) {
                ids.append(((Element)defs.item(i)).getAttribute("id")).append(' ');
            }
            for (int i = 0; i < uses.getLength(); i++) {
                final String id = ((Element)uses.item(i)).getAttributeNS("http://www.w3.org/1999/xlink", "href").substring(1);
                assertTrue(id.startsWith("x1-") && ids.indexOf(" " + id + " ") >= 0, id);
            }
        }
    }

    @Test
    void glyphsFillTheirBox() {
        for (final Alphabet alphabet : Alphabet.values()) {
            for (final char letter : alphabet.letters().toCharArray()) {
                final Rectangle2D box = GlyphOutlines.path(GlyphOutlines.letter(letter)).getBounds2D();
                // the bounds of some Java versions are those of the control points, hence the small tolerance
                assertEquals(0, box.getMinX(), 1, "left of " + letter);
                assertEquals(100, box.getMaxX(), 1, "right of " + letter);
                assertEquals(0, box.getMinY(), 0.5, "top of " + letter);
                assertEquals(100, box.getMaxY(), 0.5, "bottom of " + letter);
            }
        }
        for (final char c : "0123456789+-.'bitsNC".toCharArray()) {
            assertNotNull(GlyphOutlines.stroke(c), String.valueOf(c));
        }
    }

    @Test
    void bothStrandsMirrorEachOther() throws Exception {
        final FrequencyMatrix m = random(new Random(5), Alphabet.RNA, 7, 20);
        final SequenceLogo both = SequenceLogo.of(m, LogoOptions.defaults().withReading(Reading.BOTH));
        final SequenceLogo reverse = SequenceLogo.of(m, LogoOptions.defaults().withReading(Reading.REVERSE_COMPLEMENT));
        for (int c = 0; c < 7; c++) {
            final double[] given = both.heights(0, 6 - c);
            assertArrayEquals(new double[]{given[3], given[2], given[1], given[0]}, both.heights(1, c), 1e-12);
            assertArrayEquals(both.heights(1, c), reverse.heights(0, c), 0);
        }
        parse(both.svg());
        final FrequencyMatrix protein = random(new Random(5), Alphabet.PROTEIN, 7, 20);
        assertThrows(IllegalArgumentException.class, () -> SequenceLogo.of(protein, LogoOptions.defaults().withReading(Reading.BOTH)));
    }

    @Test
    void pngShowsTheLettersColour() throws Exception {
        final FrequencyMatrix m = new FrequencyMatrix("m", "", Alphabet.DNA, new double[][]{{0, 0, 0, 1}}, 0, null);
        final SequenceLogo logo = SequenceLogo.of(m, LogoOptions.defaults());
        final BufferedImage image = ImageIO.read(new ByteArrayInputStream(logo.png(940)));
        assertEquals(940, image.getWidth());
        assertEquals(Math.ceil(logo.height() * 940 / logo.width()), image.getHeight());
        // the stem of the only letter, in the middle of its column
        final int x = (int)((50 + 15) * 940 / logo.width());
        assertEquals(Color.decode(LogoPalette.VERMILLION).getRGB(), image.getRGB(x, image.getHeight() / 2));
        assertEquals(Color.WHITE.getRGB(), image.getRGB(1, 1));
        assertThrows(IllegalArgumentException.class, () -> logo.png(3));
    }

    /** WCAG 2.1, 1.4.11: graphics need 3 : 1, here against white and against the grey of flanks. */
    @Test
    void coloursHaveContrast() {
        for (final Alphabet alphabet : Alphabet.values()) {
            for (final char letter : alphabet.letters().toCharArray()) {
                for (final Color ground : new Color[]{Color.WHITE, new Color(0xF3F3F3)}) {
                    final double contrast =
                        (luminance(ground) + 0.05) / (luminance(Color.decode(LogoPalette.colour(alphabet, letter))) + 0.05);
                    assertTrue(contrast >= 3, alphabet + " " + letter + ": " + contrast);
                }
            }
        }
    }

    private static double luminance(final Color colour) {
        final double[] weights = {0.2126, 0.7152, 0.0722};
        final float[] rgb = colour.getRGBColorComponents(null);
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += weights[k] * (rgb[k] <= 0.04045 ? rgb[k] / 12.92 : Math.pow((rgb[k] + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void siteMatrixBringsItsFlanks() {
        final SiteMatrix m = new SiteMatrix(Alphabet.DNA, new int[][]{{1, 1, 0, 0}, {3, 0, 0, 0}, {0, 0, 3, 0}, {0, 0, 0, 1}}, 1, 1, 3);
        final SequenceLogo logo = SequenceLogo.of(m, LogoOptions.defaults().withSmallSample(true));
        assertTrue(logo.description().contains("width 2, consensus AG"), logo.description());
        // the correction goes by the letters counted in the column, 2 here, not by the number of sites
        assertEquals(0, logo.heights(0, 0)[0], 0);
        assertEquals((2 - 3 / (2 * Math.log(2) * 3)), logo.heights(0, 1)[0], 1e-12);
    }
}
