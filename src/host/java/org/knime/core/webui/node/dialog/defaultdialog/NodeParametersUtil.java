package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.Arrays;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Stands for KNIME's creation, saving and loading of parameters. */
public final class NodeParametersUtil {

    private NodeParametersUtil() {
    }

    public static NodeParametersInput createDefaultNodeSettingsContext(final PortObjectSpec[] specs) {
        return new SpecsOnly(specs);
    }

    public static <S extends NodeParameters> S createSettings(final Class<S> clazz) {
        return ParameterInstances.create(clazz, null);
    }

    public static <S extends NodeParameters> S createSettings(final Class<S> clazz, final PortObjectSpec[] specs) {
        return createSettings(clazz, createDefaultNodeSettingsContext(specs));
    }

    public static <S extends NodeParameters> S createSettings(final Class<S> clazz,
        final NodeParametersInput context) {
        return ParameterInstances.create(clazz, context);
    }

    public static <S extends NodeParameters> S loadSettings(final NodeSettingsRO settings, final Class<S> clazz)
        throws InvalidSettingsException {
        return ParametersPersistence.load(settings, clazz);
    }

    public static void saveSettings(final Class<? extends NodeParameters> settingsClass,
        final NodeParameters settingsObject, final NodeSettingsWO settings) {
        ParametersPersistence.save(settingsClass.cast(settingsObject), settings);
    }

    private record SpecsOnly(PortObjectSpec[] specs) implements NodeParametersInput {

        @Override
        public PortType[] getInPortTypes() {
            throw new UnsupportedOperationException("Port types are not known here.");
        }

        @Override
        public PortType[] getOutPortTypes() {
            throw new UnsupportedOperationException("Port types are not known here.");
        }

        @Override
        public PortObjectSpec[] getInPortSpecs() {
            return specs;
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
            return new PortObject[specs.length];
        }

        @Override
        public Optional<PortObject> getInPortObject(final int portIndex) {
            return Optional.empty();
        }

        @Override
        public BufferedDataTable[] getInTables() {
            return new BufferedDataTable[specs.length];
        }

        @Override
        public Optional<BufferedDataTable> getInTable(final int portIndex) {
            return Optional.empty();
        }
    }
}
