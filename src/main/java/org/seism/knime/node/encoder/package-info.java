/** The node that turns table rows into encoded sequences. */
package org.seism.knime.node.encoder;
