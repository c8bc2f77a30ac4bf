package org.seism.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What plugin.xml contributes, so that no test keeps a list of its own. */
record PluginXml(List<Contribution> contributions) {

    static final String NODES = "org.knime.workbench.repository.nodes";

    static final String CATEGORIES = "org.knime.workbench.repository.categories";

    static final String PORT_TYPES = "org.knime.core.PortType";

    static final String FILE_EXTENSIONS = "org.knime.workbench.repository.registeredFileExtensions";

    /**
     * One element below an extension.
     *
     * @param point the full id of the extension point
     * @param element the element's name
     * @param attributes by name
     * @param children the elements inside, of the same point
     */
    record Contribution(String point, String element, Map<String, String> attributes, List<Contribution> children) {

        String get(final String attribute) {
            final String value = attributes.get(attribute);
            if (value == null) {
                throw new AssertionError(element + " in plugin.xml has no attribute " + attribute + ": " + attributes);
            }
            return value;
        }

        /** @return the attributes that name a class of ours */
        Stream<Map.Entry<String, String>> classes() {
            return attributes.entrySet().stream()
                .filter(a -> !a.getKey().equals("after") && a.getValue().matches("org\\.seism(\\.[a-z0-9]+)*\\.[A-Z][\\w$]*"));
        }

        @Override
        public String toString() {
            return Stream.of("name", "factory-class", "NodeFactory", "extension").filter(attributes::containsKey)
                .findFirst().map(a -> attributes.get(a).replaceFirst(".*\\.(?=[A-Z])", "")).orElse(element);
        }
    }

    static PluginXml read(final InputStream in) throws IOException {
        try {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final List<Contribution> all = new ArrayList<>();
            for (Element extension : children(factory.newDocumentBuilder().parse(in).getDocumentElement())) {
                for (Element element : children(extension)) {
                    all.add(contribution(extension.getAttribute("point"), element));
                }
            }
            return new PluginXml(List.copyOf(all));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("plugin.xml: " + e.getMessage(), e);
        }
    }

    List<Contribution> to(final String point) {
        return contributions.stream().filter(c -> c.point().equals(point)).toList();
    }

    private static Contribution contribution(final String point, final Element e) {
        final Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < e.getAttributes().getLength(); i++) {
            attributes.put(e.getAttributes().item(i).getNodeName(), e.getAttributes().item(i).getNodeValue());
        }
        return new Contribution(point, e.getNodeName(), attributes,
            children(e).stream().map(c -> contribution(point, c)).toList());
    }

    private static List<Element> children(final Element e) {
        final List<Element> found = new ArrayList<>();
        for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element child) {
                found.add(child);
            }
        }
        return found;
    }
}
