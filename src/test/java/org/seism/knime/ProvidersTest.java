package org.seism.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.StringColumnsProvider;
import org.seism.host.dialog.ProviderCheck;
import org.seism.host.node.HostInput;
import org.seism.host.node.NodeBundle;
import org.seism.host.node.NodeDefinition;

/**
 * Every dialog opens whatever is known at the inputs: no connection, a predecessor without a spec, one that is configured, one that
 * is executed. In KNIME a provider that throws costs the whole dialog. The nodes are those of plugin.xml.
 */
class ProvidersTest {

    private static final List<PortObject> SAMPLES = new ArrayList<>();

    @BeforeAll
    static void samples() throws Exception {
        SAMPLES.addAll(List.of(Nodes.simulated(), Nodes.sequences(), Nodes.motifs(), Nodes.nullSample()));
    }

    @TestFactory
    @DisplayName("providers survive every state of the inputs")
    Stream<DynamicTest> nodes() throws Exception {
        final NodeBundle bundle = NodeBundle.find(ProvidersTest.class.getClassLoader());
        final List<DynamicTest> tests = new ArrayList<>();
        for (final String factory : new TreeSet<>(bundle.nodes().keySet())) {
            final NodeDefinition node = bundle.node(factory);
            if (node.parameters() != null) {
                inputs(node).forEach((state, input) -> tests
                    .add(DynamicTest.dynamicTest(node.name() + ", " + state, () -> survives(node.parameters(), input))));
            }
        }
        assertTrue(tests.size() >= 8 * 3, tests.size() + " tests");
        return tests.stream();
    }

    private static void survives(final Class<? extends NodeParameters> type, final NodeParametersInput input) throws Exception {
        final NodeParameters fresh = NodeParametersUtil.createSettings(type, input);
        assertEquals(List.of(), ProviderCheck.failures(fresh, input), "a new node");
        final NodeParameters blank = NodeParametersUtil.createSettings(type);
        assertEquals(List.of(), ProviderCheck.failures(blank, input), "a node with the fields' own defaults");
    }

    /** States of the inputs by name. */
    private static Map<String, NodeParametersInput> inputs(final NodeDefinition node) {
        final int ports = node.inputs().size();
        final PortObject[] objects = node.inputs().stream().map(p -> SAMPLES.stream().filter(p.type()::acceptsPortObject).findFirst()
            .orElseThrow(() -> new AssertionError("no sample for the port " + p.name()))).toArray(PortObject[]::new);
        final PortObjectSpec[] specs = Arrays.stream(objects).map(PortObject::getSpec).toArray(PortObjectSpec[]::new);
        final PortObjectSpec[] empty =
            Arrays.stream(specs).map(s -> s instanceof DataTableSpec ? new DataTableSpec() : s).toArray(PortObjectSpec[]::new);
        final Map<String, NodeParametersInput> states = new LinkedHashMap<>();
        states.put("not connected", HostInput.of(node, new PortObjectSpec[ports], null));
        states.put("connected to what has no spec", HostInput.of(node, new PortObjectSpec[ports], new PortObject[ports]));
        states.put("connected, not executed", HostInput.of(node, specs, null));
        states.put("executed", HostInput.of(node, specs, objects));
        states.put("a table without columns", HostInput.of(node, empty, null));
        return states;
    }

    @Test
    @DisplayName("the check sees providers of every kind, and one that fails")
    void sees() throws Exception {
        final NodeDefinition encoder = NodeBundle.find(ProvidersTest.class.getClassLoader())
            .node("org.seism.knime.node.encoder.SequenceEncoderNodeFactory");
        final List<String> names = ProviderCheck.providers(encoder.parameters()).stream().map(Class::getSimpleName).toList();
        assertTrue(names.containsAll(List.of("SequenceColumns", "PhenotypeColumns", "CovariateColumns", "IdColumns", "IdIsColumn",
            "MayBeClass", "MayBeNucleicAcid")), names.toString());
        final List<String> failures = ProviderCheck.failures(new Careless(), HostInput.of(encoder, new PortObjectSpec[1], null));
        assertEquals(2, failures.size(), failures.toString());
        assertTrue(failures.stream().anyMatch(f -> f.startsWith("FirstName fails: java.util.NoSuchElementException")), failures.toString());
        assertTrue(failures.stream().anyMatch(f -> f.startsWith("Nothing fails: java.lang.IllegalStateException: no list")),
            failures.toString());
        final PortObjectSpec[] specs = {SAMPLES.get(0).getSpec()};
        assertFalse(ProviderCheck.failures(new Careless(), HostInput.of(encoder, specs, null)).toString().contains("FirstName"));
    }

    /** Presumes a connection. */
    static final class FirstName implements StateProvider<String> {
        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
        }

        @Override
        public String computeState(final NodeParametersInput input) {
            return input.getInTableSpec(0).orElseThrow().getColumnSpec(0).getName();
        }
    }

    /** Gives no list. */
    static final class Nothing extends StringColumnsProvider {
        @Override
        public List<org.knime.core.data.DataColumnSpec> columnChoices(final NodeParametersInput context) {
            return null;
        }

        @Override
        public List<org.knime.node.parameters.widget.choices.TypedStringChoice> computeState(final NodeParametersInput context) {
            return null;
        }
    }

    /** A dialog that opens only when something is connected. */
    static final class Careless implements NodeParameters {
        @Widget(title = "Name", description = "the first column's")
        @ValueProvider(FirstName.class)
        String m_name = "";

        @Widget(title = "Column", description = "any")
        @ChoicesProvider(Nothing.class)
        String m_column = "";
    }
}
