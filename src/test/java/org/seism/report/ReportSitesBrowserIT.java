package org.seism.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seism.motif.Strand;
import org.seism.motif.format.MotifFormat;
import org.seism.motif.scan.GenomeRegion;
import org.seism.sequence.Alphabet;

/** Figures and sites of report.html, as a real browser saves, prints and copies them. */
class ReportSitesBrowserIT {
    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path promoters;
    private static Path measured;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.start();
        promoters = Samples.promoters(199).write(folder.resolve("promoters"));
        measured = Samples.measured(300, 199).write(folder.resolve("measured"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(final Path results) {
        browser.emulate(1280, 900, "light");
        browser.open(results.resolve("report.html"));
    }

    /** The library draws more than 3000 points bit by bit; what is saved or printed must hold all of them. */
    @Test
    void savedAndPrintedFiguresHoldEverySequence() throws Exception {
        final int n = 5000;
        final Path large = Samples.measured(n, 19).write(folder.resolve("many"));
        browser.emulate(1280, 900, "light");
        browser.open(large.resolve("report.html"));
        browser.drawAll();
        final String places = "const f = SEISM.figures.find(e => e.spec.name === 'SEISM-1-activation').spec;"
            + "const svg = new DOMParser().parseFromString(SEISM.figureSvg(f), 'image/svg+xml');"
            + "const points = Array.from(svg.querySelectorAll('path')).filter(p => p.getAttribute('fill-opacity') === '0.25');";
        assertEquals(n, ((Number)browser.script(places + "return points.length")).intValue());
        // every point's place is inked in the picture
        final Object blank = browser.async(places + "const done = arguments[arguments.length - 1];"
            + "SEISM.svgToPng(SEISM.figureSvg(f)).then(createImageBitmap).then(image => {"
            + "  const canvas = document.createElement('canvas'); canvas.width = image.width; canvas.height = image.height;"
            + "  const context = canvas.getContext('2d', {willReadFrequently: true}); context.drawImage(image, 0, 0);"
            + "  const data = context.getImageData(0, 0, image.width, image.height).data;"
            + "  done(points.filter(p => { const [, , , , x, y] = p.getAttribute('transform').match(/[-\\d.e]+/g).map(Number);"
            + "    const at = 4 * (Math.round(4 * y) * image.width + Math.round(4 * x)); return data[at] > 245 && data[at + 1] > 245 && data[at + 2] > 245; }).length); });");
        assertEquals(0, ((Number)blank).intValue(), "points that the PNG lacks");
        final int filled = PdfShapes.curves(browser.pdf());
        assertTrue(filled >= 3 * n, filled + " points on paper for three motifs of " + n + " sequences");
        // the map saves a mark per site
        final Object sites = browser.script("return SEISM.matrixSites(SEISM.report, SEISM.report.motifs[0]).start.length");
        final Object marks = browser.script("const svg = new DOMParser().parseFromString(SEISM.figures.find(e => e.spec.name === 'SEISM-1-map').spec.svg(),"
            + " 'image/svg+xml'); return ['#0072b2', '#c2460b'].reduce((k, c) => k + (svg.querySelector('path[fill=\"' + c + '\"]')?.getAttribute('d')"
            + ".match(/z/g).length || 0), 0)");
        assertEquals(sites, marks);
        browser.assertQuiet();
    }

    /** What the page finds with the matrix is what sites.tsv holds, and what it copies is what other programs read. */
    @Test
    void sitesAreThoseOfTheFile() throws Exception {
        for (final Path results : List.of(promoters, measured)) {
            open(results);
            final StringBuilder lines = new StringBuilder("motif\tsequence\tstart\tend\tstrand\tsite\tscore\n");
            for (int j = 0; j < 3; j++) {
                final String table = (String)browser.script("return SEISM.sitesTsv(SEISM.report, SEISM.report.motifs[" + j + "])");
                lines.append(table.substring(table.indexOf('\n') + 1));
            }
            assertEquals(Files.readString(results.resolve("sites.tsv")), lines.toString());
        }
        browser.script("Object.defineProperty(navigator, 'clipboard', {value: {writeText: t => { window.copied = t; return Promise.resolve(); }}})");
        for (final String what : List.of("word", "meme", "jaspar", "sites", "methods", "references", "bibtex")) {
            browser.click("[data-copy='" + what + "']");
            final String copied = String.valueOf(browser.script("return window.copied"));
            switch (what) {
                case "word" -> assertEquals(browser.find("#motif-1 h2 .consensus").getText(), copied);
                case "meme" -> assertEquals(1, MotifFormat.MEME.read(copied, "clipboard", Alphabet.DNA).size());
                case "jaspar" -> assertEquals(1, MotifFormat.JASPAR.read(copied, "clipboard", Alphabet.DNA).size());
                case "sites" -> assertTrue(copied.startsWith("motif\tsequence\t"), copied);
                case "methods" -> assertTrue(copied.contains("199 replicates, seed 1") && copied.contains("300 DNA sequences"), copied);
                case "references" -> assertTrue(copied.contains("[1] Vill") && copied.contains("https://doi.org/10."), copied);
                default -> assertTrue(copied.startsWith("@article{") && copied.contains("doi = {"), copied);
            }
        }
        browser.assertQuiet();
    }

    @Test
    void sitesOfRegionsAreBed() throws Exception {
        final Path page = folder.resolve("regions.html");
        Files.writeString(page, ReportPage.html(Samples.regions()));
        browser.emulate(1280, 900, "light");
        browser.open(page);
        final String[] lines = String.valueOf(browser.script("return SEISM.sitesBed(SEISM.report, SEISM.report.motifs[0])")).split("\n");
        final String[] sites = String.valueOf(browser.script("return SEISM.sitesTsv(SEISM.report, SEISM.report.motifs[0])")).split("\n");
        assertEquals(sites.length - 1, lines.length);
        for (int k = 0; k < lines.length; k++) {
            final String[] bed = lines[k].split("\t");
            final String[] site = sites[k + 1].split("\t");
            final GenomeRegion region = GenomeRegion.parse(site[1]).orElseThrow();
            final GenomeRegion expected = region.site(Integer.parseInt(site[2]) - 1, site[5].length(), site[4].equals("-") ? Strand.REVERSE : Strand.FORWARD);
            assertEquals(expected.chromosome() + "\t" + expected.start() + "\t" + expected.end() + "\t" + expected.strand().symbol(),
                bed[0] + "\t" + bed[1] + "\t" + bed[2] + "\t" + bed[5]);
        }
        browser.click("#motif-1 [data-save=sites]");
        assertEquals(String.join("\n", lines) + "\n", new String(browser.download("SEISM-1-sites.bed"), StandardCharsets.UTF_8));
        browser.assertQuiet();
    }
}
