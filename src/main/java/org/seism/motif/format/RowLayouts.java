package org.seism.motif.format;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.seism.InputException;

/**
 * Tells how rows of numbers are laid out. A matrix of four columns and four rows may be read either way, and read the wrong
 * way round it is another motif: the sums decide, for the letters of a position add up to the number of sites and the
 * positions of a letter don't. Other motifs of the file help; what stays open is an error.
 */
final class RowLayouts {
    /** Sums that differ by less than this share of the largest count as equal: files are rounded. */
    private static final double ROUNDED = 0.02;

    private RowLayouts() {
    }

    /** What the motifs of a file say together: layouts that the shape proves, and those that the sums speak for. */
    record Evidence(Set<MotifLayout> shapes, Set<MotifLayout> sums, RowReader.Block open) {

        /** @return whether a matrix of four bare rows of four speaks for the other layout than the rest of the file */
        boolean contradicts(final MotifText text, final RowReader.Block block, final boolean byPosition) {
            return !shapes.isEmpty() && sumsOf(text, block) == (byPosition ? MotifLayout.JASPAR_PFM : MotifLayout.PCM);
        }
    }

    /** @return the layout; throws where the text has none or may have two */
    static MotifLayout of(final MotifText text) {
        final List<RowReader.Block> blocks = RowReader.blocks(text);
        if (blocks.stream().allMatch(b -> b.rows().isEmpty() && b.letters() < 0)) {
            throw unknown(text);
        }
        if (blocks.stream().anyMatch(b -> b.letters() >= 0)) {
            return MotifLayout.CISBP;
        }
        final Evidence evidence = evidence(text, blocks);
        final Set<MotifLayout> votes = evidence.shapes().isEmpty() ? evidence.sums() : evidence.shapes();
        if (votes.size() == 1) {
            return votes.iterator().next();
        }
        if (votes.equals(EnumSet.of(MotifLayout.HOMER, MotifLayout.PCM))) {
            return MotifLayout.PCM;
        }
        final RowReader.Block block = evidence.open() == null ? blocks.get(0) : evidence.open();
        final boolean letters = RowReader.isLetterRow(text.line(block.rows().isEmpty() ? block.line() : block.rows().get(0)));
        throw text.error(block.line(), votes.isEmpty()
            ? "This matrix may have a row per letter or a row per position: its sums don't tell which."
            : "The motifs of this file have different layouts: some have a row per letter, others a row per position.",
            letters ? "Name it: --from jaspar for a row per letter, --from encode for a row per position."
                : "Name it: --from jaspar-pfm for a row per letter, --from pcm for a row per position.");
    }

    static Evidence evidence(final MotifText text, final List<RowReader.Block> blocks) {
        final Set<MotifLayout> shapes = EnumSet.noneOf(MotifLayout.class);
        final Set<MotifLayout> sums = EnumSet.noneOf(MotifLayout.class);
        RowReader.Block open = null;
        for (final RowReader.Block block : blocks) {
            if (block.rows().isEmpty() || block.stray() >= 0 || block.letters() >= 0) {
                continue;
            }
            final MotifLayout shape = shapeOf(text, block);
            if (shape != null) {
                shapes.add(shape);
                continue;
            }
            final MotifLayout sum = sumsOf(text, block);
            if (sum != null) {
                sums.add(sum);
            } else if (open == null) {
                open = block;
            }
        }
        return new Evidence(shapes, sums, open);
    }

    /** @return the only layout that such rows can have, or null */
    private static MotifLayout shapeOf(final MotifText text, final RowReader.Block block) {
        final List<Integer> rows = block.rows();
        final boolean four = rows.stream().allMatch(i -> RowReader.values(text.line(i)).length == 4);
        if (RowReader.isLetterRow(text.line(rows.get(0)))) {
            if (rows.stream().anyMatch(i -> RowReader.isMarked(text.line(i)))) {
                return block.head().isEmpty() || text.line(block.head().get(0)).startsWith(">") ? MotifLayout.JASPAR : MotifLayout.UNIPROBE;
            }
            if (!four) {
                return MotifLayout.JASPAR;
            }
            return isOneOfEach(text, rows) ? null : sameSums(text, rows, true) ? MotifLayout.ENCODE : MotifLayout.JASPAR;
        }
        final boolean homer = !block.head().isEmpty() && isHomerHeader(text.line(block.head().get(0)));
        if (four && rows.size() == 4) {
            return homer && sumsOf(text, block) != MotifLayout.JASPAR_PFM ? MotifLayout.HOMER : null;
        }
        return rows.size() == 4 ? MotifLayout.JASPAR_PFM : homer ? MotifLayout.HOMER : MotifLayout.PCM;
    }

    /** @return the layout that the sums of four rows of four speak for, or null */
    private static MotifLayout sumsOf(final MotifText text, final RowReader.Block block) {
        final List<Integer> rows = block.rows();
        if (rows.size() != 4 || rows.stream().anyMatch(i -> RowReader.values(text.line(i)).length != 4)) {
            return null;
        }
        final boolean letters = RowReader.isLetterRow(text.line(rows.get(0)));
        final boolean byRow = sameSums(text, rows, true);
        final boolean byColumn = sameSums(text, rows, false);
        if (byRow == byColumn) {
            // letters before rows that are no probabilities name the rows
            return letters && !byRow ? MotifLayout.JASPAR : null;
        }
        if (byRow) {
            return letters ? MotifLayout.ENCODE : MotifLayout.PCM;
        }
        return letters ? MotifLayout.JASPAR : MotifLayout.JASPAR_PFM;
    }

    private static boolean isHomerHeader(final String line) {
        final String[] tabs = line.split("\t");
        return line.startsWith(">") && tabs.length > 2 && MotifText.isNumber(tabs[2].strip());
    }

    private static boolean isOneOfEach(final MotifText text, final List<Integer> rows) {
        return rows.size() == 4 && rows.stream().map(i -> Character.toUpperCase(text.line(i).charAt(0)))
            .map(c -> c == 'U' ? 'T' : c).filter(c -> "ACGT".indexOf(c) >= 0).distinct().count() == 4;
    }

    private static boolean sameSums(final MotifText text, final List<Integer> rows, final boolean byRow) {
        final double[] sums = new double[byRow ? rows.size() : 4];
        for (int r = 0; r < rows.size(); r++) {
            final String[] fields = RowReader.values(text.line(rows.get(r)));
            for (int c = 0; c < fields.length; c++) {
                sums[byRow ? r : c] += MotifText.isNumber(fields[c]) ? Double.parseDouble(fields[c]) : Double.NaN;
            }
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (final double s : sums) {
            least = Math.min(least, s);
            most = Math.max(most, s);
        }
        return most - least <= ROUNDED * most;
    }

    private static InputException unknown(final MotifText text) {
        final int first = text.next(0);
        if (first == text.size()) {
            return new InputException(text.source() + ": the file is empty.", "Give motifs in one of these formats: " + MotifLayout.names() + ".");
        }
        for (int i = first; i < text.size(); i = text.next(i + 1)) {
            if (text.line(i).matches("(?i)[ACGTUN]{4,}")) {
                return text.error(i, "These are sequences, and no matrix.", "Count a matrix on them first, or name a word with --words.");
            }
        }
        return new InputException(text.source() + ": the format is not known.", "Give motifs in one of these formats: " + MotifLayout.names()
            + "; or name it with --from.");
    }
}
