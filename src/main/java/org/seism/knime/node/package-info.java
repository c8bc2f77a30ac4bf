/** The nodes, one package each, and what the testing nodes share. */
package org.seism.knime.node;
