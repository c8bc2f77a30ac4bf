/** The node that compares motifs with a library of known ones. */
package org.seism.knime.node.comparer;
