package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

import java.util.Objects;

import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.persistence.Persistable;

/** Stands for KNIME's chosen file. */
public final class FileSelection implements Persistable {

    public FSLocation m_path;

    public FileSelection() {
        this(new FSLocation(FSCategory.LOCAL, ""));
    }

    public FileSelection(final FSLocation fsLocation) {
        m_path = fsLocation;
    }

    public FSLocation getFSLocation() {
        return m_path;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof FileSelection other && Objects.equals(m_path, other.m_path);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(m_path);
    }
}
