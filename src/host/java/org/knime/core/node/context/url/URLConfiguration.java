package org.knime.core.node.context.url;

import java.net.URL;

/** Stands for KNIME's address of a dropped file. */
public interface URLConfiguration {
    URL getUrl();
}
