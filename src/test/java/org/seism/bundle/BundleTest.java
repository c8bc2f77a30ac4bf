package org.seism.bundle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.seism.bundle.PluginXml.Contribution;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The files that make a bundle of the classes say the same thing: manifest, plugin.xml, build.properties, feature, NOTICE. */
class BundleTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();

    private static Attributes manifest;

    private static PluginXml plugin;

    @BeforeAll
    static void read() throws IOException {
        manifest = manifest(ROOT.resolve("META-INF/MANIFEST.MF"));
        try (InputStream in = Files.newInputStream(ROOT.resolve("plugin.xml"))) {
            plugin = PluginXml.read(in);
        }
    }

    @Test
    @DisplayName("Bundle-ClassPath names the jars in lib/, no more and no less")
    void classPath() throws IOException {
        final Set<String> named = new TreeSet<>(clauses(manifest, "Bundle-ClassPath"));
        assertTrue(named.remove("."), "the bundle's own classes are missing");
        assertEquals(embeddedJars().map(j -> "lib/" + j.getFileName()).collect(Collectors.toCollection(TreeSet::new)), named,
            "after a change of version: edit META-INF/MANIFEST.MF and NOTICE; `mvn clean` takes the old jar out of lib/");
    }

    @Test
    @DisplayName("what the bundle's classes use is in it, imported, or exported by a required bundle of KNIME")
    void visible() throws IOException {
        final Set<String> exported = new HashSet<>(clauses(manifest, "Import-Package"));
        for (String name : clauses(manifest, "Require-Bundle")) {
            final Path standIn = ROOT.resolve("src/host/osgi/" + name + ".MF");
            if (Files.exists(standIn)) {
                exported.addAll(clauses(manifest(standIn), "Export-Package"));
            }
        }
        final Set<String> jdk = ModuleLayer.boot().modules().stream().map(Module::getPackages).flatMap(Set::stream)
            .collect(Collectors.toSet());
        final Set<String> libraries = new HashSet<>();
        final Set<String> notImported = new TreeSet<>();
        for (Path jar : embeddedJars().toList()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (JarEntry e : file.stream().filter(e -> e.getName().matches("[^-]+/[^-]+\\.class")).toList()) {
                    final String name = e.getName().replace('/', '.');
                    libraries.add(name.replaceFirst("\\.[^.]+\\.class", ""));
                    if (OPTIONAL.stream().noneMatch(name::startsWith)) {
                        ClassFile.packages(file.getInputStream(e)).stream().filter(p -> !p.startsWith("java."))
                            .filter(jdk::contains).filter(p -> !exported.contains(p)).map(p -> p + " (" + name + ")").forEach(notImported::add);
                    }
                }
            }
        }
        assertEquals(Set.of(), notImported, "packages of the JDK that an embedded library uses: add to Import-Package");
        final Set<String> unseen = new TreeSet<>();
        final Path classes = ROOT.resolve("target/classes");
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path c : files.filter(p -> p.toString().endsWith(".class")).toList()) {
                final String name = classes.relativize(c).toString().replace(File.separatorChar, '.');
                if (NOT_PACKED.stream().noneMatch(name::startsWith)) {
                    try (InputStream in = Files.newInputStream(c)) {
                        ClassFile.packages(in).stream().filter(p -> !p.startsWith("java.") && !p.startsWith("org.seism"))
                            .filter(p -> !p.startsWith("org.apache.commons.math3") && !exported.contains(p) && !libraries.contains(p))
                            .map(p -> p + " (" + name + ")").forEach(unseen::add);
                    }
                }
            }
        }
        assertEquals(Set.of(), unseen,
            "a package of the JDK belongs in Import-Package, a library in lib/; what KNIME does not export is out of reach");
    }

    /** Compiled with the rest, but no part of the bundle. */
    private static final List<String> NOT_PACKED = List.of("org.knime.", "org.seism.host.", "org.seism.cli.");

    /** Classes of embedded jars that are never reached from here and look for their packages only when used. */
    private static final List<String> OPTIONAL = List.of("com.fasterxml.jackson.databind.ext.");

    @Test
    @DisplayName("NOTICE and feature name every embedded library")
    void notice() throws IOException {
        final String notice = Files.readString(ROOT.resolve("NOTICE"));
        assertAll(embeddedJars().map(j -> j.getFileName().toString().replace(".jar", "")).map(jar -> () -> {
            final int dash = jar.lastIndexOf('-');
            final String name = jar.substring(0, dash);
            final String version = jar.substring(dash + 1);
            assertTrue(notice.lines().anyMatch(l -> l.startsWith("| ") && l.contains("| " + version + " |")
                && (l.contains(name) || l.contains(", -" + name.substring(name.lastIndexOf('-') + 1)))), jar);
        }));
        Stream.of("fastcsv-MIT.txt").forEach(l -> assertTrue(notice.contains("licenses/" + l)
            && Files.isRegularFile(ROOT.resolve("licenses").resolve(l)), l));
    }

    @Test
    @DisplayName("build.properties packs what is there")
    void buildProperties() throws IOException {
        final Properties p = new Properties();
        p.load(new StringReader(Files.readString(ROOT.resolve("build.properties"))));
        final Function<String, Stream<Path>> paths = key -> Arrays.stream(p.getProperty(key).split(",")).map(ROOT::resolve);
        Stream.of("source..", "bin.includes", "extra..").flatMap(paths)
            .forEach(path -> assertTrue(Files.exists(path) || path.endsWith("resources"), path + " is named in build.properties"));
        final List<String> included = Arrays.asList(p.getProperty("bin.includes").split(","));
        assertTrue(included.containsAll(List.of(".", "META-INF/", "plugin.xml", "icons/", "lib/", "LICENSE", "NOTICE")));
    }

    @Test
    @DisplayName("feature, category and manifest agree on names, version and licence")
    void feature() throws Exception {
        final Element feature = xml("feature/feature.xml").getDocumentElement();
        final Element bundle = (Element)feature.getElementsByTagName("plugin").item(0);
        assertEquals(clauses(manifest, "Bundle-SymbolicName"), List.of(bundle.getAttribute("id")));
        final Element listed = (Element)xml("update/category.xml").getElementsByTagName("feature").item(0);
        assertEquals(feature.getAttribute("id"), listed.getAttribute("id"));
        for (Element e : List.of(feature, bundle, listed)) {
            assertEquals(manifest.getValue("Bundle-Version"), e.getAttribute("version"), e.getTagName());
        }
        assertTrue(manifest.getValue("Bundle-Version").endsWith(".qualifier"), "KNIME's build farm replaces it");
        final String shown = feature.getElementsByTagName("license").item(0).getTextContent();
        assertTrue(shown.strip().startsWith(Files.readString(ROOT.resolve("LICENSE")).strip()), "LICENSE comes first");
        final List<Path> others = new ArrayList<>(List.of(ROOT.resolve("NOTICE")));
        try (Stream<Path> files = Files.list(ROOT.resolve("licenses"))) {
            others.addAll(files.toList());
        }
        for (final Path other : others) {
            assertTrue(shown.contains(Files.readString(other).strip()), "who installs does not see " + other);
        }
    }

    @TestFactory
    @DisplayName("every node and every category has an icon of ours")
    Stream<DynamicTest> icons() {
        final Stream<DynamicTest> nodes = plugin.to(PluginXml.NODES).stream().map(n -> DynamicTest.dynamicTest(n.toString(),
            () -> icon(Path.of("src/main/resources", n.get("factory-class").replace('.', '/')).resolveSibling("icon.png"))));
        final Stream<DynamicTest> categories = plugin.to(PluginXml.CATEGORIES).stream()
            .map(c -> DynamicTest.dynamicTest("category " + c, () -> icon(Path.of(c.get("icon")))));
        return Stream.concat(nodes, categories);
    }

    @Test
    @DisplayName("icons that nothing but documents could show stay out of the bundle")
    void onlyUsedIcons() throws IOException {
        final Set<String> used = plugin.to(PluginXml.CATEGORIES).stream().map(c -> c.get("icon")).collect(Collectors.toSet());
        final Path packed = ROOT.resolve("target/classes/icons");
        if (Files.isDirectory(packed)) { // not there where the classes were compiled without the build
            try (Stream<Path> files = Files.list(packed)) {
                assertEquals(used, files.map(f -> "icons/" + f.getFileName()).collect(Collectors.toSet()));
            }
        }
        final String pom = Files.readString(ROOT.resolve("pom.xml"));
        used.forEach(icon -> assertTrue(pom.contains("<include>" + icon + "</include>"), icon));
        assertFalse(pom.contains("<include>icons/*"), "pom.xml packs icons by pattern");
        final Properties p = new Properties();
        p.load(new StringReader(Files.readString(ROOT.resolve("build.properties"))));
        final List<String> excluded = Arrays.asList(p.getProperty("bin.excludes").split(","));
        try (Stream<Path> files = Files.list(ROOT.resolve("icons"))) {
            for (final Path file : files.filter(f -> !used.contains("icons/" + f.getFileName())).toList()) {
                final String name = "icons/" + file.getFileName() + (Files.isDirectory(file) ? "/" : "");
                assertTrue(excluded.stream().anyMatch(e -> name.matches(e.replace(".", "\\.").replace("*", ".*"))), name);
            }
        }
    }

    private static void icon(final Path path) throws IOException {
        assertTrue(Files.isRegularFile(ROOT.resolve(path)), path + " is missing; icons/render.sh makes it");
        final BufferedImage image = ImageIO.read(ROOT.resolve(path).toFile());
        assertEquals(List.of(16, 16), List.of(image.getWidth(), image.getHeight()), path + ": width and height");
        assertTrue(Stream.of(0, 15).anyMatch(x -> image.getRGB(x, 0) >>> 24 == 0), path + " has no transparent corner");
    }

    @Test
    @DisplayName("plugin.xml: one category below /community, unique classes, an order that names nodes of ours")
    void pluginXml() throws Exception {
        final Contribution category = plugin.to(PluginXml.CATEGORIES).get(0);
        assertEquals("/community", category.get("path"));
        final String path = category.get("path") + "/" + category.get("level-id");
        final List<String> factories = plugin.to(PluginXml.NODES).stream().map(n -> n.get("factory-class")).toList();
        assertFalse(factories.isEmpty());
        assertEquals(factories.size(), Set.copyOf(factories).size(), "a node twice");
        for (Contribution node : plugin.to(PluginXml.NODES)) {
            assertEquals(path, node.get("category-path"), node.toString());
            assertTrue(factories.contains(node.attributes().getOrDefault("after", node.get("factory-class"))), node + ": after");
        }
        for (Contribution port : plugin.to(PluginXml.PORT_TYPES)) {
            assertTrue(port.get("color").matches("#[0-9A-Fa-f]{6}"), "KNIME falls back to grey: " + port);
            assertEquals(port.get("objectClass") + "$Serializer", port.get("objectSerializer"));
            assertEquals(port.get("specClass") + "$Serializer", port.get("specSerializer"));
        }
        for (Contribution mapping : plugin.to(PluginXml.FILE_EXTENSIONS)) {
            assertTrue(factories.contains(mapping.get("NodeFactory")), "no such node: " + mapping);
            mapping.children().forEach(e -> assertTrue(e.get("extension").startsWith("."), "KNIME compares the end of the name"));
            assertEquals(chosen(mapping.get("NodeFactory")), mapping.children().stream().map(e -> e.get("extension")).toList(),
                "a file that can be chosen can be dropped");
        }
    }

    /** @return the endings that the file chooser of a node's dialog offers, each after a dot */
    private static List<String> chosen(final String factory) throws Exception {
        final Class<?> parameters = Class.forName(factory.replaceAll("Factory$", "Parameters"));
        return Arrays.stream(parameters.getDeclaredFields()).filter(f -> f.isAnnotationPresent(FileReaderWidget.class))
            .flatMap(f -> Arrays.stream(f.getAnnotation(FileReaderWidget.class).fileExtensions())).map(e -> "." + e).toList();
    }

    private static Stream<Path> embeddedJars() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("lib"))) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList().stream();
        }
    }

    /** @return the names in a manifest header, without attributes and directives */
    private static List<String> clauses(final Attributes manifest, final String header) {
        return Arrays.stream(manifest.getValue(header).replaceAll("\"[^\"]*\"", "").split(","))
            .map(c -> c.replaceFirst(";.*", "").strip()).toList();
    }

    private static Attributes manifest(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Manifest(in).getMainAttributes();
        }
    }

    private static Document xml(final String path) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(ROOT.resolve(path).toFile());
    }
}
