package org.seism.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.seism.study.check.StudyCheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** report.html in a real browser, from disk. */
class ReportBrowserIT {
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

    @Test
    void opensQuietlyAndOffline() {
        for (final Path results : List.of(promoters, measured)) {
            open(results);
            browser.drawAll();
            assertEquals(9, browser.all(".plot svg, .plot canvas").size(), "three charts per motif");
            browser.assertQuiet();
            browser.assertOffline();
        }
    }

    @Test
    void showsTheNumbersOfTheResults() throws Exception {
        open(promoters);
        final JsonNode results = new ObjectMapper().readTree(promoters.resolve("results.json").toFile());
        assertEquals("3 motifs selected from 1 349 candidates; ",
            browser.find("h1").getText().replaceAll("[\\s\u00a0\u202f]", " ").replaceFirst("[^ ]+ (is|are) kept.*", ""));
        final List<WebElement> rows = browser.all(".overview tbody tr");
        assertEquals(3, rows.size());
        for (int j = 0; j < 3; j++) {
            final JsonNode m = results.get("motifs").get(j);
            final WebElement row = rows.get(j);
            assertEquals(m.get("consensus").asText(), text(row, ".consensus"));
            close(m.get("pList").asDouble(), text(row, ".p.list"));
            close(m.get("pSampled").asDouble(), text(row, ".p.sampled"));
            close(m.get("pSplit").asDouble(), text(row, ".p.split"));
            final WebElement card = browser.find("#motif-" + (j + 1));
            close(m.get("pList").asDouble(), text(card, ".p-row.list .p-value"));
            close(m.get("pSampled").asDouble(), text(card, ".p-row.sampled .p-value"));
            assertEquals(m.get("kept").asBoolean(), text(card, ".verdict").contains("✓ Kept"), "one verdict");
            close(m.get("pSplit").asDouble(), text(card, ".p-row.split .p-value"));
            final List<WebElement> facts = card.findElements(org.openqa.selenium.By.cssSelector(".fact dd"));
            close(m.get("statistic").asDouble(), facts.get(1).getText());
            close(m.get("effect").asDouble(), facts.get(2).getText());
            close(100 * m.get("r2").asDouble(), facts.get(3).getText().replace("%", ""));
            final List<WebElement> held = card.findElements(org.openqa.selenium.By.cssSelector(".held tbody td"));
            for (int group = 0; group < 3; group++) {
                final String key = List.of("exact", "oneMismatch", "noMatch").get(group);
                assertEquals(m.get(key).asInt(), leading(held.get(2 * group)) + leading(held.get(2 * group + 1)), key);
            }
            final boolean few = m.get("exact").asInt() < 5;
            assertEquals(few, !card.findElements(org.openqa.selenium.By.cssSelector(".held .flag")).isEmpty(), "few exact holders are flagged");
            assertEquals(few, text(row, "td:nth-last-child(2)").contains("few"));
            assertEquals(m.get("kept").asBoolean() ? "✓ kept" : "○ not kept", text(row, ".kept").replace('\u00a0', ' '));
        }
        assertTrue(browser.find("#settings").findElement(org.openqa.selenium.By.xpath("..")).getText().contains("--motifs 3 --seed 1"));
    }

    private static int leading(final WebElement cell) {
        return Integer.parseInt(cell.getText().replaceFirst(" ?\\(.*", "").replaceAll("\\D", ""));
    }

    private static String text(final WebElement parent, final String css) {
        return parent.findElement(org.openqa.selenium.By.cssSelector(css)).getText();
    }

    /** What the page shows, read back: two significant digits or more. */
    private static void close(final double expected, final String shown) {
        String s = shown.replaceAll("[✓○<=≤\\s]", "").replace('−', '-');
        final int power = s.indexOf("×10");
        if (power >= 0) {
            final StringBuilder exponent = new StringBuilder();
            s.substring(power + 3).chars().forEach(c -> exponent.append(c == '⁻' ? "-" : "" + "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)));
            s = s.substring(0, power) + "e" + exponent;
        }
        assertEquals(expected, Double.parseDouble(s), 0.051 * Math.abs(expected), shown);
    }

    @Test
    void searchesSortsAndCopiesSites() {
        open(promoters);
        browser.click("#motif-1 details.more summary");
        final String first = "#motif-1 .rows .row:first-child span:nth-child(%d)";
        browser.find("#motif-1 input[type=search]").sendKeys("p17");
        assertEquals(1, browser.all("#motif-1 .rows .row").size());
        assertEquals("p17", browser.find(String.format(first, 1)).getText());
        browser.find("#motif-1 input[type=search]").clear();
        browser.find("#motif-1 input[type=search]").sendKeys("tataat");
        assertTrue(browser.all("#motif-1 .rows .word").stream().allMatch(w -> w.getText().equals("TATAAT")));
        browser.find("#motif-1 input[type=search]").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        browser.click("#motif-1 .head span:nth-child(3) button");
        assertEquals("descending", browser.find("#motif-1 .head span:nth-child(3)").getAttribute("aria-sort"));
        browser.click("#motif-1 .head span:nth-child(3) button");
        assertEquals("ascending", browser.find("#motif-1 .head span:nth-child(3)").getAttribute("aria-sort"));
        final List<Integer> starts = new ArrayList<>();
        browser.all("#motif-1 .rows .row span:nth-child(3)").forEach(c -> starts.add(Integer.parseInt(c.getText())));
        final List<Integer> sorted = new ArrayList<>(starts);
        Collections.sort(sorted);
        assertEquals(sorted, starts);
        assertTrue(starts.size() < 60, "only rows in view are elements: " + starts.size());
        assertEquals("107", browser.find("#motif-1 .sites").getAttribute("aria-rowcount"));
        browser.script("Object.defineProperty(navigator, 'clipboard', {value: {writeText: t => { window.copied = t; return Promise.resolve(); }}})");
        browser.find("#motif-1 input[type=search]").sendKeys("p17");
        browser.click("#motif-1 .copy-table");
        final String[] copied = String.valueOf(browser.script("return window.copied")).split("\n");
        assertEquals(2, copied.length);
        assertTrue(copied[1].startsWith("p17\t1\t"), copied[1]);
        browser.assertQuiet();
    }

    @Test
    void turnsTheLogoToTheOtherStrand() {
        open(promoters);
        final String before = browser.find("#motif-1 img.logo").getAttribute("alt");
        browser.click("#motif-1 .flip");
        final String after = browser.find("#motif-1 img.logo").getAttribute("alt");
        assertTrue(before.contains("TATAAT") && after.contains("ATTATA"), before + " / " + after);
        assertEquals("⇄ Show strand as selected", browser.find("#motif-1 .flip").getText(), "the button says what it does");
    }

    @Test
    void downloadsAreTheFilesOnDisk() throws Exception {
        open(measured);
        for (final String name : List.of("results.tsv", "sites.tsv", "motifs.meme", "results.json", "quality.tsv")) {
            browser.click("[data-file='" + name + "']");
            assertArrayEquals(Files.readAllBytes(measured.resolve(name)), browser.download(name), name);
        }
        // Chromium lets a page save ten files without a real click
        open(measured);
        for (int rank = 1; rank <= 3; rank++) {
            browser.click("#motif-" + rank + " .logo-panel [aria-label$='as SVG']");
            assertArrayEquals(Files.readAllBytes(measured.resolve("logo-" + rank + ".svg")), browser.download("logo-" + rank + ".svg"));
            browser.click("#motif-" + rank + " .logo-panel [aria-label$='as PNG']");
            assertArrayEquals(Files.readAllBytes(measured.resolve("logo-" + rank + ".png")), browser.download("logo-" + rank + ".png"));
        }
        open(measured);
        for (final String chart : List.of("null", "activation", "positions")) {
            final int place = List.of("null", "activation", "positions").indexOf(chart) + 1;
            browser.click("#motif-1 .figure:nth-child(" + place + ") button:nth-child(1)");
            final String svg = new String(browser.download("SEISM-1-" + chart + ".svg"), StandardCharsets.UTF_8);
            assertTrue(svg.startsWith("<svg") && svg.contains("</svg>"), svg.substring(0, 60));
            browser.click("#motif-1 .figure:nth-child(" + place + ") button:nth-child(2)");
            assertEquals(0x89, browser.download("SEISM-1-" + chart + ".png")[0] & 0xFF);
        }
        browser.assertQuiet();
    }

    @Test
    void columnsSort() {
        open(promoters);
        browser.click(".overview th:nth-last-child(1) button");
        assertEquals("descending", browser.find(".overview th:nth-last-child(1)").getAttribute("aria-sort"));
        final List<Double> r = new ArrayList<>();
        browser.all(".overview tbody td:nth-last-child(1)").forEach(c -> r.add(Double.parseDouble(c.getText().replaceAll("[▲▼\\s\u00a0]", "").replace('−', '-'))));
        final List<Double> sorted = new ArrayList<>(r);
        sorted.sort(Collections.reverseOrder());
        assertEquals(sorted, r);
        browser.click(".overview th:first-child button");
        assertEquals("1", browser.find(".overview tbody td").getText());
    }

    /** A sentence where the tests of a motif disagree, none where they do not. */
    @Test
    void saysWhereTestsDisagree() {
        open(promoters);
        final String report = "const r = {alpha: 0.05, kind: 'sampled', data: SEISM.report.data, splitFraction: 0.5};"
            + "const m = (list, s) => ({consensus: 'A', members: [], list, listText: list === 0.0002 ? '<= 2.0e-4' : '', sampled: {p: s, text: s === 0.0002"
            + " ? '<= 2.0e-4 (0 of 4999 as large)' : String(s), exceeding: s === 0.0002 ? 1 : 9, states: 5000, replicates: 4999, se: 0.1}});"
            + "const said = (list, s) => { const e = SEISM.disagreement(r, m(list, s)); return e ? e.textContent : ''; };";
        final List<?> said = (List<?>)browser.script(report + "return [said(0.01, 0.04), said(0.0002, 0.0002), said(0.0002, 0.001), said(0.0002, 0.03),"
            + " said(0.04, 0.06), said(0.2, 0.5)]");
        assertEquals("", said.get(0));
        assertEquals("", said.get(1));
        assertEquals("", said.get(2));
        assertTrue(said.get(3).toString().contains("The tests disagree") && said.get(3).toString().contains("given that it was chosen"), said.toString());
        assertTrue(said.get(4).toString().contains("The tests disagree"), said.toString());
        assertEquals("", said.get(5));
    }

    @Test
    void checksAreQuietWhereAllIsWell() throws Exception {
        final Path page = folder.resolve("checks.html");
        Files.writeString(page, ReportPage.html(Samples.promoters(19).source().withChecks(List.of())));
        browser.open(page);
        assertTrue(browser.find(".checks").getText().contains("No copies"), browser.find(".checks").getText());
        assertEquals(0, browser.all(".findings").size());
        Files.writeString(page, ReportPage.html(Samples.promoters(19).source().withChecks(List.of(
            new StudyCheck(StudyCheck.Kind.COPIES, "Only <b>2</b> differ.", "Keep one.")))));
        browser.open(page);
        assertEquals("Copies Only <b>2</b> differ. Keep one. Why do copies matter?", browser.find(".findings li").getText());
        browser.click(".findings a");
        assertTrue(browser.find("#why-copies").isDisplayed());
        browser.assertQuiet();
    }

    /** WCAG 2.1 AA as axe-core checks it, with everything opened. */
    @ParameterizedTest
    @CsvSource({"1280,light", "1280,dark", "400,light", "400,dark"})
    void noViolationOfWcag(final int width, final String colours) throws Exception {
        final String axe = Files.readString(KnimeFrontEnd.bundles().resolve("axe.min.js"));
        for (final Path results : List.of(promoters, measured)) {
            browser.emulate(width, 900, colours);
            browser.open(results.resolve("report.html"));
            browser.script("document.querySelectorAll('details').forEach(d => d.open = true)");
            browser.drawAll();
            browser.script(axe);
            final Object violations = browser.async("const done = arguments[arguments.length - 1];"
                + "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}).then(r => done(r.violations.map(v => v.id + ' '"
                + " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' | '))))");
            assertEquals(List.of(), violations);
        }
    }

    @ParameterizedTest
    @CsvSource({"200,light", "360,light", "360,dark", "800,light", "800,dark", "1600,light", "1600,dark"})
    void fitsAndIsReadable(final int width, final String colours) {
        for (final Path results : List.of(promoters, measured)) {
            browser.emulate(width, 900, colours);
            browser.open(results.resolve("report.html"));
            browser.script("document.querySelectorAll('details').forEach(d => d.open = true)");
            browser.drawAll();
            assertEquals(colours, browser.script("return document.documentElement.dataset.theme"));
            assertEquals(List.of(), browser.script(Checks.OVERFLOW), "beyond the window's edge");
            assertEquals(List.of(), browser.script(Checks.CONTRAST), "contrast below WCAG AA");
            assertEquals(List.of(), browser.script(Checks.NAMES), "without an accessible name");
            browser.assertQuiet();
        }
    }

    @Test
    void theKeyboardReachesEverything() {
        open(promoters);
        browser.script("document.body.focus()");
        final List<String> reached = new ArrayList<>();
        WebElement focus = browser.find("body");
        for (int k = 0; k < 60; k++) {
            focus.sendKeys(Keys.TAB);
            focus = browser.driver().switchTo().activeElement();
            reached.add(focus.getTagName() + "." + focus.getAttribute("class") + " " + focus.getAttribute("aria-label"));
        }
        final String all = String.join("\n", reached);
        for (final String wanted : List.of("button.theme", "button.print", "a.consensus", "button.flip", "summary", "as SVG")) {
            assertTrue(all.contains(wanted), wanted + " is not among\n" + all);
        }
        browser.find("#motif-1 summary").sendKeys(Keys.ENTER);
        assertTrue(browser.find("#motif-1 .viewport").isDisplayed());
    }

    @Test
    void themeSwitches() {
        open(promoters);
        browser.click("button.theme");
        assertEquals("dark", browser.script("return document.documentElement.dataset.theme"));
        browser.assertQuiet();
    }

    @Test
    void printsEverythingOnWhite() {
        browser.emulate(1280, 900, "dark");
        browser.open(promoters.resolve("report.html"));
        browser.script("window.dispatchEvent(new Event('beforeprint'))");
        assertEquals("light", browser.script("return document.documentElement.dataset.theme"));
        assertEquals(9, browser.all(".plot svg").size());
        browser.script("window.dispatchEvent(new Event('afterprint'))");
        assertEquals("dark", browser.script("return document.documentElement.dataset.theme"));
        browser.assertQuiet();
    }

    @Test
    void whatTheUserSentStaysText() {
        open(Samples.hostile().write(folder.resolve("hostile")));
        browser.drawAll();
        browser.script("document.querySelectorAll('details').forEach(d => d.open = true)");
        browser.find("#motif-1 input[type=search]").sendKeys("onerror");
        assertEquals(Samples.IMAGE, browser.find("#motif-1 .rows .row span").getText());
        browser.find("#motif-1 input[type=search]").sendKeys(Keys.chord(Keys.CONTROL, "a"), "=cmd");
        assertEquals(Samples.FORMULA, browser.find("#motif-1 .rows .row span").getText());
        assertTrue(browser.find(".warnings").getText().contains(Samples.SCRIPT));
        assertTrue(browser.find(".subject").getText().contains(Samples.SCRIPT));
        // tooltips are the one place where a library writes markup
        for (int i = 0; i < 60; i++) {
            browser.script("SEISM.figures[1].chart.dispatchAction({type: 'showTip', seriesIndex: 0, dataIndex: arguments[0]})", i);
        }
        assertTrue((Boolean)browser.script("return SEISM.figures[1].plot.textContent.includes('activation')"));
        assertEquals(0, browser.all("img[src='x'], img[onerror], .plot img").size());
        assertFalse((Boolean)browser.script("return document.getElementById('seism').outerHTML.includes('<img src=\"x')"));
        browser.assertQuiet();
        browser.assertOffline();
    }

    @Test
    void largePageOpensFast() throws Exception {
        final Path results = Samples.large().write(folder.resolve("large"));
        final long size = Files.size(results.resolve("report.html"));
        assertTrue(size < 3_000_000, size + " bytes");
        double best = Double.MAX_VALUE;
        for (int k = 0; k < 4; k++) {
            open(results);
            best = Math.min(best, Double.parseDouble(String.valueOf(browser.script("return document.documentElement.dataset.ready"))));
        }
        System.out.printf("report on 20 motifs and 5000 sequences: %d kB, drawn after %.0f ms%n", size / 1000, best);
        assertEquals(1, browser.all("section .figure").size(), "a QQ plot");
        browser.drawAll();
        browser.click("#motif-20 details summary");
        assertTrue(browser.all("#motif-20 .rows .row").size() < 60);
        browser.assertQuiet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exact", "split", "selected"})
    void otherKindsOfAnalysis(final String kind) throws Exception {
        final Path page = folder.resolve(kind + ".html");
        Files.writeString(page, ReportPage.html(switch (kind) {
            case "exact" -> Kinds.exact();
            case "split" -> Kinds.split();
            default -> Kinds.selected();
        }));
        browser.emulate(1280, 900, "light");
        browser.open(page);
        browser.drawAll();
        assertEquals(2, browser.all(".card.motif").size());
        assertEquals(0, browser.all(".p-row.sampled").size());
        assertEquals(kind.equals("selected") ? 0 : 1, browser.all("#motif-1 .p-row.headline." + kind).size());
        if (kind.equals("selected")) {
            assertEquals(0, browser.all(".overview .p, .p-row").size(), "no p-value of what was not tested");
            assertTrue(browser.find("h1").getText().contains("none is tested yet"));
            assertTrue(browser.find("#motif-1").getText().contains("No p-value yet"));
        }
        assertEquals(4, browser.all(".plot svg").size());
        browser.assertQuiet();
    }
}
