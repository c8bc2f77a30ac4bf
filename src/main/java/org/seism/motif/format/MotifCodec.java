package org.seism.motif.format;

import java.util.List;

import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/** Writes one motif file format. */
interface MotifCodec {

    /**
     * @param motifs motifs of one alphabet that the format can hold
     * @param alphabet their alphabet
     * @param strands the strands they were found on
     * @return the file's text, lines ended by a line feed
     */
    String write(List<WrittenMatrix> motifs, Alphabet alphabet, Strands strands);
}
