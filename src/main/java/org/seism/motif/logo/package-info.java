/**
 * Sequence logos (Schneider, Stephens, <em>Sequence logos</em>, Nucleic Acids Research 1990) as SVG and PNG.
 */
package org.seism.motif.logo;
