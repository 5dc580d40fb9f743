package haicap.local.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A grid in which every unit has a tile of the same size and neighbours stay near. The dense centre
 * is spread by taking, on each axis, the middle between a unit's place and its rank; then all units
 * together get the cells to which they have the least summed squared distance.
 */
final class TileMap {

    /** Fits a screen of 16 to 9 with a panel at its side. */
    static final int COLUMNS = 15;

    static final int ROWS = 9;

    /** How much rank counts against place: with place alone the centre would be one heap. */
    private static final double RANK = 0.85;

    private TileMap() {}

    static List<Tile> of(List<Place> places) {
        var x = spread(places, Place::longitude, COLUMNS);
        var y = spread(places, place -> -place.latitude(), ROWS);
        var costs = new double[places.size()][COLUMNS * ROWS];
        for (int unit = 0; unit < places.size(); unit++) {
            for (int cell = 0; cell < COLUMNS * ROWS; cell++) {
                double dx = x[unit] - cell % COLUMNS;
                double dy = y[unit] - cell / COLUMNS;
                costs[unit][cell] = dx * dx + dy * dy;
            }
        }
        var cells = Assignment.cheapest(costs);
        var tiles = new ArrayList<Tile>();
        for (int unit = 0; unit < places.size(); unit++) {
            var id = places.get(unit).unitId();
            tiles.add(new Tile(id, cells[unit] % COLUMNS, cells[unit] / COLUMNS));
        }
        tiles.sort(Comparator.comparing(Tile::unitId));
        return tiles;
    }

    /** From 0 to the last cell of the axis. */
    private static double[] spread(List<Place> places, ToDoubleFunction<Place> axis, int cells) {
        var sorted = places.stream().mapToDouble(axis).sorted().toArray();
        double from = sorted[0];
        double length = sorted[sorted.length - 1] - from;
        return places.stream()
                .mapToDouble(axis)
                .map(at -> {
                    double rank = Arrays.binarySearch(sorted, at) / (double) (sorted.length - 1);
                    return (RANK * rank + (1 - RANK) * (at - from) / length) * (cells - 1);
                })
                .toArray();
    }
}
