/** Motifs that somebody knew beforehand, and their tests: no selection has to be accounted for. */
package org.seism.analysis.given;
