package io.auralis.engine.mastering;

/** Small systems of linear equations. */
final class LinearSystem {
    private LinearSystem() {}

    /** Solves by Gaussian elimination with partial pivoting; the matrix and the right side are used up. */
    static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
                    pivot = row;
                }
            }
            double[] pivotRow = matrix[pivot];
            matrix[pivot] = matrix[column];
            matrix[column] = pivotRow;
            double pivotRight = right[pivot];
            right[pivot] = right[column];
            right[column] = pivotRight;
            for (int row = column + 1; row < size; row++) {
                double factor = matrix[row][column] / pivotRow[column];
                for (int i = column; i < size; i++) {
                    matrix[row][i] -= factor * pivotRow[i];
                }
                right[row] -= factor * pivotRight;
            }
        }
        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = right[row];
            for (int i = row + 1; i < size; i++) {
                sum -= matrix[row][i] * solution[i];
            }
            solution[row] = sum / matrix[row][row];
        }
        return solution;
    }
}
