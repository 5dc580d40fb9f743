package haicap.local.seeds;

import de.siegmar.fastcsv.reader.CsvReader;
import haicap.local.parts.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** The files of facts in the order in which they are loaded. */
record Manifest(List<Entry> entries) {

    record Entry(int order, String kind, Path file) {

        /** Changes with the content, so a changed file is another request. */
        String key() {
            return "seed-%d-%s".formatted(order, digest(List.of(file)).substring(0, 32));
        }
    }

    static Manifest in(Path seeds) {
        var file = seeds.resolve("manifest.csv");
        if (!Files.exists(file)) {
            throw new Failure("Thiếu " + file, file + " is missing");
        }
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return new Manifest(
                    rows.stream()
                            .map(row ->
                                    new Entry(
                                            Integer.parseInt(row.getField("order")),
                                            row.getField("kind"),
                                            seeds.resolve(row.getField("file"))))
                            .sorted(Comparator.comparingInt(Entry::order))
                            .toList());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** One word for the content of all files. */
    String fingerprint() {
        return digest(entries.stream().map(Entry::file).toList());
    }

    private static String digest(List<Path> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                digest.update(Files.readAllBytes(file));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw unreadable(files.getFirst(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Failure unreadable(Path file, IOException e) {
        return new Failure("Không đọc được " + file, "Cannot read " + file, e);
    }
}
