package org.knime.node;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.knime.node.parameters.NodeParameters;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Makes KNIME's XML description of a declared node. Texts are parsed as XML, so a bare ampersand is an error. */
final class NodeDescriptionXml {

    private final Document document;

    private final DocumentBuilder builder;

    private NodeDescriptionXml() {
        try {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            document = builder.newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java has no secure XML parser.", e);
        }
    }

    static Element of(final DefaultNode node) {
        return new NodeDescriptionXml().build(node);
    }

    private Element build(final DefaultNode node) {
        final Element root = document.createElement("knimeNode");
        document.appendChild(root);
        root.setAttribute("icon", node.icon);
        root.setAttribute("type", node.type().name());
        child(root, "name").setTextContent(node.name);
        parsed(child(root, "shortDescription"), node.shortDescription, "short description");
        final Element full = child(root, "fullDescription");
        parsed(child(full, "intro"), node.fullDescription, "full description");
        options(full, node.model.parametersClass());
        if (node.view != null) {
            options(full, node.view.parametersClass);
        }
        node.resources.forEach((href, text) -> {
            final Element link = child(full, "link");
            link.setAttribute("href", href);
            parsed(link, text, "description of the link " + href);
        });
        final Element ports = child(root, "ports");
        ports(ports, "inPort", node.inputs);
        ports(ports, "outPort", node.outputs);
        if (node.view != null) {
            final Element view = child(child(root, "views"), "view");
            view.setAttribute("name", node.name);
            parsed(view, node.view.description, "description of the view");
        }
        if (node.keywords != null) {
            final Element keywords = child(root, "keywords");
            node.keywords.forEach(k -> child(keywords, "keyword").setTextContent(k));
        }
        return root;
    }

    private void options(final Element full, final Class<? extends NodeParameters> parameters) {
        if (parameters != null) {
            ParameterDescriptions.of(parameters).forEach((title, text) -> {
                final Element option = child(full, "option");
                option.setAttribute("name", title);
                parsed(option, text, "description of the parameter \"" + title + "\"");
            });
        }
    }

    private void ports(final Element parent, final String tag, final List<DefaultNode.Port> ports) {
        for (int i = 0; i < ports.size(); i++) {
            final Element port = child(parent, tag);
            port.setAttribute("index", Integer.toString(i));
            port.setAttribute("name", ports.get(i).name());
            parsed(port, ports.get(i).description(), "description of the port \"" + ports.get(i).name() + "\"");
        }
    }

    private Element child(final Element parent, final String tag) {
        final Element child = document.createElement(tag);
        parent.appendChild(child);
        return child;
    }

    private void parsed(final Element target, final String text, final String what) {
        try {
            final Document fragment = builder.parse(new InputSource(new StringReader("<t>" + text + "</t>")));
            for (Node n = fragment.getDocumentElement().getFirstChild(); n != null; n = n.getNextSibling()) {
                target.appendChild(document.importNode(n, true));
            }
        } catch (SAXException e) {
            throw new IllegalStateException("The " + what + " is not well-formed XML: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
