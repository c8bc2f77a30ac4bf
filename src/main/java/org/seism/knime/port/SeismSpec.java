package org.seism.knime.port;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.seism.InputException;
import org.seism.knime.port.view.Facts;

/** What the specs have in common: a version in front, and settings that can't be read become a readable message. */
abstract class SeismSpec extends AbstractSimplePortObjectSpec {
    private static final String VERSION = "version";

    /** @return what the spec describes, in the plural, for messages */
    abstract String what();

    /** @return what is known before the node is executed, for people */
    abstract Facts facts();

    /** @return what is known, for the classic interface */
    @Override
    public final JComponent[] getViews() {
        return new JComponent[]{facts().view("Description")};
    }

    abstract void write(ModelContentWO model);

    abstract void read(ModelContentRO model) throws InvalidSettingsException;

    @Override
    protected final void save(final ModelContentWO model) {
        model.addInt(VERSION, VersionedEntries.VERSION);
        write(model);
    }

    @Override
    protected final void load(final ModelContentRO model) throws InvalidSettingsException {
        final int version = model.getInt(VERSION);
        if (!VersionedEntries.isReadable(version)) {
            throw new InvalidSettingsException(VersionedEntries.unreadable(version, what()));
        }
        try {
            read(model);
        } catch (IllegalArgumentException | InputException e) {
            throw new InvalidSettingsException("The description of the saved " + what() + " is damaged: " + e.getMessage(), e);
        }
    }
}
