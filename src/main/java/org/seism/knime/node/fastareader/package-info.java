/** The node that reads FASTA files. */
package org.seism.knime.node.fastareader;
