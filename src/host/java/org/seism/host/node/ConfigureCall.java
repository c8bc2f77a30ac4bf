package org.seism.host.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.parameters.NodeParameters;

/** One call of a node's configure, or of its column rearranger. */
final class ConfigureCall {

    private final NodeDefinition node;

    private final NodeParameters parameters;

    private final PortObjectSpec[] inSpecs;

    private final PortObjectSpec[] outSpecs;

    private String warning;

    ConfigureCall(final NodeDefinition node, final NodeParameters parameters, final PortObjectSpec[] inSpecs) {
        this.node = node;
        this.parameters = parameters;
        this.inSpecs = inSpecs;
        this.outSpecs = new PortObjectSpec[node.outputs().size()];
    }

    void run() throws InvalidSettingsException {
        if (node.rearrange() != null) {
            outSpecs[0] = rearranger(node, parameters, (DataTableSpec)inSpecs[0]).createSpec();
            return;
        }
        node.configure().accept(new Input(), new Output());
        for (int i = 0; i < outSpecs.length; i++) {
            if (node.outputs().get(i).isTable() && outSpecs[i] != null && !(outSpecs[i] instanceof DataTableSpec)) {
                throw new IllegalStateException("Output " + (i + 1) + " is a table, but configure set a "
                    + outSpecs[i].getClass().getName() + ".");
            }
        }
    }

    static ColumnRearranger rearranger(final NodeDefinition node, final NodeParameters parameters,
        final DataTableSpec spec) throws InvalidSettingsException {
        final ColumnRearranger[] result = new ColumnRearranger[1];
        node.rearrange().accept(new RearrangeColumnsInput() {
            @Override
            public <S extends NodeParameters> S getParameters() {
                return cast(parameters);
            }

            @Override
            public DataTableSpec getDataTableSpec() {
                return spec;
            }
        }, r -> result[0] = r);
        if (result[0] == null) {
            throw new IllegalStateException("The node has set no column rearranger.");
        }
        return result[0];
    }

    PortObjectSpec[] outSpecs() {
        return outSpecs;
    }

    String warning() {
        return warning;
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(final Object o) {
        return (T)o;
    }

    private final class Input implements ConfigureInput {

        @Override
        public <S extends NodeParameters> S getParameters() {
            return cast(parameters);
        }

        @Override
        public PortObjectSpec[] getInPortSpecs() {
            return inSpecs.clone();
        }

        @Override
        public <S extends PortObjectSpec> S getInPortSpec(final int index) {
            return cast(inSpecs[index]);
        }

        @Override
        public DataTableSpec[] getInTableSpecs() {
            return HostInput.of(node, inSpecs, null).getInTableSpecs();
        }

        @Override
        public DataTableSpec getInTableSpec(final int portIndex) {
            return (DataTableSpec)inSpecs[portIndex];
        }

        @Override
        public PortType[] getOutPortTypes() {
            return HostInput.of(node, inSpecs, null).getOutPortTypes();
        }
    }

    private final class Output implements ConfigureOutput {

        @Override
        public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
            outSpecs[index] = spec;
        }

        @Override
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
            if (specs.length != outSpecs.length) {
                throw new IllegalArgumentException(
                    specs.length + " specs for " + outSpecs.length + " output ports.");
            }
            System.arraycopy(specs, 0, outSpecs, 0, specs.length);
        }

        @Override
        public void setWarningMessage(final String message) {
            warning = message;
        }
    }
}
