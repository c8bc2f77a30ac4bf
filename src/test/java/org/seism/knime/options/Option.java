package org.seism.knime.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.DefaultNodeFactory;
import org.seism.host.NodeHarness;

/**
 * One row of the table: with the context's settings, giving a setting another value changes what is seen.
 *
 * @param node the node
 * @param context settings that the option needs to matter, and that make the run short; key=value each
 * @param setting key=value
 * @param seen what must differ
 */
record Option(Class<? extends DefaultNodeFactory> node, List<String> context, String setting, Seen seen) {

    /** Rows of one node, written one under the other. */
    static final class Rows {
        private final Class<? extends DefaultNodeFactory> m_node;
        private final List<Option> m_rows = new ArrayList<>();
        private final Map<String, String> m_leftOut = new TreeMap<>();
        private List<String> m_context = List.of();

        Rows(final Class<? extends DefaultNodeFactory> node) {
            m_node = node;
        }

        /** The rows that follow run with these settings. */
        Rows in(final String... context) {
            m_context = List.of(context);
            return this;
        }

        /** Each of these settings, given apart, changes what is seen. */
        Rows changes(final Seen seen, final String... settings) {
            for (final String setting : settings) {
                m_rows.add(new Option(m_node, m_context, setting, seen));
            }
            return this;
        }

        /** A key that no row is about. */
        Rows without(final String key, final String reason) {
            m_leftOut.put(key, reason);
            return this;
        }

        Class<? extends DefaultNodeFactory> node() {
            return m_node;
        }

        List<Option> rows() {
            return m_rows;
        }

        Map<String, String> leftOut() {
            return m_leftOut;
        }
    }

    /** @return the key as the parameters' class has it: without indices of lists */
    String key() {
        return key(setting).replaceAll("/\\d+", "");
    }

    private static String key(final String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    /** {@code covariates/+=Dose} adds an element with that name to the simulator's list. */
    static void apply(final NodeHarness node, final String setting) throws InvalidSettingsException {
        final String key = key(setting);
        final String value = setting.substring(setting.indexOf('=') + 1);
        if (key.endsWith("/+")) {
            final NodeSettings settings = node.settings();
            final NodeSettingsWO element = settings.getNodeSettings(key.replace("/+", "")).addNodeSettings("0");
            element.addString("name", value);
            element.addDouble("effect", 1);
            node.load(settings);
        } else {
            node.set(key, value);
        }
    }

    @Override
    public String toString() {
        return node.getSimpleName().replace("NodeFactory", "") + ": " + setting + " changes " + seen.label()
            + (context.isEmpty() ? "" : ", given " + context);
    }
}
