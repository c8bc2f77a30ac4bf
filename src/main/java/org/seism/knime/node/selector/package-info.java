/** The node that selects motifs. */
package org.seism.knime.node.selector;
