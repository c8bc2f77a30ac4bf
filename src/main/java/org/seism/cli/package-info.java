/**
 * The command line. Each command is a thin layer: options become the settings records of {@link org.seism.analysis}, whose
 * results become files and a table. Nothing here computes.
 */
package org.seism.cli;
