package org.seism.host.node;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.NoSuchElementException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortTypeRegistry;

/** Saves and loads port objects by their registered serializers; KNIME gives each consumer such a copy. */
public final class PortCopier {

    private PortCopier() {
    }

    /** The bytes KNIME would save: first of the spec, then of the object. */
    public record Saved(byte[] spec, byte[] object) {
    }

    public static PortObject copy(final PortObject object, final ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
        return load(save(object, monitor), object.getClass(), object.getSpec().getClass(), monitor);
    }

    public static Saved save(final PortObject object, final ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
        final ByteArrayOutputStream specBytes = new ByteArrayOutputStream();
        try (PortObjectSpecZipOutputStream out = SliceAccess.specOut(specBytes)) {
            specSerializer(object.getSpec().getClass()).savePortObjectSpec(object.getSpec(), out);
        }
        final ByteArrayOutputStream objectBytes = new ByteArrayOutputStream();
        try (PortObjectZipOutputStream out = SliceAccess.objectOut(objectBytes)) {
            objectSerializer(object.getClass()).savePortObject(object, out, monitor);
        }
        return new Saved(specBytes.toByteArray(), objectBytes.toByteArray());
    }

    static PortObject load(final Saved saved, final Class<? extends PortObject> objectClass,
        final Class<? extends PortObjectSpec> specClass, final ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
        final PortObjectSpec spec;
        try (PortObjectSpecZipInputStream in = SliceAccess.specIn(new ByteArrayInputStream(saved.spec()))) {
            spec = specSerializer(specClass).loadPortObjectSpec(in);
        }
        try (PortObjectZipInputStream in = SliceAccess.objectIn(new ByteArrayInputStream(saved.object()))) {
            return objectSerializer(objectClass).loadPortObject(in, spec, monitor);
        }
    }

    @SuppressWarnings("unchecked")
    private static PortObjectSerializer<PortObject> objectSerializer(final Class<? extends PortObject> type) {
        return PortTypeRegistry.getInstance().getObjectSerializer((Class<PortObject>)type)
            .orElseThrow(() -> new NoSuchElementException("No value present"));
    }

    @SuppressWarnings("unchecked")
    private static PortObjectSpecSerializer<PortObjectSpec> specSerializer(final Class<? extends PortObjectSpec> type) {
        return PortTypeRegistry.getInstance().getSpecSerializer((Class<PortObjectSpec>)type)
            .orElseThrow(() -> new NoSuchElementException("No value present"));
    }
}
