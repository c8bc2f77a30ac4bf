package org.seism.motif.format;

import java.util.List;

import org.seism.motif.FrequencyMatrix;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/** Writes and reads one motif file format. */
interface MotifCodec {

    /**
     * @param motifs motifs of one alphabet that the format can hold
     * @param alphabet their alphabet
     * @param strands the strands they were found on
     * @return the file's text, lines ended by a line feed
     */
    String write(List<WrittenMatrix> motifs, Alphabet alphabet, Strands strands);

    /**
     * @param text the file
     * @param nucleotides DNA or RNA: the alphabet to assume where the file does not tell the two apart
     * @return its motifs, possibly none
     * @throws org.seism.InputException if the file does not follow the format
     */
    List<FrequencyMatrix> read(MotifText text, Alphabet nucleotides);
}
