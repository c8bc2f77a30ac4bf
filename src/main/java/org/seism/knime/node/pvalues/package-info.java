/** The node that reports selective p-values. */
package org.seism.knime.node.pvalues;
