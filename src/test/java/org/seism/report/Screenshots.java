package org.seism.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Rectangle;

/**
 * Makes the pictures in docs/images; run by tools/screenshots. Its name keeps it out of ordinary builds. The numbers are those
 * of the example in README and guide: defaults, seed 1.
 */
class Screenshots {
    private static final Path IMAGES = Path.of("docs/images");
    private static final List<String> NODES = List.of("FASTA Reader", "Sequence Encoder", "Motif Selector", "Null Sampler",
        "Selective P-Values");
    private static final List<String> NOTES = List.of("reads the file", "which column is what", "finds motifs",
        "draws from the null", "p-values and report");

    @TempDir
    Path folder;

    @Test
    void make() throws IOException {
        Files.createDirectories(IMAGES);
        Files.writeString(IMAGES.resolve("workflow.svg"), workflow());
        try (Browser browser = Browser.start()) {
            final Path promoters = Samples.promoters(4999).write(folder.resolve("promoters")).resolve("report.html");
            open(browser, promoters, 1280, "light");
            save(browser, "report-overview", "body", 1280, 1000);
            save(browser, "motif-card", "#motif-1", 0, 0);
            save(browser, "p-values", "#motif-1 .p-panel", 0, 0);
            browser.click("#motif-1 details summary");
            save(browser, "sites", "#motif-1 details", 0, 0);
            open(browser, promoters, 1280, "dark");
            save(browser, "report-dark", "body", 1280, 1000);
            open(browser, promoters, 400, "light");
            save(browser, "report-narrow", "body", 400, 900);
            final Path measured = Samples.measured(300, 4999).write(folder.resolve("measured")).resolve("report.html");
            open(browser, measured, 1280, "light");
            save(browser, "measured-phenotype", "#motif-2 .figures", 0, 0);
        }
    }

    private static void open(final Browser browser, final Path page, final int width, final String colours) {
        browser.emulate(width, 6000, colours);
        browser.open(page);
        browser.drawAll();
    }

    /** An element with a margin around it, or a part of the window where a size is given; at one and a half times the size. */
    private static void save(final Browser browser, final String name, final String css, final int width, final int height)
        throws IOException {
        final Rectangle r = browser.find(css).getRect();
        browser.script("window.scrollTo({top: 0, behavior: 'instant'})");
        final boolean whole = width > 0;
        final int left = whole ? 0 : Math.max(0, r.getX() - 14);
        final int top = whole ? 0 : Math.max(0, r.getY() - 14);
        final Map<String, Object> clip = Map.of("x", left, "y", top, "width", whole ? width : r.getWidth() + 28,
            "height", height > 0 ? height : r.getHeight() + 28, "scale", 1.5);
        // only the part that is wanted: a whole page can be higher than a picture may be
        final Object data = browser.driver().executeCdpCommand("Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "clip", clip)).get("data");
        Files.write(IMAGES.resolve(name + ".png"), Base64.getDecoder().decode((String)data));
    }

    /** The node chain of the guide, drawn in KNIME's manner with our own icons. */
    private static String workflow() throws IOException {
        final int step = 172;
        final StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + step * NODES.size() + " 176\" "
            + "role=\"img\" font-family=\"Inter, Segoe UI, Helvetica, Arial, sans-serif\" text-anchor=\"middle\">\n"
            + "<title>Workflow: " + String.join(", then ", NODES) + "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        for (int k = 0; k < NODES.size(); k++) {
            final int centre = step / 2 + k * step;
            if (k > 0) {
                // tables are joined by triangles, SEISM's own ports by squares
                svg.append("<path d=\"M").append(centre - step + 42).append(" 84H").append(centre - 43)
                    .append("\" stroke=\"#8a97a3\" stroke-width=\"2\" fill=\"none\"/>\n");
                svg.append(k == 1 ? port(centre - step + 34, true) + port(centre - 44, true) : port(centre - step + 34, false) + port(centre - 44, false));
            }
            svg.append("<text x=\"").append(centre).append("\" y=\"30\" font-size=\"15\" font-weight=\"650\" fill=\"#15202b\">").append(NODES.get(k)).append("</text>\n");
            svg.append("<rect x=\"").append(centre - 33).append("\" y=\"51\" width=\"66\" height=\"66\" rx=\"12\" fill=\"#eef2f5\" stroke=\"#b9c3cd\"/>\n");
            final String icon = Files.readString(Path.of("icons/svg/" + NODES.get(k).toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".svg"));
            svg.append(icon.strip().replaceFirst("<svg[^>]*>", "<svg x=\"" + (centre - 22) + "\" y=\"62\" width=\"44\" height=\"44\" viewBox=\"0 0 16 16\">")
                .replaceFirst("<title>[^\n]*</title>\n?", "")).append('\n');
            svg.append("<circle cx=\"").append(centre).append("\" cy=\"132\" r=\"5\" fill=\"#2e8540\"/>\n");
            svg.append("<text x=\"").append(centre).append("\" y=\"160\" font-size=\"13\" fill=\"#55636f\">").append(NOTES.get(k)).append("</text>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static String port(final int x, final boolean table) {
        return table ? "<path d=\"M" + x + " 78l10 6l-10 6z\" fill=\"#55636f\"/>\n"
            : "<rect x=\"" + x + "\" y=\"79\" width=\"10\" height=\"10\" fill=\"#0b6bbd\"/>\n";
    }
}
