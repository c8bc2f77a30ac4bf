package org.seism.host.node;

import java.io.IOException;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** One call of a node's execute, or of its column rearranger. */
final class ExecuteCall {

    private final NodeDefinition node;

    private final NodeParameters parameters;

    private final ExecutionContext context;

    private final PortObject[] outputs;

    private PortObject[] internals;

    private String warning;

    ExecuteCall(final NodeDefinition node, final NodeParameters parameters, final ExecutionContext context) {
        this.node = node;
        this.parameters = parameters;
        this.context = context;
        this.outputs = new PortObject[node.outputs().size()];
    }

    /** Tables are shared, everything else is copied by its serializer, at each execution anew. */
    PortObject[] copies(final PortObject[] inputs) throws CloneFailure, CanceledExecutionException {
        final PortObject[] copies = inputs.clone();
        for (int i = 0; i < copies.length; i++) {
            if (copies[i] != null && !(copies[i] instanceof BufferedDataTable)) {
                try {
                    copies[i] = PortCopier.copy(copies[i], context.createSilentSubProgress(0));
                } catch (IOException | RuntimeException e) {
                    throw new CloneFailure("Unable to clone input data at port " + (i + 1) + " ("
                        + node.inputs().get(i).name() + "): " + e.getMessage(), e);
                }
            }
        }
        return copies;
    }

    void run(final PortObject[] inputs)
        throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        if (node.rearrange() != null) {
            final BufferedDataTable table = (BufferedDataTable)inputs[0];
            final DataTableSpec spec = table.getDataTableSpec();
            outputs[0] = context.createColumnRearrangeTable(table,
                ConfigureCall.rearranger(node, parameters, spec), context);
            return;
        }
        node.execute().accept(new Input(inputs), new Output());
    }

    PortObject[] outputs() {
        return outputs;
    }

    PortObject[] internals() {
        return internals;
    }

    String warning() {
        return warning;
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(final Object o) {
        return (T)o;
    }

    /** An input could not be copied by its serializer. */
    static final class CloneFailure extends Exception {

        private static final long serialVersionUID = 1L;

        CloneFailure(final String message, final Throwable cause) {
            super(message, cause);
        }
    }

    private final class Input implements ExecuteInput {

        private final PortObject[] inputs;

        Input(final PortObject[] inputs) {
            this.inputs = inputs;
        }

        @Override
        public <S extends NodeParameters> S getParameters() {
            return cast(parameters);
        }

        @Override
        public ExecutionContext getExecutionContext() {
            return context;
        }

        @Override
        public PortObject[] getInPortObjects() {
            return inputs.clone();
        }

        @Override
        public <D extends PortObject> D getInPortObject(final int portIndex) {
            return cast(inputs[portIndex]);
        }

        @Override
        public BufferedDataTable[] getInTables() {
            final BufferedDataTable[] tables = new BufferedDataTable[inputs.length];
            for (int i = 0; i < tables.length; i++) {
                tables[i] = (BufferedDataTable)inputs[i];
            }
            return tables;
        }

        @Override
        public BufferedDataTable getInTable(final int portIndex) {
            return (BufferedDataTable)inputs[portIndex];
        }

        @Override
        public PortType[] getOutPortTypes() {
            return node.outputs().stream().map(NodeDefinition.Port::type).toArray(PortType[]::new);
        }
    }

    private final class Output implements ExecuteOutput {

        @Override
        public <D extends PortObject> void setOutData(final int index, final D data) {
            outputs[index] = data;
        }

        @Override
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final <D extends PortObject> void setOutData(final D... data) {
            if (data.length != outputs.length) {
                throw new IllegalArgumentException(data.length + " objects for " + outputs.length + " output ports.");
            }
            System.arraycopy(data, 0, outputs, 0, data.length);
        }

        @Override
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final <D extends PortObject> void setInternalData(final D... data) {
            internals = new PortObject[data.length];
            System.arraycopy(data, 0, internals, 0, data.length);
        }

        @Override
        public void setWarningMessage(final String message) {
            warning = message;
        }
    }
}
