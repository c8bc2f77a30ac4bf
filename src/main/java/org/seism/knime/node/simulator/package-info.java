/** The node that draws sequences with planted motifs. */
package org.seism.knime.node.simulator;
