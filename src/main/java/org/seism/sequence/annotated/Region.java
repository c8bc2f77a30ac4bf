package org.seism.sequence.annotated;

import java.util.List;

/**
 * Letters around a feature.
 *
 * @param id unique name
 * @param letters on the feature's strand, in upper case
 * @param sequence name of the sequence it lies on
 * @param start its leftmost letter there, from 1; larger than the end where it crosses the origin of a circle
 * @param end its rightmost letter there, from 1
 * @param forward whether it is read as the sequence is given
 * @param feature that it belongs to
 * @param remarks what is special about it: shortened, joined, overlaps
 */
public record Region(String id, String letters, String sequence, int start, int end, boolean forward, Feature feature,
    List<String> remarks) {

    /** Copies the list. */
    public Region {
        remarks = List.copyOf(remarks);
    }

    /** @return the place in words, for instance {@code chr1:101-350(-)}, positions from 1 and both included */
    public String place() {
        return sequence + ":" + start + "-" + end + "(" + (forward ? '+' : '-') + ")";
    }
}
