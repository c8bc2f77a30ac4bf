package org.seism.knime.view;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.workflow.NativeNodeContainer;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;
import org.seism.report.ReportData;
import org.seism.report.ReportPage;

/**
 * The view of the nodes that select or test motifs and sample the null: the page that the command line writes as report.html. Page and scripts come from
 * class resources as text, because a page from files fails in a bundle that is a jar; the data come from what the node kept
 * with {@code setInternalData}, never from its ports.
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
            .page(ResultView::page) //
            .initialData(d -> d.data(ResultView::json));
    }

    private static Page page(final RequireFromFileOrString start) {
        var page = start.fromString(ReportPage::viewPage).relativePath("index.html");
        for (final var resource : ReportPage.viewResources().entrySet()) {
            page = page.addResourceFromString(resource::getValue, resource.getKey());
        }
        return page;
    }

    private static String json(final ViewInput input) {
        final PortObject[] kept = kept(input);
        // before execution and after a reset there is nothing, and KNIME asks all the same
        return kept != null && kept.length > 0 && kept[0] instanceof BufferedDataTable table ? ReportTable.read(table)
            : ReportData.message("Execute the node to see its results.");
    }

    /** A copied node shares its factory and with it what the input gives; what the node itself holds is its own. */
    private static PortObject[] kept(final ViewInput input) {
        final NodeContext context = NodeContext.getContext();
        return context != null && context.getNodeContainer() instanceof NativeNodeContainer node
            ? node.getNode().getInternalHeldPortObjects() : input.getInternalPortObjects();
    }
}
