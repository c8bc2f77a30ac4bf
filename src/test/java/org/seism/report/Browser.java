package org.seism.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium with an empty profile, as Debian's packages chromium and chromium-driver install it. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of(System.getProperty("seism.chromium", "/usr/bin/chromium"));
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final List<String> SWITCHES = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
        "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
        "--disable-dev-shm-usage", "--force-color-profile=srgb");

    private final Path m_profile;
    private final Path m_downloads;
    private final ChromeDriver m_driver;

    private Browser() throws IOException {
        m_profile = Files.createTempDirectory("seism-browser");
        m_downloads = Files.createTempDirectory("seism-downloads");
        final ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(SWITCHES);
        options.addArguments("--user-data-dir=" + m_profile);
        options.setExperimentalOption("prefs", Map.of("download.default_directory", m_downloads.toString(),
            "download.prompt_for_download", false, "profile.default_content_setting_values.automatic_downloads", 1));
        final LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        m_driver = new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).withLogOutput(java.io.OutputStream.nullOutputStream()).build(), options);
        // on a machine with other work beside it
        m_driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(240));
    }

    /** @return a browser; where there is none, the test is skipped with a line that says so */
    static Browser start() throws IOException {
        if (!Files.isExecutable(CHROMIUM) || !Files.isExecutable(DRIVER)) {
            final String line = "SKIPPED: browser tests of the report need /usr/bin/chromium and /usr/bin/chromedriver "
                + "(Debian: apt-get install chromium chromium-driver)";
            System.out.println(line);
            Assumptions.abort(line);
        }
        return new Browser();
    }

    ChromeDriver driver() {
        return m_driver;
    }

    /** Opens a page from disk and waits until it is drawn. */
    void open(final Path page) {
        m_driver.get(page.toUri().toString());
        ready();
    }

    void ready() {
        new WebDriverWait(m_driver, Duration.ofMinutes(3)).until(d -> script("return document.documentElement.dataset.ready") != null);
    }

    /** @param colours light or dark */
    void emulate(final int width, final int height, final String colours) {
        m_driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        m_driver.executeCdpCommand("Emulation.setEmulatedMedia",
            Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    Object script(final String script, final Object... arguments) {
        return m_driver.executeScript(script, arguments);
    }

    /** A script that calls its last argument when it is done. */
    Object async(final String script) {
        return m_driver.executeAsyncScript(script);
    }

    /** The page as it prints, without the browser's backgrounds. */
    byte[] pdf() {
        return java.util.Base64.getDecoder().decode((String)m_driver
            .executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", false)).get("data"));
    }

    WebElement find(final String css) {
        return m_driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(final String css) {
        return m_driver.findElements(By.cssSelector(css));
    }

    /** A click that does not depend on what the window shows. */
    void click(final String css) {
        script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'}); arguments[0].click()", find(css));
    }

    /** Draws every chart, also those far below. */
    void drawAll() {
        script("SEISM.figures.forEach(f => f.chart || f.draw())");
    }

    void assertQuiet() {
        final List<String> problems = new ArrayList<>();
        for (final LogEntry entry : m_driver.manage().logs().get(LogType.BROWSER)) {
            problems.add(entry.getLevel() + " " + entry.getMessage());
        }
        assertEquals(List.of(), problems, "the console is not empty");
    }

    /** No request but for files on disk and what is inside the page. */
    void assertOffline() {
        final List<String> asked = new ArrayList<>();
        final var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
        for (final LogEntry entry : m_driver.manage().logs().get(LogType.PERFORMANCE)) {
            try {
                final var message = mapper.readTree(entry.getMessage()).get("message");
                if (message.get("method").asText().equals("Network.requestWillBeSent")) {
                    final String url = message.at("/params/request/url").asText();
                    if (!url.matches("(file|data|blob|about|chrome):.*")) {
                        asked.add(url);
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        assertEquals(List.of(), asked, "the page asked the net");
    }

    /** Waits for a download. */
    byte[] download(final String name) throws Exception {
        final Path file = m_downloads.resolve(name);
        for (int k = 0; k < 3600; k++) {
            final File[] partial = m_downloads.toFile().listFiles((d, n) -> n.endsWith(".crdownload"));
            if (Files.exists(file) && Files.size(file) > 0 && partial.length == 0) {
                final byte[] content = Files.readAllBytes(file);
                Files.delete(file);
                return content;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("nothing was saved as " + name);
    }

    /** A picture of the page's upper left, as large as asked for. */
    byte[] picture(final int width, final int height, final double scale) {
        m_driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", false));
        return m_driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() throws IOException {
        m_driver.quit();
        Samples.delete(m_downloads);
        try {
            Samples.delete(m_profile);
        } catch (IOException e) {
            // Chromium's helpers may still be writing for a moment; the folder is a temporary one
        }
    }
}
