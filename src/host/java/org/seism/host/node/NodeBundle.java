package org.seism.host.node;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.jar.Manifest;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultNodeFactory;
import org.seism.host.io.HostException;
import org.seism.host.io.SecureXml;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The contributions of a plug-in as its plugin.xml declares them: nodes, categories and port types. */
public final class NodeBundle {

    private static final Logger LOG = Logger.getLogger(NodeBundle.class.getName());

    private static final String NODES = "org.knime.workbench.repository.nodes";

    private static final String NO_NAME = "(no name)";

    private static final String DEFAULT_COLOR = "#9b9b9b";

    /**
     * A registered node.
     *
     * @param factoryClass class name of its factory
     * @param categoryPath where it stands in the node repository
     */
    public record RegisteredNode(String factoryClass, String categoryPath) {
    }

    private final String symbolicName;

    private final ClassLoader loader;

    private final Map<String, RegisteredNode> nodes = new LinkedHashMap<>();

    private final List<String> categories = new ArrayList<>();

    private NodeBundle(final String symbolicName, final ClassLoader loader) {
        this.symbolicName = symbolicName;
        this.loader = loader;
    }

    /**
     * Reads a plugin.xml and registers its port types, as Eclipse does when KNIME starts.
     *
     * @param pluginXml the file's content; closed by the caller
     * @param symbolicName name of the plug-in
     * @param loader loads the plug-in's classes
     * @return the plug-in's contributions
     * @throws HostException if the file is broken or names a class that does not exist
     */
    public static NodeBundle of(final InputStream pluginXml, final String symbolicName, final ClassLoader loader)
        throws HostException {
        final NodeBundle bundle = new NodeBundle(symbolicName, loader);
        final Element root;
        try {
            root = SecureXml.parse(pluginXml);
        } catch (IOException e) {
            throw new HostException("plugin.xml of " + symbolicName + " cannot be read: " + e.getMessage(), e);
        }
        final NodeList extensions = root.getElementsByTagName("extension");
        for (int i = 0; i < extensions.getLength(); i++) {
            final Element extension = (Element)extensions.item(i);
            switch (extension.getAttribute("point")) {
                case NODES -> bundle.addNodes(extension);
                case "org.knime.workbench.repository.categories" -> bundle.addCategories(extension);
                case "org.knime.core.PortType" -> bundle.addPortTypes(extension);
                default -> LOG.log(Level.FINE, "extension point without meaning here: {0}",
                    extension.getAttribute("point"));
            }
        }
        return bundle;
    }

    /**
     * Reads the plugin.xml of a directory; the name comes from META-INF/MANIFEST.MF beside it, if there is one.
     *
     * @param pluginXml the file
     * @param loader loads the plug-in's classes
     * @return the plug-in's contributions
     * @throws HostException if a file is missing or broken
     */
    public static NodeBundle of(final Path pluginXml, final ClassLoader loader) throws HostException {
        final Path manifest = pluginXml.resolveSibling("META-INF").resolve("MANIFEST.MF");
        try (InputStream in = Files.newInputStream(pluginXml)) {
            return of(in, symbolicName(manifest), loader);
        } catch (IOException e) {
            throw new HostException("plugin.xml cannot be read: " + e, e);
        }
    }

    /**
     * Finds the plug-in whose classes a loader loads: a plugin.xml on its path that contributes nodes (the jars of Eclipse
     * bring others), else the one in the working directory.
     *
     * @param loader loads the plug-in's classes
     * @return the plug-in's contributions
     * @throws HostException if there is none or it is broken
     */
    public static NodeBundle find(final ClassLoader loader) throws HostException {
        try {
            for (final URL resource : Collections.list(loader.getResources("plugin.xml"))) {
                final byte[] content = read(resource);
                if (new String(content, StandardCharsets.UTF_8).contains(NODES)) {
                    return of(new ByteArrayInputStream(content), symbolicName(resource), loader);
                }
            }
        } catch (IOException e) {
            throw new HostException("plugin.xml cannot be read: " + e, e);
        }
        if (Files.isRegularFile(Path.of("plugin.xml"))) {
            return of(Path.of("plugin.xml"), loader);
        }
        throw new HostException("There is no plugin.xml that declares nodes, neither on the class path nor here.");
    }

    private static byte[] read(final URL resource) throws IOException {
        try (InputStream in = resource.openStream()) {
            return in.readAllBytes();
        }
    }

    /** From the manifest in the same jar or directory. */
    private static String symbolicName(final URL pluginXml) throws IOException {
        try {
            return symbolicName(new ByteArrayInputStream(read(new URL(pluginXml, "META-INF/MANIFEST.MF"))));
        } catch (FileNotFoundException e) {
            return NO_NAME;
        }
    }

    private static String symbolicName(final Path manifest) throws IOException {
        if (!Files.isRegularFile(manifest)) {
            return NO_NAME;
        }
        try (InputStream in = Files.newInputStream(manifest)) {
            return symbolicName(in);
        }
    }

    private static String symbolicName(final InputStream manifest) throws IOException {
        final String value = new Manifest(manifest).getMainAttributes().getValue("Bundle-SymbolicName");
        return value == null ? NO_NAME : value.split(";")[0].trim();
    }

    private void addNodes(final Element extension) throws HostException {
        for (final Element node : children(extension, "node")) {
            final String factory = required(node, "factory-class");
            final String path = node.getAttribute("category-path");
            nodes.put(factory, new RegisteredNode(factory, path.isEmpty() ? "/" : path));
        }
    }

    private void addCategories(final Element extension) throws HostException {
        for (final Element category : children(extension, "category")) {
            final String path = required(category, "path");
            categories.add((path.endsWith("/") ? path : path + "/") + required(category, "level-id"));
        }
    }

    private void addPortTypes(final Element extension) throws HostException {
        for (final Element type : children(extension, "portType")) {
            final String objectClass = required(type, "objectClass");
            final String specClass = required(type, "specClass");
            final String colorText = type.getAttribute("color").isEmpty() ? DEFAULT_COLOR : type.getAttribute("color");
            if (!colorText.matches("#[0-9a-fA-F]{6}")) {
                throw new HostException("plugin.xml of " + symbolicName + ": the colour of port type \""
                    + type.getAttribute("name") + "\" must be #RRGGBB, not " + colorText + ".");
            }
            load(objectClass);
            load(specClass);
            SliceAccess.registerPortType(objectClass, required(type, "name"),
                Integer.parseInt(colorText.substring(1), 16), "true".equals(type.getAttribute("hidden")), specClass,
                serializer(type, "objectSerializer"), serializer(type, "specSerializer"));
        }
    }

    private Supplier<Object> serializer(final Element type, final String attribute) throws HostException {
        final Class<?> serializer = load(required(type, attribute));
        return () -> {
            try {
                return serializer.getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                LOG.log(Level.SEVERE, "Could not create " + attribute + " " + serializer.getName(), e);
                return null;
            }
        };
    }

    private String required(final Element element, final String attribute) throws HostException {
        final String value = element.getAttribute(attribute);
        if (value.isEmpty()) {
            throw new HostException("plugin.xml of " + symbolicName + ": <" + element.getTagName()
                + "> has no attribute " + attribute + ".");
        }
        return value;
    }

    private static List<Element> children(final Element parent, final String tag) {
        final List<Element> found = new ArrayList<>();
        final NodeList list = parent.getElementsByTagName(tag);
        for (int i = 0; i < list.getLength(); i++) {
            found.add((Element)list.item(i));
        }
        return found;
    }

    private Class<?> load(final String name) throws HostException {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new HostException("plugin.xml of " + symbolicName + " names the class " + name
                + ", which cannot be loaded: " + e, e);
        }
    }

    /**
     * Makes a registered node.
     *
     * @param factoryClass class name of the factory
     * @return what the node declares
     * @throws HostException if the factory cannot be created or something it names does not exist
     */
    public NodeDefinition node(final String factoryClass) throws HostException {
        if (!nodes.containsKey(factoryClass)) {
            throw new HostException("No node with the factory " + factoryClass + " in plugin.xml of " + symbolicName
                + ".");
        }
        final Class<?> type = load(factoryClass);
        try {
            final Object factory = type.getConstructor().newInstance();
            if (factory instanceof DefaultNodeFactory f) {
                return NodeDefinition.of(f);
            }
            throw new HostException("This host runs declared nodes (DefaultNodeFactory) only, not "
                + (factory instanceof NodeFactory<?> ? "the classic node " : "") + factoryClass + ".");
        } catch (ReflectiveOperationException | LinkageError e) {
            final Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new HostException("Node '" + factoryClass + "' from plugin '" + symbolicName
                + "' could not be created: " + cause, e);
        } catch (RuntimeException e) {
            throw new HostException("Node '" + factoryClass + "' from plugin '" + symbolicName
                + "' could not be created: " + e.getMessage(), e);
        }
    }

    /** @return the registered nodes by the class name of their factory */
    public Map<String, RegisteredNode> nodes() {
        return Map.copyOf(nodes);
    }

    /** @return full paths of the declared categories */
    public List<String> categories() {
        return List.copyOf(categories);
    }

    /** @return the plug-in's name */
    public String symbolicName() {
        return symbolicName;
    }
}
