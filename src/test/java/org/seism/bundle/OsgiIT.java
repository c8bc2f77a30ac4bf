package org.seism.bundle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.ServiceTracker;
import org.seism.bundle.PluginXml.Contribution;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The built bundle in a real Equinox with the extension registry, with the headless host in the place of KNIME's bundles.
 * What is contributed is read from the plugin.xml inside the bundle, and asked of the registry as KNIME asks. Classes of
 * KNIME are seen only by reflection: the ones here were loaded by Equinox, those on this test's class path are others.
 */
class OsgiIT {

    /** Equinox with the extension registry, in the order of start. */
    private static final List<String> PLATFORM = List.of("org.eclipse.equinox.common", "org.osgi.service.prefs",
        "org.osgi.service.component", "org.osgi.util.function", "org.osgi.util.promise", "org.apache.felix.scr",
        "org.eclipse.core.jobs", "org.eclipse.equinox.registry", "org.eclipse.equinox.preferences",
        "org.eclipse.core.contenttype", "org.eclipse.equinox.app", "org.eclipse.core.runtime");

    private static Framework framework;

    private static Bundle seism;

    private static Object registry;

    private static PluginXml plugin;

    @BeforeAll
    static void start(@TempDir final File storage) throws Exception {
        // no class comes from outside but java.*: stricter than KNIME, which lets bundles fall back on the JDK's
        framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(Map.of(
            "org.osgi.framework.storage", storage.getPath(), "org.osgi.framework.storage.clean", "onFirstInit",
            "osgi.parentClassloader", "boot", "org.osgi.framework.bundle.parent", "boot",
            "osgi.compatibility.bootdelegation", "false"));
        framework.init();
        final BundleContext context = framework.getBundleContext();
        final List<Bundle> around = new ArrayList<>();
        for (String name : PLATFORM) {
            around.add(context.installBundle(new File(System.getProperty("equinox.dir"), "plugins/" + name + ".jar").toURI().toString()));
        }
        for (File jar : Objects.requireNonNull(new File(System.getProperty("host.plugins")).listFiles())) {
            around.add(context.installBundle(jar.toURI().toString()));
        }
        seism = context.installBundle(new File(System.getProperty("bundle.jar")).toURI().toString());
        framework.start();
        for (Bundle b : around) {
            b.start(Bundle.START_ACTIVATION_POLICY);
        }
        seism.start(Bundle.START_ACTIVATION_POLICY);
        final ServiceTracker<Object, Object> tracker =
            new ServiceTracker<>(context, "org.eclipse.core.runtime.IExtensionRegistry", null);
        tracker.open();
        registry = assertInstanceOf(Object.class, tracker.waitForService(10_000), "no extension registry");
        try (InputStream in = seism.getEntry("plugin.xml").openStream()) {
            plugin = PluginXml.read(in);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    @DisplayName("the bundle resolves against what its manifest requires and starts")
    void starts() {
        assertEquals(System.getProperty("bundle.version"), seism.getVersion().toString());
        assertTrue((seism.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0, "state " + seism.getState());
        final Set<String> providers = seism.adapt(BundleWiring.class).getRequiredWires("osgi.wiring.bundle").stream()
            .map(BundleWire::getProvider).map(p -> p.getBundle().getSymbolicName()).collect(Collectors.toSet());
        assertTrue(providers.containsAll(Set.of("org.knime.core", "org.knime.core.ui", "org.apache.commons.math3")), providers::toString);
    }

    @Test
    @DisplayName("the bundle holds what it needs and nothing of the hosts, the command line or the tests")
    void content() {
        assertAll(Stream.of("org/knime", "org/seism/host", "org/seism/cli", "org/seism/bundle", "picocli", "META-INF/maven")
            .map(path -> () -> assertEquals(null, seism.getEntry(path), path + " has no place in the bundle")));
        assertAll(Stream.of("plugin.xml", "LICENSE", "NOTICE", "licenses/fastcsv-MIT.txt",
            "org/seism/report/page/page.html", "org/seism/report/page/echarts.common.min.js", "org/seism/Progress.class")
            .map(path -> () -> assertNotNull(seism.getEntry(path), path + " is missing")));
        assertEquals(Set.of(), new TreeSet<>(Set.of(seism.getHeaders().get("Bundle-ClassPath").split(","))).stream()
            .map(String::strip).filter(e -> !e.equals(".") && seism.getEntry(e) == null).collect(Collectors.toSet()));
    }

    @Test
    @DisplayName("classes of every embedded library load inside the bundle, and their parents come with them")
    void libraries() {
        assertAll(Stream.of("de.siegmar.fastcsv.reader.CsvReader", "org.apache.commons.rng.simple.RandomSource", "org.apache.commons.rng.sampling.PermutationSampler",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "org.apache.commons.math3.distribution.NormalDistribution").map(name -> () -> {
                final Class<?> c = seism.loadClass(name);
                c.getDeclaredMethods(); // resolves every type in a signature
                if (c.getSimpleName().equals("ObjectMapper")) {
                    final Object mapper = c.getConstructor().newInstance();
                    assertEquals("[1]", c.getMethod("writeValueAsString", Object.class).invoke(mapper, (Object)new int[]{1}));
                }
            }));
    }

    @TestFactory
    @DisplayName("the registry shows every contribution of plugin.xml")
    Stream<DynamicTest> contributions() {
        return plugin.contributions().stream().map(Contribution::point).distinct().map(point -> DynamicTest.dynamicTest(point, () -> {
            final List<Map<String, String>> seen = new ArrayList<>();
            for (Object element : elements(point)) {
                seen.add(IntStream.range(0, ((String[])call(element, "getAttributeNames")).length).boxed()
                    .map(i -> ((String[])unchecked(element, "getAttributeNames"))[i])
                    .collect(Collectors.toMap(n -> n, n -> (String)unchecked(element, "getAttribute", n))));
            }
            assertEquals(plugin.to(point).stream().map(Contribution::attributes).toList(), seen);
        }));
    }

    @TestFactory
    @DisplayName("every class that plugin.xml names loads, and has the ancestor that KNIME casts it to")
    Stream<DynamicTest> classes() {
        return plugin.contributions().stream().flatMap(c -> c.classes().map(a -> DynamicTest.dynamicTest(c + ": " + a.getKey(), () -> {
            final Class<?> loaded = seism.loadClass(a.getValue());
            assertEquals(seism, FrameworkUtil.getBundle(loaded));
            final String ancestor = ANCESTORS.get(a.getKey());
            assertNotNull(ancestor, "what does KNIME make of the attribute " + a.getKey() + "?");
            final Class<?> type = seism.loadClass(ancestor);
            assertTrue(type.isAssignableFrom(loaded), loaded.getName() + " is no " + ancestor);
            if (!a.getKey().endsWith("Class")) { // KNIME makes these itself; the port objects it only loads
                final Object element = elements(c.point()).stream()
                    .filter(e -> a.getValue().equals(unchecked(e, "getAttribute", a.getKey()))).findFirst().orElseThrow();
                assertEquals(loaded, call(element, "createExecutableExtension", a.getKey()).getClass());
            } else {
                assertNotNull(loaded.getConstructor(), "a public constructor without arguments");
            }
        })));
    }

    private static final Map<String, String> ANCESTORS = Map.of( //
        "factory-class", "org.knime.core.node.NodeFactory", //
        "NodeFactory", "org.knime.core.node.ConfigurableNodeFactory", //
        "objectClass", "org.knime.core.node.port.PortObject", //
        "specClass", "org.knime.core.node.port.PortObjectSpec", //
        "objectSerializer", "org.knime.core.node.port.PortObject$PortObjectSerializer", //
        "specSerializer", "org.knime.core.node.port.PortObjectSpec$PortObjectSpecSerializer");

    @TestFactory
    @DisplayName("every node tells its name, description, ports, dialog fields and icon")
    Stream<DynamicTest> nodes() {
        return plugin.to(PluginXml.NODES).stream().map(node -> DynamicTest.dynamicTest(node.toString(), () -> {
            final Object element = elements(PluginXml.NODES).stream()
                .filter(e -> node.get("factory-class").equals(unchecked(e, "getAttribute", "factory-class"))).findFirst().orElseThrow();
            final Object factory = call(element, "createExecutableExtension", "factory-class");
            assertFalse(((String)call(factory, "getNodeName")).isBlank(), "name");

            final Element description = (Element)call(factory, "getXMLDescription");
            assertFalse(texts(description, "shortDescription").get(0).isBlank(), "short description");
            assertTrue(texts(description, "fullDescription").get(0).length() > 100, "a description that explains the node");
            final List<Element> ports = Stream.of("inPort", "outPort", "dynInPort", "dynOutPort")
                .flatMap(n -> elements(description, n).stream()).toList();
            assertFalse(ports.isEmpty(), "ports");
            described(ports);
            if ((Boolean)call(factory, "hasNodeDialog")) {
                final List<Element> fields = elements(description, "option");
                assertFalse(fields.isEmpty(), "dialog fields");
                described(fields);
            }

            final URL icon = (URL)call(factory, "getIcon");
            assertNotNull(icon, "icon");
            try (InputStream in = icon.openStream()) {
                final BufferedImage image = ImageIO.read(in);
                assertEquals(List.of(16, 16), List.of(image.getWidth(), image.getHeight()), "size of the icon");
            }
            final String own = node.get("factory-class").replaceFirst("[^.]*$", "").replace('.', '/') + "icon.png";
            assertTrue(icon.getPath().endsWith(own), icon + " is not the icon beside the factory");
        }));
    }

    private static void described(final List<Element> parts) {
        for (Element part : parts) {
            assertFalse(part.getAttribute("name").isBlank(), part.getTagName() + " without a name");
            assertFalse(part.getTextContent().isBlank(), part.getTagName() + " " + part.getAttribute("name") + " without a description");
        }
    }

    @Test
    @DisplayName("the headless host, a bundle of its own, makes every node that plugin.xml registers")
    void host() throws Exception {
        final Object bundle = nodeBundle();
        for (Contribution node : plugin.to(PluginXml.NODES)) {
            assertNotNull(call(bundle, "node", node.get("factory-class")));
        }
    }

    @Test
    @DisplayName("a workflow runs inside Equinox, with the tables that stand beside it")
    void workflow() throws Exception {
        final Path workflow = smallestWorkflow();
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        final Object bundle = nodeBundle();
        final Object runner = hostClass("workflow.WorkflowRunner").getConstructor(bundle.getClass(), PrintStream.class, PrintStream.class)
            .newInstance(bundle, print, print);
        runner.getClass().getMethod("expect", Path.class, double.class).invoke(runner, workflow.resolve("expected"), 0.0);
        final Object exit = runner.getClass().getMethod("run", Path.class).invoke(runner, workflow);
        assertEquals(0, exit, () -> workflow + "\n" + out.toString(StandardCharsets.UTF_8));
    }

    /** All of them run in a test of their own, without Equinox; here one is enough. */
    private static Path smallestWorkflow() throws IOException {
        final Path all = Path.of("test-workflows");
        try (Stream<Path> files = Files.walk(all)) {
            return files.filter(f -> f.endsWith("workflow.knime")).map(Path::getParent)
                .filter(w -> Files.isDirectory(w.resolve("expected"))).min(Comparator.comparingLong(OsgiIT::size)).orElseThrow();
        }
    }

    private static long size(final Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.mapToLong(f -> f.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return org.seism.host.node.NodeBundle of our bundle: what a run of a workflow starts from */
    private static Object nodeBundle() throws Exception {
        try (InputStream in = seism.getEntry("plugin.xml").openStream()) {
            return hostClass("node.NodeBundle").getMethod("of", InputStream.class, String.class, ClassLoader.class)
                .invoke(null, in, seism.getSymbolicName(), seism.adapt(BundleWiring.class).getClassLoader());
        }
    }

    /** The host is a bundle of its own in here, as KNIME is. */
    private static Class<?> hostClass(final String name) throws ClassNotFoundException {
        return Stream.of(framework.getBundleContext().getBundles()).filter(b -> b.getSymbolicName().equals("org.seism.host"))
            .findFirst().orElseThrow().loadClass("org.seism.host." + name);
    }

    @Test
    @DisplayName("the category's icon is in the bundle")
    void categoryIcon() throws Exception {
        for (Contribution category : plugin.to(PluginXml.CATEGORIES)) {
            assertNotNull(ImageIO.read(seism.getEntry(category.get("icon"))), category.get("icon"));
        }
    }

    private static List<Object> elements(final String point) throws Exception {
        return List.of((Object[])call(registry, "getConfigurationElementsFor", point));
    }

    private static List<Element> elements(final Element root, final String name) {
        final NodeList found = root.getElementsByTagName("*"); // with or without a namespace
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element)found.item(i))
            .filter(e -> name.equals(e.getLocalName() == null ? e.getTagName() : e.getLocalName())).toList();
    }

    private static List<String> texts(final Element root, final String name) {
        return elements(root, name).stream().map(Element::getTextContent).map(String::strip).toList();
    }

    /** Calls a public method with String arguments on an object whose class this test cannot name. */
    private static Object call(final Object target, final String method, final String... arguments) throws Exception {
        final Class<?>[] types = Stream.of(arguments).map(a -> String.class).toArray(Class<?>[]::new);
        final Class<?> owner = publicOwner(target.getClass(), method, types);
        try {
            return owner.getMethod(method, types).invoke(target, (Object[])arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** The class or interface that declares the method and may be called from here. */
    private static Class<?> publicOwner(final Class<?> type, final String method, final Class<?>... types) throws NoSuchMethodException {
        if (java.lang.reflect.Modifier.isPublic(type.getModifiers())) {
            type.getMethod(method, types);
            return type;
        }
        for (Class<?> i : type.getInterfaces()) {
            try {
                return publicOwner(i, method, types);
            } catch (NoSuchMethodException e) {
                continue;
            }
        }
        if (type.getSuperclass() == null) {
            throw new NoSuchMethodException(method);
        }
        return publicOwner(type.getSuperclass(), method, types);
    }

    private static Object unchecked(final Object target, final String method, final String... arguments) {
        try {
            return call(target, method, arguments);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
