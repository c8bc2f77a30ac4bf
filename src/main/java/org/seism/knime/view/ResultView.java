package org.seism.knime.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/**
 * The view of the nodes that test motifs. Its page and script come from class resources as text, because a page from files
 * fails in a bundle that is a jar; the data come from what the node kept with {@code setInternalData}, never from its ports.
 */
public final class ResultView {
    private ResultView() {
    }

    /**
     * @param view the stage after {@code addView}
     * @param description what the view of this node shows, an XML fragment
     * @return the view
     */
    public static DefaultView declare(final RequireViewParameters view, final String description) {
        return view.withoutParameters() //
            .description(description) //
            .page(p -> p.fromString(() -> text("result.html")).relativePath("index.html")
                .addResourceFromString(() -> text("result.css"), "result.css") //
                .addResourceFromString(() -> text("result.js"), "result.js")) //
            .initialData(d -> d.data(ResultView::json));
    }

    private static String json(final ViewInput input) {
        final PortObject[] kept = input.getInternalPortObjects();
        // before execution and after a reset there is nothing, and KNIME asks all the same
        return kept == null ? "{\"state\":\"not executed\"}" : ResultJson.of(kept);
    }

    private static String text(final String name) {
        try (InputStream in = ResultView.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
