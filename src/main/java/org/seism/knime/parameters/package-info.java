/** What several nodes' dialogs share: bounds, links, and the settings of the candidates. */
package org.seism.knime.parameters;
