/** The tables that nodes put out: names of columns in one place, and how motifs become rows. */
package org.seism.knime.table;
