/**
 * Many phenotypes of the same sequences: each is analysed as if it were alone, candidates are shared, and what is found is
 * judged over all of them (Benjamini, Hochberg 1995; Benjamini, Bogomolov 2014).
 */
package org.seism.analysis.panel;
