package org.seism.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;

/** publisher.properties is the one place that says who publishes; every other file repeats it. */
class PublisherTest {

    private static final Publisher FILLED = new Publisher("Lab <A> & \"B\" Inc.", "https://example.org/seism", "https://example.org/ask",
        "https://example.org/releases", "https://example.org/site");

    @TestFactory
    @DisplayName("every file says what publisher.properties says")
    Stream<DynamicTest> files() throws Exception {
        return Publisher.read().files().entrySet().stream().map(f -> DynamicTest.dynamicTest(f.getKey().toString(), () -> {
            final String text = Files.readString(f.getKey());
            final String renewed = f.getValue().apply(text);
            if (Boolean.getBoolean("seism.renew")) {
                Files.writeString(f.getKey(), renewed);
                return;
            }
            assertEquals(renewed, text, "fill in publisher.properties and renew, see there");
        }));
    }

    @Test
    @DisplayName("what is filled in gets everywhere, and out again")
    void filled() throws Exception {
        final Publisher now = Publisher.read();
        for (final Path path : FILLED.files().keySet()) {
            final String text = Files.readString(path);
            final String filled = FILLED.files().get(path).apply(text);
            assertFalse(filled.equals(text), path + " names nobody");
            assertEquals(filled, FILLED.files().get(path).apply(filled), path + " twice");
            assertEquals(now.files().get(path).apply(text), now.files().get(path).apply(filled), path + " and back");
        }
    }

    @Test
    @DisplayName("filled files are well-formed and name the publisher")
    void wellFormed() throws Exception {
        final Attributes manifest = new Manifest(new ByteArrayInputStream(
            filled("META-INF/MANIFEST.MF").getBytes(StandardCharsets.UTF_8))).getMainAttributes();
        assertEquals(FILLED.vendor(), manifest.getValue("Bundle-Vendor"));
        assertEquals(FILLED.homepage(), manifest.getValue("Bundle-DocURL"));
        assertEquals(FILLED.contact(), manifest.getValue("Bundle-ContactAddress"));
        final Element feature = xml("feature/feature.xml");
        assertEquals(FILLED.vendor(), feature.getAttribute("provider-name"));
        assertEquals(FILLED.homepage(), ((Element)feature.getElementsByTagName("description").item(0)).getAttribute("url"));
        assertEquals(FILLED.updateSite(), ((Element)feature.getElementsByTagName("update").item(0)).getAttribute("url"));
        final Element site = xml("update/category.xml");
        assertEquals(FILLED.homepage(), ((Element)site.getElementsByTagName("description").item(0)).getAttribute("url"));
        final Element pom = xml("pom.xml");
        final Element organization = (Element)pom.getElementsByTagName("organization").item(0);
        assertEquals(FILLED.vendor(), organization.getElementsByTagName("name").item(0).getTextContent());
        assertTrue(filled("docs/INSTALL.md").contains("Update site: `" + FILLED.updateSite() + "`\n"));
        assertTrue(filled("CITATION.cff").contains("\nurl: \"" + FILLED.homepage() + "\"\n"));
    }

    @Test
    @DisplayName("addresses that are filled in are addresses")
    void addresses() throws Exception {
        final Publisher p = Publisher.read();
        assertFalse(p.vendor().isBlank(), "KNIME shows a vendor");
        for (final String address : new String[]{p.homepage(), p.contact(), p.releases(), p.updateSite()}) {
            assertTrue(address.matches("(https?://\\S+|[^@\\s]+@[^@\\s]+)?"), address);
        }
    }

    private static String filled(final String path) throws Exception {
        return FILLED.files().get(Path.of(path)).apply(Files.readString(Path.of(path)));
    }

    private static Element xml(final String path) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new ByteArrayInputStream(filled(path).getBytes(StandardCharsets.UTF_8))).getDocumentElement();
    }
}
