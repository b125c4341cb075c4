package io.auralis.engine.declip;

/**
 * A symmetric positive definite matrix whose row i begins at column first(i), which only rises: its Cholesky factor and the
 * part of its inverse within the band have the same shape (K. Takahashi, J. Fagan, M. Chen, 1973).
 */
final class BandMatrix {
    private final double[][] rows;
    private final double[][] inverse;
    private final int[] firsts;
    private int size;

    BandMatrix(int most, int band) {
        this.rows = new double[most][band];
        this.inverse = new double[most][band];
        this.firsts = new int[most];
    }

    /** Begins a matrix of no rows. */
    void clear() {
        size = 0;
    }

    /** Adds a row, to be filled from its first column to the diagonal; its index 0 is the first column. */
    double[] add(int first) {
        firsts[size] = first;
        return rows[size++];
    }

    /** Replaces the matrix by its factor. */
    void factorise() {
        for (int i = 0; i < size; i++) {
            double[] row = rows[i];
            int first = firsts[i];
            for (int j = first; j <= i; j++) {
                double[] other = rows[j];
                int from = Math.max(first, firsts[j]);
                double sum = row[j - first];
                int a = from - first;
                int b = from - firsts[j];
                for (int k = j - from; k > 0; k--) {
                    sum -= row[a++] * other[b++];
                }
                row[j - first] = j < i ? sum / other[j - firsts[j]] : Math.sqrt(sum);
            }
        }
    }

    /** Once factorised: replaces a right side by the solution. */
    void solve(double[] right) {
        for (int i = 0; i < size; i++) {
            double value = right[i];
            for (int j = firsts[i]; j < i; j++) {
                value -= rows[i][j - firsts[i]] * right[j];
            }
            right[i] = value / rows[i][i - firsts[i]];
        }
        for (int i = size - 1; i >= 0; i--) {
            double value = right[i] / rows[i][i - firsts[i]];
            right[i] = value;
            for (int j = firsts[i]; j < i; j++) {
                right[j] -= rows[i][j - firsts[i]] * value;
            }
        }
    }

    /** Once factorised: puts the diagonal of the inverse. */
    void inverseDiagonal(double[] into) {
        int last = size - 1;
        for (int j = size - 1; j >= 0; j--) {
            while (firsts[last] > j) {
                last--;
            }
            double own = rows[j][j - firsts[j]];
            for (int i = last; i >= j; i--) {
                double sum = i == j ? 1 / own : 0;
                for (int k = j + 1; k <= last; k++) {
                    sum -= rows[k][j - firsts[k]] * (i > k ? inverse[i][k - firsts[i]] : inverse[k][i - firsts[k]]);
                }
                inverse[i][j - firsts[i]] = sum / own;
            }
            into[j] = inverse[j][j - firsts[j]];
        }
    }
}
