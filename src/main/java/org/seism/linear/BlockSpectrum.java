package org.seism.linear;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.seism.CancelledException;
import org.seism.Progress;

/**
 * Eigenvalues and eigenvectors of a symmetric positive semidefinite matrix that consists of blocks along its diagonal, but for the
 * order of rows: sequences of different blocks have nothing to do with each other. Immutable.
 */
public final class BlockSpectrum {
    /** Decompositions from this size on run beside, so that they can be given up. */
    private static final int LARGE = 300;
    private static final int POLL_MILLIS = 100;

    private final int m_n;
    private final int[][] m_members;
    /** {@code [block][k]}. */
    private final double[][] m_values;
    /** {@code [block][k][member]}. */
    private final double[][][] m_vectors;

    private BlockSpectrum(final int n, final int[][] members, final double[][] values, final double[][][] vectors) {
        m_n = n;
        m_members = members;
        m_values = values;
        m_vectors = vectors;
    }

    /**
     * @param members rows of each block; every row is in one of them
     * @param blocks {@code [block][row * size + column]}, in the order of the members; eigenvalues below 0 count as 0
     * @param progress cancellation
     * @return the decomposition
     */
    public static BlockSpectrum of(final int[][] members, final double[][] blocks, final Progress progress) {
        final double[][] values = new double[members.length][];
        final double[][][] vectors = new double[members.length][][];
        int n = 0;
        for (int b = 0; b < members.length; b++) {
            progress.checkCancelled();
            final int size = members[b].length;
            n += size;
            if (size == 1) {
                values[b] = new double[]{Math.max(0, blocks[b][0])};
                vectors[b] = new double[][]{{1}};
                continue;
            }
            final double[][] matrix = new double[size][];
            for (int r = 0; r < size; r++) {
                matrix[r] = Arrays.copyOfRange(blocks[b], r * size, (r + 1) * size);
            }
            final EigenDecomposition eigen = decompose(matrix, progress);
            values[b] = Arrays.stream(eigen.getRealEigenvalues()).map(v -> Math.max(0, v)).toArray();
            vectors[b] = new double[size][];
            Arrays.setAll(vectors[b], k -> eigen.getEigenvector(k).toArray());
        }
        return new BlockSpectrum(n, members, values, vectors);
    }

    /** The library's decomposition can't be interrupted: a large one that is given up comes to its end unheard. */
    private static EigenDecomposition decompose(final double[][] matrix, final Progress progress) {
        final Array2DRowRealMatrix whole = new Array2DRowRealMatrix(matrix, false);
        if (matrix.length < LARGE) {
            return new EigenDecomposition(whole);
        }
        final FutureTask<EigenDecomposition> task = new FutureTask<>(() -> new EigenDecomposition(whole));
        final Thread thread = new Thread(task, "SEISM eigenvectors");
        thread.setDaemon(true);
        thread.start();
        while (true) {
            progress.checkCancelled();
            try {
                return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                progress.report(0, () -> "Eigenvectors of the relationship matrix");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** @return number of rows */
    public int size() {
        return m_n;
    }

    /** @return number of blocks */
    int blocks() {
        return m_members.length;
    }

    /** @return the rows of a block */
    int[] members(final int block) {
        return m_members[block];
    }

    /** @return eigenvalues of a block, none below 0 */
    double[] values(final int block) {
        return m_values[block];
    }

    /** @return eigenvectors of a block, {@code [k][member]} */
    double[][] vectors(final int block) {
        return m_vectors[block];
    }

    /** @return all eigenvalues, block after block */
    double[] values() {
        return Arrays.stream(m_values).flatMapToDouble(Arrays::stream).toArray();
    }

    /** @return the inner products of a vector with all eigenvectors, in the order of {@link #values()} */
    double[] rotated(final double[] v) {
        final double[] rotated = new double[m_n];
        int at = 0;
        for (int b = 0; b < m_members.length; b++) {
            for (final double[] vector : m_vectors[b]) {
                double sum = 0;
                for (int r = 0; r < vector.length; r++) {
                    sum += vector[r] * v[m_members[b][r]];
                }
                rotated[at++] = sum;
            }
        }
        return rotated;
    }
}
