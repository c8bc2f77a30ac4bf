/**
 * Motifs: words over IUPAC codes and matrices, their sites, and the position frequency matrix of a chosen motif (METHOD,
 * sections 3 and 13).
 */
package org.seism.motif;
