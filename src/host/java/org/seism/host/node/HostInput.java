package org.seism.host.node;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/**
 * What is known at a node's inputs; absent specs are null in arrays and empty in optionals. Before predecessors are executed there
 * are no objects at all (null), and asking for one fails, as in KNIME.
 */
public record HostInput(List<PortType> inTypes, List<PortType> outTypes, PortObjectSpec[] specs, PortObject[] objects)
    implements NodeParametersInput {

    public static HostInput of(final NodeDefinition node, final PortObjectSpec[] specs, final PortObject[] objects) {
        return new HostInput(node.inputs().stream().map(NodeDefinition.Port::type).toList(),
            node.outputs().stream().map(NodeDefinition.Port::type).toList(), specs, objects);
    }

    @Override
    public PortType[] getInPortTypes() {
        return inTypes.toArray(new PortType[0]);
    }

    @Override
    public PortType[] getOutPortTypes() {
        return outTypes.toArray(new PortType[0]);
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return specs.clone();
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return Optional.ofNullable(specs[portIndex]);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(specs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return objects == null ? null : objects.clone();
    }

    @Override
    public Optional<PortObject> getInPortObject(final int portIndex) {
        return Optional.ofNullable(objects[portIndex]);
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.stream(objects).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
    }

    @Override
    public Optional<BufferedDataTable> getInTable(final int portIndex) {
        return getInPortObject(portIndex).map(BufferedDataTable.class::cast);
    }
}
