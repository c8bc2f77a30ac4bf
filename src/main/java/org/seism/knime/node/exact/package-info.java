/** The node that makes the exact selective test. */
package org.seism.knime.node.exact;
