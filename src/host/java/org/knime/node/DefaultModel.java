package org.knime.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** Stands for KNIME's declaration of what a node does: configure and execute, or a column rearranger. */
public abstract class DefaultModel implements FluentNodeAPI {

    private final Class<? extends NodeParameters> parametersClass;

    private final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure;

    private final ExecuteConsumer execute;

    private final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange;

    DefaultModel(final Class<? extends NodeParameters> parametersClass,
        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure, final ExecuteConsumer execute,
        final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange) {
        this.parametersClass = parametersClass;
        this.configure = configure;
        this.execute = execute;
        this.rearrange = rearrange;
    }

    static RequireModelParameters create() {
        return parameters -> new RequireConfigureOrRearrangeColumns() {

            @Override
            public RequireExecute
                configure(final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure) {
                return execute -> new DefaultModel(parameters, configure, execute, null) {
                };
            }

            @Override
            public DefaultModel rearrangeColumns(
                final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange) {
                return new DefaultModel(parameters, null, null, rearrange) {
                };
            }
        };
    }

    Class<? extends NodeParameters> parametersClass() {
        return parametersClass;
    }

    ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure() {
        return configure;
    }

    ExecuteConsumer execute() {
        return execute;
    }

    ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange() {
        return rearrange;
    }

    /** Stands for KNIME's stage that asks for the parameters. */
    public interface RequireModelParameters {

        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Stands for KNIME's stage that asks for configure or a rearranger. */
    public interface RequireConfigureOrRearrangeColumns {

        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);

        DefaultModel rearrangeColumns(
            ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns);
    }

    /** Stands for KNIME's stage that asks for execute. */
    public interface RequireExecute {

        DefaultModel execute(ExecuteConsumer execute);
    }

    /** Stands for KNIME's configure callback. */
    @FunctionalInterface
    public interface ConfigureOrRearrangerConsumer<I, O> {

        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** Stands for KNIME's execute callback. */
    @FunctionalInterface
    public interface ExecuteConsumer {

        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }

    /** Stands for what configure reads. */
    public interface ConfigureInput {

        <S extends NodeParameters> S getParameters();

        PortObjectSpec[] getInPortSpecs();

        <S extends PortObjectSpec> S getInPortSpec(int index);

        DataTableSpec[] getInTableSpecs();

        DataTableSpec getInTableSpec(int portIndex);

        PortType[] getOutPortTypes();
    }

    /** Stands for what configure delivers. */
    public interface ConfigureOutput {

        <S extends PortObjectSpec> void setOutSpec(int index, S spec);

        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        void setWarningMessage(String message);
    }

    /** Stands for what execute reads. */
    public interface ExecuteInput {

        <S extends NodeParameters> S getParameters();

        ExecutionContext getExecutionContext();

        PortObject[] getInPortObjects();

        <D extends PortObject> D getInPortObject(int portIndex);

        BufferedDataTable[] getInTables();

        BufferedDataTable getInTable(int portIndex);

        PortType[] getOutPortTypes();
    }

    /** Stands for what execute delivers. */
    public interface ExecuteOutput {

        <D extends PortObject> void setOutData(int index, D data);

        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        void setWarningMessage(String message);
    }

    /** Stands for what a rearranging node reads. */
    public interface RearrangeColumnsInput {

        <S extends NodeParameters> S getParameters();

        DataTableSpec getDataTableSpec();
    }

    /** Stands for what a rearranging node delivers. */
    public interface RearrangeColumnsOutput {

        void setColumnRearranger(ColumnRearranger rearranger);
    }
}
