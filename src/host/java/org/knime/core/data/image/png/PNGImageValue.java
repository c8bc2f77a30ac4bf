package org.knime.core.data.image.png;

import org.knime.core.data.image.ImageValue;

/** Stands for KNIME's view of a cell as a PNG image. */
public interface PNGImageValue extends ImageValue {

    @Override
    PNGImageContent getImageContent();
}
