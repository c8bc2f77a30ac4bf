/** Files as KNIME's choosers name them: opening, writing as a whole, and what was dropped on the canvas. */
package org.seism.knime.file;
