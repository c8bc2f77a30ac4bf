package org.seism.host;

import java.nio.file.Path;

import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultNodeFactory;
import org.seism.host.io.HostException;
import org.seism.host.node.NodeBundle;
import org.seism.host.node.TableBuilder;
import org.seism.host.sample.MisbehaviourFactory;

/** The sample plug-in of the host's own tests. */
public final class Sample {

    static final Path PLUGIN_XML = Path.of("src/test/resources/host/plugin.xml");

    private Sample() {
    }

    static NodeBundle bundle() {
        try {
            return NodeBundle.of(PLUGIN_XML, Sample.class.getClassLoader());
        } catch (HostException e) {
            throw new IllegalStateException(e);
        }
    }

    public static NodeHarness node(final Class<? extends DefaultNodeFactory> factory) {
        return NodeHarness.of(bundle(), factory, null);
    }

    static BufferedDataTable table() {
        return TableBuilder.of(new String[]{"Text", "Number"}, StringCell.TYPE, DoubleCell.TYPE) //
            .row("a", "x", 1.5).row("b", null, 2.5).row("c", "z", null).build();
    }

    static BufferedDataTable numbers() {
        return TableBuilder.of(new String[]{"Text", "Number"}, new DataType[]{StringCell.TYPE, DoubleCell.TYPE}) //
            .row("a", "x", 1.5).row("b", "y", 2.5).build();
    }

    static NodeHarness misbehaving(final String what) throws InvalidSettingsException {
        return node(MisbehaviourFactory.class).input(0, table()).set("case", what);
    }
}
