package org.seism.study;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.seism.InputException;

/**
 * How sequences are related: a matrix K with mean diagonal 1, kept as the blocks that sequences with something in common make. The
 * noise of the phenotype then has the covariance h K + (1 - h) I, up to a factor (METHOD, section 19).
 *
 * @param source what messages and results call it: a file, or a column
 * @param members sequences of each block; every sequence is in one of them
 * @param blocks {@code [block][row * size + column]}, in the order of the members; must not be changed
 * @param heritability h where it is known, from 0 to {@value #MOST}; not a number where it is to be estimated
 */
public record Kinship(String source, int[][] members, double[][] blocks, double heritability) {
    /** Largest h. */
    public static final double MOST = 0.99;
    /** Entries may differ from their mirror images by so much of the mean of the diagonal. */
    private static final double ASYMMETRY = 1e-3;
    /** Added to the diagonal before a matrix is asked whether it is positive: files hold rounded numbers. */
    private static final double ROUNDING = 1e-3;

    /**
     * Checks h.
     *
     * @throws InputException if it is out of range
     */
    public Kinship {
        if (heritability < 0 || heritability > MOST) {
            throw new InputException("The heritability is " + heritability + ".", "Give a number from 0 to " + MOST
                + ", or leave it out to have it estimated.");
        }
    }

    /**
     * Families: members of one are related by 1, members of different ones by 0.
     *
     * @param source what messages call it
     * @param family name of each sequence's family; empty where it has none
     * @return the relationship
     * @throws InputException if nobody is related to anybody
     */
    public static Kinship ofFamilies(final String source, final List<String> family) {
        final Map<String, List<Integer>> families = new LinkedHashMap<>();
        for (int i = 0; i < family.size(); i++) {
            // a name that can't be one of the user's
            final String name = family.get(i).isBlank() ? "\n" + i : family.get(i).strip();
            families.computeIfAbsent(name, f -> new ArrayList<>()).add(i);
        }
        if (families.size() == family.size()) {
            throw new InputException("The groups of '" + source + "' have one sequence each: nobody is related to anybody.",
                "Name a column in which related sequences have the same value, or leave the groups out.");
        }
        if (families.size() == 1) {
            throw new InputException("All sequences are in one group of '" + source + "': what they share can't be told from the mean.",
                "Name a column with several groups, or leave the groups out.");
        }
        final int[][] members = families.values().stream().map(f -> f.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
        return new Kinship(source, members, Arrays.stream(members).map(m -> {
            final double[] ones = new double[m.length * m.length];
            Arrays.fill(ones, 1);
            return ones;
        }).toArray(double[][]::new), Double.NaN);
    }

    /**
     * @param source what messages call it
     * @param ids identifiers of the sequences, for messages
     * @param k {@code [sequence][sequence]}; scaled to a mean diagonal of 1 and made symmetric
     * @return the relationship
     * @throws InputException if it is not symmetric, not positive semidefinite, or nobody is related to anybody
     */
    public static Kinship ofMatrix(final String source, final List<String> ids, final double[][] k) {
        final int n = k.length;
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += k[i][i];
        }
        final double mean = trace / n;
        if (!(mean > 0)) {
            throw new InputException("The diagonal of " + source + " has the mean " + mean + ".",
                "Give a matrix whose diagonal says how much a sequence has in common with itself, usually 1.");
        }
        final double[][] scaled = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (Math.abs(k[i][j] - k[j][i]) > ASYMMETRY * mean) {
                    throw new InputException(source + " is not symmetric: '" + ids.get(i) + "' and '" + ids.get(j) + "' are related by "
                        + k[i][j] + ", '" + ids.get(j) + "' and '" + ids.get(i) + "' by " + k[j][i] + ".",
                        "Give a symmetric matrix of relationships, not of anything that has a direction.");
                }
                scaled[i][j] = (k[i][j] + k[j][i]) / (2 * mean);
            }
        }
        final int[][] members = components(scaled);
        if (members.length == n) {
            throw new InputException(source + " is 0 off the diagonal: nobody is related to anybody.",
                "Give a matrix with relationships, or leave it out.");
        }
        final double[][] blocks = new double[members.length][];
        for (int b = 0; b < blocks.length; b++) {
            final int[] m = members[b];
            blocks[b] = new double[m.length * m.length];
            for (int r = 0; r < m.length; r++) {
                for (int c = 0; c < m.length; c++) {
                    blocks[b][r * m.length + c] = scaled[m[r]][m[c]];
                }
            }
            final int bad = firstNotPositive(blocks[b], m.length);
            if (bad >= 0) {
                throw new InputException(source + " is not positive semidefinite: what it says of '" + ids.get(m[bad])
                    + "' does not go together with what it says of the sequences before it.",
                    "Give a matrix of covariances or of shared ancestry; a matrix of distances is none.");
            }
        }
        return new Kinship(source, members, blocks, Double.NaN);
    }

    /** Sequences that are related, perhaps over others. */
    private static int[][] components(final double[][] k) {
        final int n = k.length;
        final boolean[] seen = new boolean[n];
        final List<int[]> components = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (seen[i]) {
                continue;
            }
            final List<Integer> found = new ArrayList<>();
            final ArrayDeque<Integer> waiting = new ArrayDeque<>(List.of(i));
            seen[i] = true;
            while (!waiting.isEmpty()) {
                final int r = waiting.remove();
                found.add(r);
                for (int c = 0; c < n; c++) {
                    if (!seen[c] && k[r][c] != 0) {
                        seen[c] = true;
                        waiting.add(c);
                    }
                }
            }
            components.add(found.stream().mapToInt(Integer::intValue).sorted().toArray());
        }
        return components.toArray(int[][]::new);
    }

    /** Cholesky's decomposition; the row at which it fails, or -1. */
    private static int firstNotPositive(final double[] block, final int size) {
        final double[][] l = new double[size][size];
        for (int r = 0; r < size; r++) {
            for (int c = 0; c <= r; c++) {
                double rest = block[r * size + c] + (r == c ? ROUNDING : 0);
                for (int k = 0; k < c; k++) {
                    rest -= l[r][k] * l[c][k];
                }
                if (r == c && !(rest > 0)) {
                    return r;
                }
                l[r][c] = r == c ? Math.sqrt(rest) : rest / l[c][c];
            }
        }
        return -1;
    }

    /**
     * @param h the share of the variance that goes with K
     * @return a copy in which it is known
     */
    public Kinship withHeritability(final double h) {
        return new Kinship(source, members, blocks, h);
    }

    /** @return number of sequences */
    public int size() {
        return Arrays.stream(members).mapToInt(m -> m.length).sum();
    }

    /**
     * @param rows indices of the sequences to keep
     * @return the relationship of these sequences
     */
    public Kinship subset(final int[] rows) {
        final int[] place = new int[size()];
        Arrays.fill(place, -1);
        for (int r = 0; r < rows.length; r++) {
            place[rows[r]] = r;
        }
        final List<int[]> keptMembers = new ArrayList<>();
        final List<double[]> keptBlocks = new ArrayList<>();
        for (int b = 0; b < members.length; b++) {
            final int size = members[b].length;
            final int[] own = members[b];
            final int[] kept = IntStream.range(0, size).filter(k -> place[own[k]] >= 0).toArray();
            if (kept.length == 0) {
                continue;
            }
            final double[] block = new double[kept.length * kept.length];
            for (int r = 0; r < kept.length; r++) {
                for (int c = 0; c < kept.length; c++) {
                    block[r * kept.length + c] = blocks[b][kept[r] * size + kept[c]];
                }
            }
            keptMembers.add(Arrays.stream(kept).map(k -> place[own[k]]).toArray());
            keptBlocks.add(block);
        }
        return new Kinship(source, keptMembers.toArray(int[][]::new), keptBlocks.toArray(double[][]::new), heritability);
    }

    /** @return what it is, in words */
    public String text() {
        final int related = Arrays.stream(members).filter(m -> m.length > 1).mapToInt(m -> m.length).sum();
        final long groups = Arrays.stream(members).filter(m -> m.length > 1).count();
        return source + " (" + related + " of " + size() + " sequences related, in " + groups + (groups == 1 ? " group" : " groups") + ")";
    }
}
