package haicap.local.tiles;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code seeds/tiles.csv} anew from {@code seeds/profiles.csv}. */
public final class DrawTileMap {

    private DrawTileMap() {}

    /** Takes the folder of the seeds. */
    public static void main(String[] arguments) throws IOException {
        var seeds = Path.of(arguments.length == 0 ? "seeds" : arguments[0]);
        Files.write(seeds.resolve("tiles.csv"), lines(seeds));
    }

    static List<String> lines(Path seeds) throws IOException {
        var lines = new ArrayList<>(List.of("unit_id,column,row"));
        TileMap.of(places(seeds))
                .forEach(tile ->
                        lines.add("%s,%d,%d".formatted(tile.unitId(), tile.column(), tile.row())));
        return lines;
    }

    static List<Place> places(Path seeds) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(seeds.resolve("profiles.csv"))) {
            return rows.stream()
                    .map(row ->
                            new Place(
                                    row.getField("unit_id"),
                                    Double.parseDouble(row.getField("latitude")),
                                    Double.parseDouble(row.getField("longitude"))))
                    .toList();
        }
    }
}
