package org.seism.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.seism.host.io.HostException;
import org.seism.host.node.NodeBundle;
import org.seism.host.node.NodeDefinition;
import org.seism.host.sample.SourceFactory;

/** What makes a node unusable in KNIME, often without a word, is an error here. */
class DescriptionTest {

    private static DefaultNode node(final String full, final String icon, final String output, final PortType type) {
        return DefaultNode.create().name("Broken").icon(icon).shortDescription("s").fullDescription(full)
            .sinceVersion(5, 8, 0)
            .ports(p -> p.addInputTable("In", "in").addOutputPort(output, "out", type)) //
            .model(m -> m.withoutParameters().configure((in, out) -> {
            }).execute((in, out) -> {
            }));
    }

    private static DefaultNodeFactory factory(final DefaultNode node) {
        return new DefaultNodeFactory(node) {
        };
    }

    @Test
    void goodNodeTellsEverything() {
        final NodeHarness node = Sample.node(SourceFactory.class);
        assertNotNull(node.icon());
        assertEquals("Sample Source", node.definition().factory().getNodeName());
        assertEquals(NodeType.Source, node.definition().type());
        assertArrayEquals(new String[]{"demo", "rows"}, node.definition().factory().getKeywords());
        assertEquals("Some numbers.", node.definition().factory().getOutportDescription(0));
        assertEquals(6, node.description().getElementsByTagName("option").getLength());
        assertTrue(node.description().getTextContent().contains("Multiplies & adds."));
    }

    @Test
    void descriptionsAreXml() {
        final DefaultNode bare = node("salt & pepper", "icon.png", "Out", BufferedDataTable.TYPE);
        assertTrue(assertThrows(IllegalStateException.class, () -> factory(bare)).getMessage()
            .startsWith("The full description is not well-formed XML"));
        final DefaultNode open = node("<p>no end", "icon.png", "Out", BufferedDataTable.TYPE);
        assertThrows(IllegalStateException.class, () -> factory(open));
    }

    @Test
    void portNamesAreUnique() {
        assertEquals("A port group with the given name 'In' already exists.",
            assertThrows(IllegalArgumentException.class,
                () -> node("f", "icon.png", "In", BufferedDataTable.TYPE)).getMessage());
    }

    @Test
    void iconMustExist() {
        final DefaultNodeFactory factory = factory(node("f", "nothing.png", "Out", BufferedDataTable.TYPE));
        assertTrue(assertThrows(HostException.class, () -> NodeDefinition.of(factory)).getMessage()
            .contains("the icon \"nothing.png\" does not exist"));
    }

    /** Not registered anywhere. */
    interface Unregistered extends PortObject {
    }

    @Test
    void portTypeMustBeRegistered() {
        final PortType type = PortTypeRegistry.getInstance().getPortType(Unregistered.class);
        assertEquals("Generic Port", type.getName());
        final DefaultNodeFactory factory =
            factory(node("f", "/org/seism/host/sample/icon.png", "Out", type));
        assertTrue(assertThrows(HostException.class, () -> NodeDefinition.of(factory)).getMessage()
            .contains("is not registered in plugin.xml"));
    }

    /** KNIME ignores the field. */
    static final class PrivateField implements NodeParameters {
        @Widget(title = "t", description = "d")
        private int m_lost = 1;
    }

    /** No static class: KNIME cannot create it. */
    final class Inner implements NodeParameters {
        int m_x;
    }

    @Test
    void parametersThatKnimeCannotSaveAreErrors() {
        final var settings = new org.knime.core.node.NodeSettings("model");
        assertTrue(assertThrows(IllegalStateException.class,
            () -> NodeParametersUtil.saveSettings(PrivateField.class, new PrivateField(), settings)).getMessage()
            .contains("private field m_lost"));
        assertTrue(assertThrows(IllegalStateException.class, () -> NodeParametersUtil.createSettings(Inner.class))
            .getMessage().contains("don't provide an empty constructor"));
    }

    @Test
    void pluginXmlIsChecked() throws IOException {
        final String good = Files.readString(Sample.PLUGIN_XML);
        broken(good.replace("BulkSpec$Serializer", "Nothing"), "names the class org.seism.host.sample.Nothing");
        broken(good.replace("specClass=", "nothing="), "<portType> has no attribute specClass");
        broken(good.replace("#aa5500", "brown"), "must be #RRGGBB");
        broken(good.replace("</plugin>", ""), "cannot be read");
        broken("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><plugin>&e;</plugin>", "DOCTYPE");
    }

    private static void broken(final String xml, final String text) {
        final HostException e = assertThrows(HostException.class, () -> NodeBundle
            .of(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "sample", Sample.class.getClassLoader()));
        assertTrue(e.getMessage().contains(text), e.getMessage());
    }
}
