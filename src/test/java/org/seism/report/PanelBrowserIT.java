package org.seism.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.seism.cli.Cli;

/** panel.html in a real browser, from disk. */
class PanelBrowserIT {
    @TempDir
    private Path m_folder;

    @Test
    @DisplayName("the page is quiet and offline, sorts both ways, and its cells lead to the motif's own report")
    void page() throws Exception {
        try (Browser browser = Browser.start()) {
            final Random random = new Random(4);
            final StringBuilder table = new StringBuilder("id\tsequence\tup\t<b>down</b>\tnothing\tsame\n");
            for (int i = 0; i < 50; i++) {
                final StringBuilder letters = new StringBuilder();
                for (int k = 0; k < 20; k++) {
                    letters.append("ACGT".charAt(random.nextInt(4)));
                }
                final int holds = i % 2;
                letters.replace(4, 10, holds == 1 ? "GATTAC" : letters.substring(4, 10));
                table.append("s" + i + "\t" + letters + "\t" + (random.nextGaussian() + 5 * holds) + "\t" + (random.nextGaussian() - 3 * holds) + "\t"
                    + random.nextGaussian() + "\t1\n");
            }
            final Path out = m_folder.resolve("out");
            Cli.run("panel", "--input", Cli.write(m_folder, "study.tsv", table.toString()), "--phenotype-columns", "up,<b>down</b>,nothing,same",
                "--width", 4, "--motifs", 1, "--min-support", 3, "--replicates", 99, "--reports", "--out", out).ok();
            browser.emulate(1280, 900, "light");
            browser.open(out.resolve("panel.html"));
            browser.assertQuiet();
            browser.assertOffline();
            assertEquals("2 motifs kept in 2 phenotypes, 1 kind of motif", browser.find("h1").getText().replace('\u00a0', ' '));
            assertEquals(List.of("up", "<b>down</b>"), texts(browser, ".heat thead th.turned"));
            final List<WebElement> cells = browser.all(".heat td.cell");
            assertEquals(2, cells.size());
            assertTrue(cells.get(0).getAttribute("class").contains("up") && cells.get(1).getAttribute("class").contains("down"));
            assertEquals(List.of("up", "<b>down</b>", "nothing", "same"), texts(browser, ".phenotypes tbody td:first-child"));
            // smallest correlation first at the second click; what has none stays at the end
            browser.click(".phenotypes th:nth-child(7) button");
            browser.click(".phenotypes th:nth-child(7) button");
            assertEquals("ascending", browser.find(".phenotypes th:nth-child(7)").getAttribute("aria-sort"));
            assertEquals("<b>down</b>", texts(browser, ".phenotypes tbody td:first-child").get(0));
            assertEquals("same", texts(browser, ".phenotypes tbody td:first-child").get(3));
            browser.script("document.querySelector('.heat td.cell a').click()");
            browser.ready();
            assertTrue(browser.driver().getCurrentUrl().endsWith("phenotypes/0001_up/report.html#motif-1"), browser.driver().getCurrentUrl());
            assertEquals(1, browser.all("#motif-1").size());
        }
    }

    private static List<String> texts(final Browser browser, final String css) {
        return browser.all(css).stream().map(WebElement::getText).toList();
    }
}
