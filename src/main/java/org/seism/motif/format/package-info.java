/**
 * File formats of motifs: MEME, JASPAR, TRANSFAC, HOMER.
 */
package org.seism.motif.format;
