package org.seism.host.io;

import java.io.IOException;
import java.io.InputStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Parses XML that nobody vouches for: no document type, hence no entity that could be resolved. */
public final class SecureXml {

    private SecureXml() {
    }

    public static Element parse(final InputStream in) throws IOException {
        try {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            final DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // throws fatal errors, prints nothing
            return builder.parse(in).getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java has no secure XML parser.", e);
        } catch (SAXException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
