package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** Stands for KNIME's base of port specs with key/value content. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {

    public AbstractSimplePortObjectSpec() {
    }

    protected abstract void save(ModelContentWO model);

    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    private ModelContent content() {
        final ModelContent content = new ModelContent("content");
        save(content);
        return content;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj == this || obj != null && obj.getClass() == getClass()
            && content().equals(((AbstractSimplePortObjectSpec)obj).content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    /** Stands for KNIME's serializer base: calls the spec's own save and load. */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
        extends PortObjectSpecSerializer<T> {

        public AbstractSimplePortObjectSpecSerializer() {
        }

        @Override
        public T loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            final T spec = PortInstances.create(this);
            try {
                spec.load(PortInstances.read(in));
            } catch (InvalidSettingsException e) {
                throw new IOException("Unable to load model content: " + e.getMessage(), e);
            }
            return spec;
        }

        @Override
        public void savePortObjectSpec(final T portObjectSpec, final PortObjectSpecZipOutputStream out)
            throws IOException {
            final ModelContent content = new ModelContent("model");
            portObjectSpec.save(content);
            PortInstances.write(content, out);
        }
    }
}
