package org.seism.host.sample;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** The sample port: numbers, with counters of how often they were saved and loaded. */
public final class BulkPortObject extends AbstractPortObject {

    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BulkPortObject.class);

    public static final AtomicInteger SAVES = new AtomicInteger();

    public static final AtomicInteger LOADS = new AtomicInteger();

    private BulkSpec spec;

    private double[] numbers = {};

    public BulkPortObject() {
    }

    BulkPortObject(final BulkSpec spec, final double[] numbers) {
        this.spec = spec;
        this.numbers = numbers;
    }

    double[] numbers() {
        return numbers;
    }

    @Override
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor exec) throws IOException {
        SAVES.incrementAndGet();
        out.putNextEntry(new ZipEntry("version-1"));
        final DataOutputStream data = new DataOutputStream(out);
        data.writeInt(numbers.length);
        for (final double number : numbers) {
            data.writeDouble(number);
        }
        data.flush();
        out.closeEntry();
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec newSpec, final ExecutionMonitor exec)
        throws IOException {
        LOADS.incrementAndGet();
        final ZipEntry entry = in.getNextEntry();
        if (entry == null || !"version-1".equals(entry.getName())) {
            throw new IOException("unsupported version");
        }
        final DataInputStream data = new DataInputStream(in);
        numbers = new double[data.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = data.readDouble();
        }
        spec = (BulkSpec)newSpec;
    }

    @Override
    public String getSummary() {
        return spec.title() + " with " + numbers.length + " numbers";
    }

    @Override
    public PortObjectSpec getSpec() {
        return spec;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** Its serializer. */
    public static final class Serializer extends AbstractPortObjectSerializer<BulkPortObject> {
    }
}
