package org.seism.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a KNIME node view: in a frame, its data by the messages that KNIME's front end exchanges with such frames. */
class ViewBrowserIT {
    /** The frame as KNIME makes it, and around it KNIME's own embedder with an API layer that answers from a file. */
    private static final String HOST = """
        <!DOCTYPE html><html><body style="margin:0">
        <iframe src="view/index.html" style="border:0;width:100vw;height:100vh;display:block"
          sandbox="allow-downloads allow-scripts allow-same-origin"></iframe>
        <script src="answers.js"></script>
        <script src="EMBEDDER"></script>
        <script>
          window.log = [];
          const frame = document.querySelector('iframe').contentWindow;
          window.addEventListener('message', (event) => {
            const m = event.data;
            window.log.push(m.type + (m.payload ? ' ' + m.payload.method : ''));
            // a stray answer to somebody else comes first
            if (m.type === 'UIExtensionRequest') event.source.postMessage({ type: 'UIExtensionResponse', requestId: 'other', payload: {} }, '*');
          });
          if (!answers.silent) {
            knime.setUpIframeEmbedderService({
              getConfig: () => Promise.resolve({ nodeId: 'root:1', projectId: 'p', workflowId: 'root', extensionType: 'view',
                initialData: answers.initialData }),
              callNodeDataService: (params) => Promise.resolve(params.serviceType === 'initial_data' && params.nodeId === 'root:1'
                && params.projectId === 'p' && params.workflowId === 'root' && params.extensionType === 'view' ? answers.service : null),
            }, frame);
          }
        </script></body></html>
        """;

    /** Of the KNIME versions that this bundle is for, and of a newer one. */
    private static final List<String> EMBEDDERS = List.of("embedder.js", "embedder-new.js");

    @TempDir
    static Path folder;

    private static Browser browser;
    private static String json;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.start();
        final Path bundles = KnimeFrontEnd.bundles();
        for (final String embedder : EMBEDDERS) {
            Files.copy(bundles.resolve(embedder), folder.resolve(embedder));
            Files.writeString(folder.resolve(embedder + ".html"), HOST.replace("EMBEDDER", embedder));
        }
        final Path view = Files.createDirectory(folder.resolve("view"));
        Files.writeString(view.resolve("index.html"), ReportPage.viewPage());
        for (final Map.Entry<String, String> resource : ReportPage.viewResources().entrySet()) {
            Files.writeString(view.resolve(resource.getKey()), resource.getValue());
        }
        json = ReportData.json(Samples.promoters(99).source());
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(final String answers) throws IOException {
        open(EMBEDDERS.get(0), answers);
    }

    private static void open(final String embedder, final String answers) throws IOException {
        Files.writeString(folder.resolve("answers.js"), "const answers = " + answers + ";");
        browser.driver().switchTo().defaultContent();
        browser.driver().get(folder.resolve(embedder + ".html").toUri().toString());
        browser.driver().switchTo().frame(0);
        browser.ready();
    }

    private static String quoted(final String text) throws IOException {
        return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedder.js", "embedder-new.js"})
    void showsInitialDataAsObject(final String embedder) throws Exception {
        browser.emulate(900, 900, "light");
        open(embedder, "{initialData: {result: " + json + "}}");
        assertEquals(3, browser.all(".card.motif").size());
        browser.drawAll();
        assertEquals(9, browser.all(".plot svg").size());
        browser.assertQuiet();
        browser.driver().switchTo().defaultContent();
        assertEquals(List.of("UIExtensionRequest getConfig", "UIExtensionReady"), browser.script("return window.log"));
    }

    @Test
    void showsInitialDataAsText() throws Exception {
        browser.emulate(900, 900, "light");
        open("{initialData: " + quoted("{\"result\": " + json + "}") + "}");
        assertEquals(3, browser.all(".card.motif").size());
        open("{initialData: {result: " + quoted(json) + "}}");
        assertEquals(3, browser.all(".card.motif").size());
        browser.assertQuiet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedder.js", "embedder-new.js"})
    void asksTheDataServiceWhereTheConfigHasNoData(final String embedder) throws Exception {
        browser.emulate(900, 900, "light");
        open(embedder, "{service: " + quoted("{\"result\": " + json + "}") + "}");
        assertEquals(3, browser.all(".card.motif").size());
        browser.assertQuiet();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 420, 1600})
    void fitsItsFrame(final int width) throws Exception {
        for (final String colours : List.of("light", "dark")) {
            browser.emulate(width, 700, colours);
            open("{initialData: {result: " + json + "}}");
            browser.script("document.querySelectorAll('details').forEach(d => d.open = true)");
            browser.drawAll();
            assertEquals(List.of(), browser.script(Checks.OVERFLOW));
            assertEquals(List.of(), browser.script(Checks.CONTRAST));
            browser.assertQuiet();
        }
    }

    /** KNIME's sandbox ignores print(), and a p-value has to be seen without scrolling in a small view. */
    @Test
    void isMadeForAFrame() throws Exception {
        for (final int[] size : new int[][]{{600, 400}, {300, 400}, {1200, 800}}) {
            browser.emulate(size[0], size[1], "light");
            open("{initialData: {result: " + json + "}}");
            assertEquals(0, browser.all(".print").stream().filter(e -> e.isDisplayed()).count(), "a print button that does nothing");
            assertEquals(Boolean.FALSE, browser.script("return document.documentElement.scrollWidth > window.innerWidth"));
            final Object seen = browser.script("const box = document.querySelector('.overview').parentElement.getBoundingClientRect();"
                + "const cell = document.querySelector('.overview tbody tr td.p').getBoundingClientRect();"
                + "return cell.width > 0 && cell.right <= Math.min(box.right, window.innerWidth) + 1");
            if (size[0] >= 600) {
                assertEquals(Boolean.TRUE, seen, "a p-value at " + size[0] + " pixels");
            }
        }
        // every button but those that open other pages
        browser.script("document.querySelectorAll('button').forEach(b => b.click())");
        browser.assertQuiet();
    }

    /** What the Motif Selector shows has no p-value, and what the Null Sampler shows has a trace per motif. */
    @ParameterizedTest
    @ValueSource(strings = {"embedder.js", "embedder-new.js"})
    void showsTheOtherNodes(final String embedder) throws Exception {
        for (final int[] size : new int[][]{{600, 400}, {1200, 800}}) {
            browser.emulate(size[0], size[1], "light");
            open(embedder, "{initialData: {result: " + ReportData.json(Kinds.selected()) + "}}");
            browser.drawAll();
            assertEquals(2, browser.all(".card.motif").size());
            assertEquals(0, browser.all(".p-row, .overview .p").size());
            assertEquals(List.of(), browser.script(Checks.OVERFLOW));
            open(embedder, "{initialData: {result: " + ReportData.samples(Samples.promoters(99).discovery().tested(), List.of()) + "}}");
            browser.drawAll();
            assertEquals(3, browser.all(".card.motif").size());
            assertEquals(6, browser.all(".plot svg, .plot canvas").size(), "a trace and a distribution per motif");
            assertEquals(List.of(), browser.script(Checks.OVERFLOW));
            assertEquals(List.of(), browser.script(Checks.NAMES));
            browser.assertQuiet();
        }
    }

    /** Every view as KNIME's window shows it first, small and large; the pictures are left in target/view-pictures for people. */
    @Test
    void looksAsItShould() throws Exception {
        final Path pictures = Files.createDirectories(Path.of("target/view-pictures"));
        final Map<String, String> views = new LinkedHashMap<>();
        views.put("selective p-values", json);
        views.put("closed form", ReportData.json(Kinds.exact()));
        views.put("data split", ReportData.json(Kinds.split()));
        views.put("selector", ReportData.json(Kinds.selected()));
        views.put("sampler", ReportData.samples(Samples.promoters(99).discovery().tested(), List.of()));
        for (final Map.Entry<String, String> view : views.entrySet()) {
            for (final int[] size : new int[][]{{600, 400}, {1200, 800}}) {
                browser.emulate(size[0], size[1], "light");
                open("{initialData: {result: " + view.getValue() + "}}");
                browser.drawAll();
                assertEquals(List.of(), browser.script(Checks.OVERFLOW), view.getKey() + " at " + size[0]);
                assertTrue(browser.find("h1").isDisplayed(), view.getKey());
                assertEquals(List.of(), browser.script("const w = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
                    + "const odd = []; while (w.nextNode()) { if (/^(null|undefined|NaN|\\[object.*)$/.test(w.currentNode.data.trim())) "
                    + "odd.push(w.currentNode.data); } return odd"), view.getKey());
                Files.write(pictures.resolve(view.getKey().replace(' ', '-') + "-" + size[0] + ".png"),
                    browser.picture(size[0], size[1], 1));
                assertEquals(Boolean.TRUE, browser.script("return document.querySelector('.overview tbody tr:nth-child(2), .samples "
                    + "tbody tr:nth-child(2)').getBoundingClientRect().bottom <= window.innerHeight"), view.getKey() + " at " + size[0]
                    + ": two motifs are seen");
            }
        }
        browser.assertQuiet();
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        browser.emulate(300, 400, "light");
        open("{initialData: {result: " + ReportData.message("Execute the node to see its motifs.") + "}}");
        message("Execute the node to see its motifs.");
        open("{initialData: {result: {state: 'not executed'}}}");
        message("Execute the node");
        open("{initialData: {result: null}}");
        message("No data");
        open("{initialData: {result: 'plain text'}}");
        message("Execute it again");
        open("{initialData: {internalError: {message: 'table <b>gone</b>', typeName: 'X', stackTrace: []}}}");
        message("table <b>gone</b>");
        open("{initialData: {userError: {message: 'No motif selected.'}}}");
        message("No motif selected.");
        assertEquals(List.of(), browser.script(Checks.OVERFLOW));
        browser.assertQuiet();
    }

    @Test
    void saysWhenNobodyAnswers() throws Exception {
        browser.emulate(300, 400, "light");
        open("{silent: true}");
        message("did not answer");
        browser.assertQuiet();
    }

    @Test
    void saysWhereItsDataComeFromWhenOpenedAlone() {
        browser.driver().switchTo().defaultContent();
        browser.open(folder.resolve("view/index.html"));
        message("inside KNIME");
        browser.assertQuiet();
    }

    private static void message(final String part) {
        final String shown = browser.find("[role=alert]").getText();
        assertTrue(shown.contains(part), shown);
    }
}
