package org.seism.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

import org.knime.core.node.port.PortObject;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Resource;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;

/** A node's view as files that open from disk: the page with a stub in place of KNIME's message partner. */
final class ViewPage {

    private final NodeInstance node;

    ViewPage(final NodeInstance node) {
        this.node = node;
    }

    /** What the page is given: {"result": ...}, or {"internalError": ...} if the node's function failed. */
    String initialData() {
        final Function<ViewInput, Object> data = node.definition().viewData();
        if (data == null) {
            return "null";
        }
        try {
            final Object[] value = new Object[1];
            node.inContext(() -> value[0] = data.apply(new Input()));
            return "{\"result\":" + result(value[0]) + "}";
        } catch (RuntimeException e) {
            return Json.of(Map.of("internalError",
                Map.of("typeName", e.getClass().getName(), "message", String.valueOf(e.getMessage()))));
        }
    }

    /** A text that is JSON is handed on as it is, an empty one as null. */
    private static String result(final Object value) {
        if (!(value instanceof String text)) {
            return Json.of(value);
        }
        if (text.isEmpty()) {
            return "null";
        }
        return Json.isJson(text) ? text : Json.quote(text);
    }

    /** The page itself with the stub. */
    String html() throws IOException {
        final String html;
        try (InputStream in = node.definition().viewPage().getInputStream()) {
            html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        final int head = html.toLowerCase(java.util.Locale.ROOT).indexOf("<head>");
        final int at = head < 0 ? 0 : head + "<head>".length();
        return html.substring(0, at) + stub() + html.substring(at);
    }

    /** Writes the page and its resources into a directory. */
    void write(final Path directory) throws IOException {
        final Page page = node.definition().viewPage();
        Files.createDirectories(directory);
        Files.writeString(inside(directory, page.getRelativePath()), html());
        for (final Map.Entry<String, Resource> resource : SliceAccess.resources(page).entrySet()) {
            final Path file = inside(directory, resource.getKey());
            Files.createDirectories(file.getParent());
            try (InputStream in = resource.getValue().getInputStream()) {
                Files.write(file, in.readAllBytes());
            }
        }
    }

    private static Path inside(final Path directory, final String relative) throws IOException {
        final Path file = directory.resolve(relative).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("The page's path leaves its directory: " + relative);
        }
        return file;
    }

    /** A page on its own is its own parent window, so the stub answers there what KNIME would. */
    private String stub() {
        // a "</script>" inside the data must not end the script
        final String data = initialData().replace("<", "\\u003c");
        return """

            <script>
            (function () {
              var initialData = %s;
              var config = {nodeId: "root:1", projectId: "host", workflowId: "root", extensionType: "view",
                            hasNodeView: true, initialData: initialData};
              window.addEventListener("message", function (event) {
                var m = event.data;
                if (!m || m.type !== "UIExtensionRequest") { return; }
                var method = m.payload && m.payload.method;
                var answer = {result: null};
                if (method === "getConfig") { answer = config; }
                else if (method === "callNodeDataService") { answer = {result: JSON.stringify(initialData)}; }
                window.postMessage({type: "UIExtensionResponse", requestId: m.requestId, payload: answer}, "*");
              });
            }());
            </script>
            """.formatted(data);
    }

    private final class Input implements ViewInput {

        @Override
        @SuppressWarnings("unchecked")
        public <S extends NodeParameters> S getParameters() {
            final Class<? extends NodeParameters> type = node.definition().viewParameters();
            return type == null ? null : (S)NodeParametersUtil.createSettings(type);
        }

        @Override
        public PortObject[] getInternalPortObjects() {
            return node.viewInternals();
        }
    }
}
