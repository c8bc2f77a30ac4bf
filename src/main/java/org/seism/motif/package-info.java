/**
 * Motifs: words over IUPAC codes with a bandwidth, the grid of all candidate words of a sequence set, their activation
 * (METHOD, sections 3 and 4), the sites and position frequency matrix of a chosen motif, file formats and logos.
 */
package org.seism.motif;
