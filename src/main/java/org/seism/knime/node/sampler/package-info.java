/** The node that samples null distributions. */
package org.seism.knime.node.sampler;
