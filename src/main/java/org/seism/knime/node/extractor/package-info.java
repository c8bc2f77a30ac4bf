/** The node that cuts letters around features out of annotated sequences. */
package org.seism.knime.node.extractor;
