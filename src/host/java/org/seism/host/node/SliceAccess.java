package org.seism.host.node;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.Node;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.workflow.NativeNodeContainer;
import org.knime.core.node.workflow.NodeContainer;
import org.knime.core.util.ThreadPool;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Resource;
import org.knime.filehandling.core.connections.DefaultFSConnectionFactory;
import org.knime.node.DefaultNodeFactory;

/**
 * The host's back door into the slice. The slice must not have public members that KNIME lacks, so what only a host
 * needs is package-private there and reached by reflection, here and nowhere else.
 */
final class SliceAccess {

    private SliceAccess() {
    }

    /** What a node declares, see DefaultNodeFactory.declaration(). */
    @SuppressWarnings("unchecked")
    static Map<String, Object> declaration(final DefaultNodeFactory factory) {
        return (Map<String, Object>)invoke(DefaultNodeFactory.class, "declaration", factory);
    }

    /** The container of a node as KNIME's NodeContext hands it out. */
    static Object container(final URL dropped, final Supplier<PortObject[]> held) {
        try {
            final Constructor<?> creation = ModifiableNodeCreationConfiguration.class.getDeclaredConstructor(URL.class);
            creation.setAccessible(true);
            final Constructor<?> node =
                Node.class.getDeclaredConstructor(ModifiableNodeCreationConfiguration.class, Supplier.class);
            node.setAccessible(true);
            final Constructor<?> container = NativeNodeContainer.class.getDeclaredConstructor(Node.class);
            container.setAccessible(true);
            return container.newInstance(node.newInstance(creation.newInstance(dropped), held));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets the node that this thread works for; null for none. */
    static void nodeContext(final Object container) {
        try {
            final Method method =
                org.knime.core.node.workflow.NodeContext.class.getDeclaredMethod("set", NodeContainer.class);
            method.setAccessible(true);
            method.invoke(null, container);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static ExecutionContext executionContext(final NodeProgressMonitor monitor) {
        return create(ExecutionContext.class, NodeProgressMonitor.class, monitor);
    }

    /** Registers a kind of port as extension point org.knime.core.PortType does. */
    static void registerPortType(final String objectClass, final String name, final int color, final boolean hidden,
        final String specClass, final Supplier<Object> objectSerializer, final Supplier<Object> specSerializer) {
        try {
            final Method method = PortTypeRegistry.class.getDeclaredMethod("register", String.class, String.class,
                int.class, boolean.class, String.class, Supplier.class, Supplier.class);
            method.setAccessible(true);
            method.invoke(PortTypeRegistry.getInstance(), objectClass, name, color, hidden, specClass,
                objectSerializer, specSerializer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isRegistered(final Class<?> portObjectClass) {
        try {
            final Method method = PortTypeRegistry.class.getDeclaredMethod("isRegistered", Class.class);
            method.setAccessible(true);
            return (Boolean)method.invoke(PortTypeRegistry.getInstance(), portObjectClass);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static PortObjectZipOutputStream objectOut(final OutputStream out) {
        return create(PortObjectZipOutputStream.class, OutputStream.class, out);
    }

    static PortObjectZipInputStream objectIn(final InputStream in) {
        return create(PortObjectZipInputStream.class, InputStream.class, in);
    }

    static PortObjectSpecZipOutputStream specOut(final OutputStream out) {
        return create(PortObjectSpecZipOutputStream.class, OutputStream.class, out);
    }

    static PortObjectSpecZipInputStream specIn(final InputStream in) {
        return create(PortObjectSpecZipInputStream.class, InputStream.class, in);
    }

    /** The detail of a message or null. */
    static String details(final Message message) {
        return (String)invoke(Message.class, "details", message);
    }

    /** The message an exception carries, or null; only some of KNIME's exceptions do. */
    static Message messageOf(final Throwable t) {
        if (t.getClass().getName().equals("org.knime.core.node.message.MessageAwareInvalidSettingsException")) {
            return (Message)invoke(t.getClass(), "message", t);
        }
        return null;
    }

    static void taskDecorator(final UnaryOperator<Runnable> decorator) {
        set(ThreadPool.class, "taskDecorator", decorator);
    }

    static void workflowDirectory(final Supplier<Path> directory) {
        set(DefaultFSConnectionFactory.class, "workflowDirectory", directory);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Resource> resources(final Page page) {
        try {
            final Field field = Page.class.getDeclaredField("m_resources");
            field.setAccessible(true);
            return (Map<String, Resource>)field.get(page);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(final Class<?> type, final String name, final Object value) {
        try {
            final Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            field.set(null, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T create(final Class<T> type, final Class<?> parameter, final Object argument) {
        try {
            final Constructor<T> constructor = type.getDeclaredConstructor(parameter);
            constructor.setAccessible(true);
            return constructor.newInstance(argument);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object invoke(final Class<?> type, final String name, final Object target) {
        try {
            final Method method = type.getDeclaredMethod(name);
            method.setAccessible(true);
            return method.invoke(target);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
