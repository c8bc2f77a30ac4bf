package org.seism.host;

import java.io.IOException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.seism.host.node.PortCopier;

/** Saves port objects and loads them again, as KNIME does for each consumer and with the workflow. */
public final class PortsOnDisk {
    private PortsOnDisk() {
    }

    /**
     * @param object a port object
     * @param <D> its class
     * @return a copy made by its serializers
     * @throws IOException if it cannot be saved or loaded
     */
    @SuppressWarnings("unchecked")
    public static <D extends PortObject> D copy(final D object) throws IOException {
        NodeHarness.bundle(object.getClass().getClassLoader()); // its plugin.xml says which serializers
        try {
            return (D)PortCopier.copy(object, new ExecutionMonitor());
        } catch (CanceledExecutionException e) {
            throw new IOException(e);
        }
    }

    /**
     * @param object a port object
     * @return how many bytes KNIME would save for it, spec included
     * @throws IOException if it cannot be saved
     */
    public static long size(final PortObject object) throws IOException {
        NodeHarness.bundle(object.getClass().getClassLoader()); // its plugin.xml says which serializers
        try {
            final PortCopier.Saved saved = PortCopier.save(object, new ExecutionMonitor());
            return saved.spec().length + (long)saved.object().length;
        } catch (CanceledExecutionException e) {
            throw new IOException(e);
        }
    }
}
