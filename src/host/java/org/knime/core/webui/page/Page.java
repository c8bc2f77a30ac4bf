package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.FluentNodeAPI;

/** Stands for KNIME's page of a view. Only pages from strings: those from files fail in KNIME when the bundle is a jar. */
public class Page implements Resource, FluentNodeAPI {

    protected final Map<String, Resource> m_resources = new LinkedHashMap<>();

    private final Resource main;

    Page(final Resource main) {
        this.main = main;
    }

    public static RequireFromFileOrString create() {
        return new RequireFromFileOrString() {

            @Override
            public RequireRelativePath fromString(final StringSupplier content, final Charset charset) {
                return path -> new Page(new Content(() -> bytes(content.get(), charset), path));
            }

            @Override
            public RequireRelativePath fromString(final InputStreamSupplier content, final Charset charset) {
                return path -> new Page(new Content(content, path));
            }
        };
    }

    private static InputStream bytes(final String text, final Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }

    public Page addResource(final Supplier<InputStream> content, final String relativePath) {
        m_resources.put(relativePath, new Content(content, relativePath));
        return this;
    }

    public Page addResourceFromString(final Supplier<String> content, final String relativePath) {
        return addResource(() -> bytes(content.get(), StandardCharsets.UTF_8), relativePath);
    }

    public Optional<Resource> getResource(final String relativePath) {
        return relativePath.equals(getRelativePath()) ? Optional.of(this)
            : Optional.ofNullable(m_resources.get(relativePath));
    }

    @Override
    public String getRelativePath() {
        return main.getRelativePath();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return main.getInputStream();
    }

    @Override
    public boolean isStatic() {
        return false;
    }

    /** Stands for KNIME's stage that asks where the page comes from. */
    public interface RequireFromFileOrString {

        default RequireRelativePath fromString(final InputStreamSupplier content) {
            return fromString(content, StandardCharsets.UTF_8);
        }

        default RequireRelativePath fromString(final StringSupplier content) {
            return fromString(content, StandardCharsets.UTF_8);
        }

        RequireRelativePath fromString(InputStreamSupplier content, Charset charset);

        RequireRelativePath fromString(StringSupplier content, Charset charset);
    }

    /** Stands for KNIME's stage that asks for the page's path. */
    public interface RequireRelativePath {
        Page relativePath(String relativePath);
    }

    /** Stands for KNIME's supplier of a text. */
    public interface StringSupplier extends Supplier<String> {
    }

    /** Stands for KNIME's supplier of a stream. */
    public interface InputStreamSupplier extends Supplier<InputStream> {
    }

    private record Content(Supplier<InputStream> content, String path) implements Resource {

        @Override
        public String getRelativePath() {
            return path;
        }

        @Override
        public InputStream getInputStream() {
            return content.get();
        }

        @Override
        public boolean isStatic() {
            return false;
        }
    }
}
