/** The node that finds the sites of motifs in sequences. */
package org.seism.knime.node.scanner;
