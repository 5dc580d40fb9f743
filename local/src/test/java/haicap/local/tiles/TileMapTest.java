package haicap.local.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The map of the wall is what the computation makes of the positions, and is a fair one. */
class TileMapTest {

    private static final Path SEEDS = Path.of("../seeds");

    private final List<Place> places = DrawTileMap.places(SEEDS);
    private final List<Tile> tiles = TileMap.of(places);

    TileMapTest() throws IOException {}

    @Test
    void theSeedsAreWhatIsComputed() throws IOException {
        assertThat(Files.readAllLines(SEEDS.resolve("tiles.csv")))
                .isEqualTo(DrawTileMap.lines(SEEDS));
    }

    @Test
    void everyUnitHasOneTileAndNoTwoShareOne() {
        assertThat(tiles).hasSize(126).extracting(Tile::unitId).doesNotHaveDuplicates();
        assertThat(tiles)
                .extracting(tile -> tile.column() + ":" + tile.row())
                .doesNotHaveDuplicates();
        assertThat(tiles)
                .allSatisfy(tile -> {
                    assertThat(tile.column()).isBetween(0, TileMap.COLUMNS - 1);
                    assertThat(tile.row()).isBetween(0, TileMap.ROWS - 1);
                });
    }

    @Test
    void neighboursStayNear() {
        var byUnit = tiles.stream().collect(Collectors.toMap(Tile::unitId, Function.identity()));

        var apart =
                places.stream()
                        .flatMapToDouble(place ->
                                nearest(place).stream()
                                        .mapToDouble(near ->
                                                steps(
                                                        byUnit.get(place.unitId()),
                                                        byUnit.get(near.unitId()))))
                        .summaryStatistics();

        assertThat(apart.getAverage()).as("steps to the three nearest").isLessThan(1.7);
        assertThat(apart.getMax()).isLessThanOrEqualTo(6);
    }

    @Test
    void northIsAboveAndWestIsLeft() {
        var byUnit = tiles.stream().collect(Collectors.toMap(Tile::unitId, Function.identity()));
        var north = places.stream().max(Comparator.comparing(Place::latitude)).orElseThrow();
        var south = places.stream().min(Comparator.comparing(Place::latitude)).orElseThrow();
        var east = places.stream().max(Comparator.comparing(Place::longitude)).orElseThrow();
        var west = places.stream().min(Comparator.comparing(Place::longitude)).orElseThrow();

        assertThat(byUnit.get(north.unitId()).row()).isLessThan(byUnit.get(south.unitId()).row());
        assertThat(byUnit.get(west.unitId()).column())
                .isLessThan(byUnit.get(east.unitId()).column());
    }

    @Test
    void theAssignmentIsTheCheapestOne() {
        double[][] costs = {{4, 1, 3, 9}, {2, 0, 5, 9}, {3, 2, 2, 9}};

        assertThat(Assignment.cheapest(costs)).containsExactly(1, 0, 2);
    }

    private List<Place> nearest(Place place) {
        return places.stream()
                .filter(other -> !other.equals(place))
                .sorted(Comparator.comparingDouble(other -> kilometres(place, other)))
                .limit(3)
                .toList();
    }

    private static double kilometres(Place a, Place b) {
        var eastWest =
                (a.longitude() - b.longitude()) * Math.cos(Math.toRadians(a.latitude())) * 111;
        return Math.hypot(eastWest, (a.latitude() - b.latitude()) * 111);
    }

    /** As a king goes. */
    private static int steps(Tile a, Tile b) {
        return Math.max(Math.abs(a.column() - b.column()), Math.abs(a.row() - b.row()));
    }
}
