/** The page of a panel: all its phenotypes, and the motifs that come back in several of them. */
package org.seism.report.panel;
