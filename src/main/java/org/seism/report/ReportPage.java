package org.seism.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The interactive page. {@link #html} makes one self-contained file of it; KNIME's node views serve {@link #viewPage} with
 * {@link #viewResources} beside it and send the data, {@link ReportData#json}, as initial data.
 */
public final class ReportPage {
    /** What the page consists of, in the order in which the scripts have to run. */
    private static final List<String> SCRIPTS = List.of("echarts.common.min.js", "format.js", "words.js", "charts.js",
        "activation.js", "figure.js", "sites.js", "map.js", "card.js", "overview.js", "methods.js", "trace.js", "knime.js", "page.js");
    private static final String STYLE = "report.css";
    private static final String DATA = "<script type=\"application/json\" id=\"seism-data\"></script>";
    private static final String POLICY = "<!-- policy -->";

    private ReportPage() {
    }

    /**
     * Makes report.html.
     *
     * @param source what to show
     * @return one HTML document with everything inside; it asks the net for nothing, and a content security policy forbids
     *         it to, as well as any script but the page's own
     */
    public static String html(final ReportSource source) {
        return document(resource("page.html"), SCRIPTS.stream().collect(Collectors.toMap(n -> n, ReportPage::resource, (x, y) -> x,
            LinkedHashMap::new)), Map.of(STYLE, resource(STYLE)), packed(ReportData.json(source)));
    }

    /**
     * Puts a page of another kind together: one file that asks the net for nothing.
     *
     * @param template refers to scripts and styles by name, and has the marks for the policy and the data
     * @param scripts their texts by name, in the order in which they run
     * @param styles their texts by name
     * @param data what stands in the element {@code seism-data}: ASCII without markup
     * @return the document
     */
    public static String document(final String template, final Map<String, String> scripts, final Map<String, String> styles,
        final String data) {
        String page = template;
        final StringBuilder hashes = new StringBuilder();
        for (final Map.Entry<String, String> entry : scripts.entrySet()) {
            // "</script" inside a script's text would end the element; in JavaScript strings "<\/script" is the same
            final String script = entry.getValue().replace("</script", "<\\/script");
            hashes.append(" 'sha256-").append(sha256(script)).append('\'');
            page = replaced(page, "<script src=\"" + entry.getKey() + "\"></script>", "<script>" + script + "</script>");
        }
        for (final Map.Entry<String, String> entry : styles.entrySet()) {
            page = replaced(page, "<link rel=\"stylesheet\" href=\"" + entry.getKey() + "\">", "<style>\n" + entry.getValue() + "</style>");
        }
        page = replaced(page, POLICY, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src"
            + hashes + "; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'\">");
        // last, so that nothing from the data can be taken for one of the marks above
        return replaced(page, DATA, DATA.replace("></", ">" + data + "</"));
    }

    /** The document as the page takes it along: gzip, then base64. */
    private static String packed(final String json) {
        return PackedNumbers.base64(PackedNumbers.gzip(json.getBytes(StandardCharsets.US_ASCII)));
    }

    /** @return the page of a node view, which refers to {@link #viewResources} */
    public static String viewPage() {
        return replaced(resource("page.html"), POLICY, "");
    }

    /** @return the page's style and scripts by their relative path */
    public static Map<String, String> viewResources() {
        final Map<String, String> resources = new LinkedHashMap<>();
        resources.put(STYLE, resource(STYLE));
        SCRIPTS.forEach(name -> resources.put(name, resource(name)));
        return resources;
    }

    private static String replaced(final String page, final String mark, final String text) {
        final int at = page.indexOf(mark);
        if (at < 0) {
            throw new IllegalStateException("the page template lacks " + mark);
        }
        return page.substring(0, at) + text + page.substring(at + mark.length());
    }

    /**
     * @param name of a part of the page
     * @return its text
     */
    public static String resource(final String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream("page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks org/seism/report/page/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(final String text) {
        try {
            return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
