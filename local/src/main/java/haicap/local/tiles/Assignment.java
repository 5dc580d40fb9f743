package haicap.local.tiles;

import java.util.Arrays;

/**
 * The cheapest way to give each of some rows a column of its own, by the Hungarian method with
 * potentials: rows are added one by one, each along the shortest augmenting path. Deterministic.
 */
final class Assignment {

    private static final int NONE = -1;

    private final double[][] costs;
    private final int columns;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] rowOf;

    private Assignment(double[][] costs) {
        this.costs = costs;
        this.columns = costs[0].length;
        this.rowPotential = new double[costs.length];
        this.columnPotential = new double[columns];
        this.rowOf = new int[columns];
        Arrays.fill(rowOf, NONE);
    }

    /**
     * @param costs by row and column; at least as many columns as rows
     * @return the column of each row
     */
    static int[] cheapest(double[][] costs) {
        var assignment = new Assignment(costs);
        for (int row = 0; row < costs.length; row++) {
            assignment.add(row);
        }
        var columnOf = new int[costs.length];
        for (int column = 0; column < assignment.columns; column++) {
            if (assignment.rowOf[column] != NONE) {
                columnOf[assignment.rowOf[column]] = column;
            }
        }
        return columnOf;
    }

    private void add(int row) {
        var distance = new double[columns];
        var before = new int[columns];
        var done = new boolean[columns];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(before, NONE);
        int reached = NONE;
        int at = row;
        double least = 0;
        do {
            relax(at, reached, least, distance, before, done);
            reached = nearest(distance, done);
            least = distance[reached];
            done[reached] = true;
            at = rowOf[reached];
        } while (at != NONE);
        raise(row, least, distance, done);
        turn(reached, before, row);
    }

    private void relax(
            int row, int from, double base, double[] distance, int[] before, boolean[] done) {
        for (int column = 0; column < columns; column++) {
            double length = base + costs[row][column] - rowPotential[row] - columnPotential[column];
            if (!done[column] && length < distance[column]) {
                distance[column] = length;
                before[column] = from;
            }
        }
    }

    private int nearest(double[] distance, boolean[] done) {
        int best = NONE;
        for (int column = 0; column < columns; column++) {
            if (!done[column] && (best == NONE || distance[column] < distance[best])) {
                best = column;
            }
        }
        return best;
    }

    private void raise(int added, double least, double[] distance, boolean[] done) {
        rowPotential[added] += least;
        for (int column = 0; column < columns; column++) {
            if (done[column]) {
                double slack = least - distance[column];
                columnPotential[column] -= slack;
                if (rowOf[column] != NONE) {
                    rowPotential[rowOf[column]] += slack;
                }
            }
        }
    }

    private void turn(int last, int[] before, int added) {
        int column = last;
        while (before[column] != NONE) {
            rowOf[column] = rowOf[before[column]];
            column = before[column];
        }
        rowOf[column] = added;
    }
}
