package org.seism.host.node;

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
import org.seism.host.io.Json;

/**
 * A node's view as files that open from disk. A page asks the window around it for its data, as KNIME shows it in a frame: so
 * what is written is a page that holds the data and shows the node's page in a frame, and answers as KNIME does.
 */
public final class ViewPage {

    private final NodeInstance node;

    public ViewPage(final NodeInstance node) {
        this.node = node;
    }

    /** What the page is given: {"result": ...}, or {"internalError": ...} if the node's function failed. */
    public String initialData() {
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

    /** The node's page as it is. */
    public String page() throws IOException {
        try (InputStream in = node.definition().viewPage().getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The page to open: the data, and a frame with the node's page, which lies beside it. */
    public String html() {
        // a "</script>" inside the data must not end the script
        final String data = initialData().replace("<", "\\u003c");
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Node view</title>
            <style>html, body, iframe { margin: 0; border: 0; width: 100%%; height: 100%%; display: block; }</style>
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
                event.source.postMessage({type: "UIExtensionResponse", requestId: m.requestId, payload: answer}, "*");
              });
            }());
            </script>
            </head>
            <body><iframe title="Node view" src="%s"></iframe></body>
            </html>
            """.formatted(data, frameName());
    }

    /** Name of the node's page beside the one to open. */
    private String frameName() {
        final String path = node.definition().viewPage().getRelativePath();
        return "frame-" + path.substring(path.lastIndexOf('/') + 1);
    }

    /** Writes the page and its resources into a directory. */
    public void write(final Path directory) throws IOException {
        final Page page = node.definition().viewPage();
        final Path open = inside(directory, page.getRelativePath());
        Files.createDirectories(open.getParent());
        Files.writeString(open, html());
        Files.writeString(open.resolveSibling(frameName()), page());
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
