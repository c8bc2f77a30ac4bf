/** The node that writes motif files. */
package org.seism.knime.node.writer;
