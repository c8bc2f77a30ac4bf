package org.knime.core.node.port;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;

/** What the four serializer bases share: making the instance, and model content as a zip entry. */
final class PortInstances {

    private PortInstances() {
    }

    /** The T of "Serializer extends Base of T", made with its public no-argument constructor. */
    static <T> T create(final Object serializer) {
        for (Class<?> c = serializer.getClass(); c != null; c = c.getSuperclass()) {
            final Type parent = c.getGenericSuperclass();
            if (parent instanceof ParameterizedType p && p.getActualTypeArguments()[0] instanceof Class<?> type) {
                @SuppressWarnings("unchecked")
                final T instance = (T)create(type);
                return instance;
            }
        }
        throw new IllegalStateException(serializer.getClass().getName() + " does not name its type.");
    }

    private static Object create(final Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw new IllegalStateException(
                "Coding issue: " + type.getName() + " has no public constructor without arguments.", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The constructor of " + type.getName() + " failed.", e.getCause());
        }
    }

    static void write(final ModelContent content, final ZipOutputStream out) throws IOException {
        out.putNextEntry(new ZipEntry("content.xml"));
        content.saveToXML(new OutputStream() {
            @Override
            public void write(final int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(final byte[] b, final int off, final int len) throws IOException {
                out.write(b, off, len);
            }
        });
        out.closeEntry();
    }

    static ModelContentRO read(final ZipInputStream in) throws IOException {
        final ZipEntry entry = in.getNextEntry();
        if (entry == null || !"content.xml".equals(entry.getName())) {
            throw new IOException("Expected the zip entry content.xml, found "
                + (entry == null ? "the end of the file" : entry.getName()) + ".");
        }
        return ModelContent.loadFromXML(open(in));
    }

    /** The XML parser closes what it reads from; the zip must stay open. */
    private static InputStream open(final InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {
                // left to whoever opened the zip
            }
        };
    }
}
