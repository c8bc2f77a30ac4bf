/** The node that reads motif files. */
package org.seism.knime.node.reader;
