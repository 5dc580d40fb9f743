package haicap.gateway.wall;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All files of the page, read once, and the name of their build: what they hold names it, so a
 * file's address never stands for two contents.
 */
@Component
final class WallFiles {

    static final String PAGE = "index.html";

    private static final String BUILD = "{build}";
    private static final int BUILD_LENGTH = 16;

    private final Map<String, WallFile> files = new TreeMap<>();
    private final String build;

    WallFiles() throws IOException {
        for (var file :
                new PathMatchingResourcePatternResolver().getResources("classpath:/wall/*.*")) {
            keep(Objects.requireNonNull(file.getFilename()), file.getContentAsByteArray());
        }
        keep("tiles.json", tiles());
        keep("catalogue.js", CatalogueScript.ofSeeds());
        build = digest().substring(0, BUILD_LENGTH);
        keep(PAGE, page());
    }

    String build() {
        return build;
    }

    @Nullable WallFile named(String name) {
        return files.get(name);
    }

    WallFile start() {
        return Objects.requireNonNull(files.get(PAGE));
    }

    private void keep(String name, byte[] bytes) {
        files.put(name, new WallFile(name, bytes));
    }

    private byte[] page() {
        return new String(start().bytes(), StandardCharsets.UTF_8)
                .replace(BUILD, build)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] tiles() throws IOException {
        var seed =
                new ClassPathResource("seeds/tiles.csv").getContentAsString(StandardCharsets.UTF_8);
        var tiles = new ArrayList<String>();
        Arrays.stream(seed.split("\\R"))
                .skip(1)
                .map(line -> line.split(","))
                .forEach(cell -> tiles.add("\"%s\":[%s,%s]".formatted((Object[]) cell)));
        return ("{" + String.join(",", tiles) + "}").getBytes(StandardCharsets.UTF_8);
    }

    private String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, file) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(file.bytes());
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
