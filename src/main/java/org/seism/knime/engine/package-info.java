/** Adapters of the engine's progress, tasks and errors to KNIME's. */
package org.seism.knime.engine;
