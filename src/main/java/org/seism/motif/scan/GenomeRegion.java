package org.seism.motif.scan;

import java.util.Optional;

import org.seism.motif.Strand;

/**
 * Where a sequence lies in a genome, as its identifier says: {@code chr1:100-200} or {@code chr1:100-200(+)}, as BEDTools writes it.
 * There the first number counts from 0 and the second is the first behind the region.
 *
 * @param chromosome name of the chromosome
 * @param start first position, from 0
 * @param end first position behind
 * @param strand strand of the sequence; forward where the identifier does not say
 */
public record GenomeRegion(String chromosome, long start, long end, Strand strand) {

    /**
     * @param id an identifier
     * @return the region, or empty where it names none
     */
    public static Optional<GenomeRegion> parse(final String id) {
        String rest = id.strip();
        Strand strand = Strand.FORWARD;
        if (rest.endsWith("(+)") || rest.endsWith("(-)") || rest.endsWith("(.)")) {
            strand = rest.charAt(rest.length() - 2) == '-' ? Strand.REVERSE : Strand.FORWARD;
            rest = rest.substring(0, rest.length() - 3);
        }
        final int colon = rest.lastIndexOf(':');
        final int dash = rest.indexOf('-', colon + 1);
        if (colon <= 0 || dash < 0) {
            return Optional.empty();
        }
        final String first = rest.substring(colon + 1, dash).replace(",", "");
        final String second = rest.substring(dash + 1).replace(",", "");
        if (!isPosition(first) || !isPosition(second)) {
            return Optional.empty();
        }
        final long start = Long.parseLong(first);
        final long end = Long.parseLong(second);
        return start < end ? Optional.of(new GenomeRegion(rest.substring(0, colon), start, end, strand)) : Optional.empty();
    }

    /**
     * @param id an identifier
     * @param length number of letters of its sequence
     * @return the region that the sequence fills, also where both positions count from 1 and belong to it, as samtools writes them;
     *         empty where the identifier names no region of this length
     */
    public static Optional<GenomeRegion> of(final String id, final long length) {
        return parse(id).map(r -> r.end - r.start + 1 == length && r.start > 0 ? new GenomeRegion(r.chromosome, r.start - 1, r.end, r.strand) : r)
            .filter(r -> r.fits(length));
    }

    private static boolean isPosition(final String text) {
        return !text.isEmpty() && text.length() <= 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * @param length number of letters of the sequence
     * @return whether the region is as long as the sequence, so that places in it can be told
     */
    public boolean fits(final long length) {
        return end - start == length;
    }

    /**
     * @param from first letter of a site within the sequence, from 0
     * @param width of the site
     * @param on the site's strand within the sequence
     * @return where the site lies on the chromosome
     */
    public GenomeRegion site(final long from, final int width, final Strand on) {
        final long first = strand == Strand.FORWARD ? start + from : end - from - width;
        return new GenomeRegion(chromosome, first, first + width, on == strand ? Strand.FORWARD : Strand.REVERSE);
    }
}
