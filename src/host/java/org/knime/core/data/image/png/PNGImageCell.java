package org.knime.core.data.image.png;

import org.knime.core.data.DataCell;

/** Stands for KNIME's PNG cell. */
public class PNGImageCell extends DataCell implements PNGImageValue {

    private static final long serialVersionUID = 1L;

    private final transient PNGImageContent content;

    PNGImageCell(final PNGImageContent content) {
        this.content = content;
    }

    @Override
    public PNGImageContent getImageContent() {
        return content;
    }

    @Override
    public String getImageExtension() {
        return "png";
    }

    @Override
    public String toString() {
        return content.getSummary();
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return content.equals(((PNGImageCell)dc).content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }
}
