package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** KNIME's XML form of the settings tree. A file with a document type is refused, so no entity is ever resolved. */
final class ConfigXml {

    private static final String NAMESPACE = "http://www.knime.org/2008/09/XMLConfig";

    private ConfigXml() {
    }

    static void read(final ConfigBase target, final InputStream in) throws IOException {
        final Element root;
        try {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            final var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Thrower());
            root = builder.parse(new InputSource(in)).getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java has no secure XML parser.", e);
        } catch (SAXException e) {
            throw new IOException("Not a well-formed settings file: " + e.getMessage(), e);
        }
        if (!"config".equals(root.getLocalName()) || !NAMESPACE.equals(root.getNamespaceURI())) {
            throw new IOException("Not a KNIME settings file: root element <config> of " + NAMESPACE + " expected, <"
                + root.getNodeName() + "> found.");
        }
        fill(target, root);
    }

    private static void fill(final ConfigBase target, final Element element) throws IOException {
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (!(n instanceof Element child)) {
                continue;
            }
            final String key = child.getAttribute("key");
            if ("config".equals(child.getLocalName())) {
                fill(target.addConfigBase(key), child);
            } else if ("entry".equals(child.getLocalName())) {
                target.put(key, entry(key, child));
            } else {
                throw new IOException("Unknown element <" + child.getNodeName() + "> in a settings file.");
            }
        }
    }

    private static ConfigEntry entry(final String key, final Element element) throws IOException {
        final String typeName = element.getAttribute("type");
        final String text = element.getAttribute("value");
        // passwords and transient strings are of no use to a runner: read as plain text
        final ConfigType type = "xpassword".equals(typeName) || "xtransientstring".equals(typeName)
            ? ConfigType.STRING : ConfigType.ofXmlName(typeName);
        if (type == null) {
            throw new IOException("Unknown type \"" + typeName + "\" of entry \"" + key + "\".");
        }
        if (type == ConfigType.STRING) {
            final boolean isNull = "true".equals(element.getAttribute("isnull"));
            return new ConfigEntry(type, isNull ? null : unescape(text));
        }
        try {
            return new ConfigEntry(type, type.parse(text));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(
                "Value \"" + text + "\" of entry \"" + key + "\" is not of type " + typeName + ".", e);
        }
    }

    static void write(final ConfigBase config, final OutputStream out) throws IOException {
        final Writer w = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        w.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write(config, w, 0, " xmlns=\"" + NAMESPACE + "\"");
        w.flush();
    }

    private static void write(final ConfigBase config, final Writer w, final int depth, final String attributes)
        throws IOException {
        final String indent = "    ".repeat(depth);
        w.write(indent + "<config" + attributes + " key=\"" + xml(config.getKey()) + "\">\n");
        for (final Map.Entry<String, Object> e : config.entries().entrySet()) {
            if (e.getValue() instanceof ConfigBase sub) {
                write(sub, w, depth + 1, "");
            } else {
                final ConfigEntry entry = (ConfigEntry)e.getValue();
                final Object value = entry.value();
                w.write(indent + "    <entry key=\"" + xml(e.getKey()) + "\" type=\"" + entry.type().xmlName() + "\""
                    + (value == null ? " isnull=\"true\" value=\"\"" : " value=\"" + xml(escape(value)) + "\"")
                    + "/>\n");
            }
        }
        w.write(indent + "</config>\n");
    }

    private static String xml(final String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** Control characters do not survive in XML attributes; KNIME writes them as %% and five digits. */
    private static String escape(final Object value) {
        final String s = value.toString();
        final StringBuilder b = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            final char c = s.charAt(i);
            b.append(c < ' ' ? String.format("%%%%%05d", (int)c) : Character.toString(c));
        }
        return b.toString();
    }

    private static String unescape(final String s) {
        final StringBuilder b = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            if (s.startsWith("%%", i) && i + 7 <= s.length() && s.substring(i + 2, i + 7).matches("\\d{5}")) {
                b.append((char)Integer.parseInt(s.substring(i + 2, i + 7)));
                i += 6;
            } else {
                b.append(s.charAt(i));
            }
        }
        return b.toString();
    }

    /** Keeps the parser from printing its complaints. */
    private static final class Thrower implements ErrorHandler {
        @Override
        public void warning(final SAXParseException e) {
            // nothing that would hinder reading
        }

        @Override
        public void error(final SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(final SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
