package org.seism.host.sample;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** Spec of the sample port. */
public final class BulkSpec extends AbstractSimplePortObjectSpec {

    private String title = "";

    public BulkSpec() {
    }

    BulkSpec(final String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addString("title", title);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        title = model.getString("title");
    }

    /** Its serializer. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<BulkSpec> {
    }
}
