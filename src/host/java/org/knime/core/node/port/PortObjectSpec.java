package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

/** Stands for KNIME's description of what a port will deliver. */
public interface PortObjectSpec {

    JComponent[] getViews();

    /** Stands for KNIME's serializer of port specs. */
    abstract class PortObjectSpecSerializer<T extends PortObjectSpec> {

        public PortObjectSpecSerializer() {
        }

        public abstract void savePortObjectSpec(T portObjectSpec, PortObjectSpecZipOutputStream out)
            throws IOException;

        public abstract T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException;
    }
}
