/**
 * The interactive page on an analysis: one JSON document ({@link org.seism.report.ReportData}) and one page that shows it
 * ({@link org.seism.report.ReportPage}), served as a self-contained file to the command line's users and as resources to
 * KNIME's node views. Nothing is fetched from a network, and nothing from a user's file is ever read as markup.
 */
package org.seism.report;
