/** The node that makes the data split test. */
package org.seism.knime.node.split;
