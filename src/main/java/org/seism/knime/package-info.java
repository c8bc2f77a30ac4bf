/**
 * The KNIME layer: nodes, port types and views on top of {@link org.seism.analysis.SeismAnalysis}. It turns tables into
 * studies and results into tables, and decides nothing about motifs or p-values. Everything here runs under KNIME and
 * under the headless host alike.
 */
package org.seism.knime;
