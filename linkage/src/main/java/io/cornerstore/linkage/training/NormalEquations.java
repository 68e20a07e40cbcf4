package io.cornerstore.linkage.training;

/** The linear equations of one Newton step: symmetric, positive definite. Not thread-safe. */
final class NormalEquations {
  private final double[][] matrix;
  private final double[] right;

  /** So many unknowns. */
  NormalEquations(int size) {
    matrix = new double[size][size];
    right = new double[size];
  }

  /** Pulls one unknown. */
  void hold(int unknown, double pull, double curvature) {
    right[unknown] += pull;
    matrix[unknown][unknown] += curvature;
  }

  /** Pulls along a direction. */
  void add(double[] direction, double pull, double curvature) {
    for (int i = 0; i < direction.length; i++) {
      if (direction[i] != 0) {
        right[i] += pull * direction[i];
        double scaled = curvature * direction[i];
        for (int j = 0; j <= i; j++) {
          matrix[i][j] += scaled * direction[j];
        }
      }
    }
  }

  /** The solution, by Cholesky's decomposition of the lower half, in place. */
  double[] solve() {
    double[] solution = right.clone();
    for (int i = 0; i < solution.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
      }
      for (int k = 0; k < i; k++) {
        solution[i] -= matrix[i][k] * solution[k];
      }
      solution[i] /= matrix[i][i];
    }
    for (int i = solution.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < solution.length; k++) {
        solution[i] -= matrix[k][i] * solution[k];
      }
      solution[i] /= matrix[i][i];
    }
    return solution;
  }
}
