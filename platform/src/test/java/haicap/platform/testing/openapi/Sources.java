package haicap.platform.testing.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the sources say: the words about a record and its components, the codes of refusals. */
final class Sources {

    private static final List<Path> ROOTS =
            List.of(Path.of("src/main/java"), Path.of("../platform/src/main/java"));
    private static final Path MOMENTS =
            ROOTS.getLast().resolve("haicap/platform/time/Moments.java");
    private static final Pattern REFUSAL =
            Pattern.compile(
                    "Refusal\\s*\\.\\s*(conflict|busy|forbidden|unprocessable|invalid|malformed)\\("
                            + "((?:\\s*\"[^\"]*\"\\s*,?){1,2})");
    private static final Pattern FAULT = Pattern.compile("new Fault\\(\\s*[^,]+,\\s*\"([^\"]+)\"");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Map<String, String> STATUS =
            Map.of(
                    "conflict", "409",
                    "busy", "409",
                    "forbidden", "403",
                    "unprocessable", "422",
                    "invalid", "422",
                    "malformed", "400");

    private Sources() {}

    /** The Javadoc of a type, without tags, and of its components by name. */
    record Words(String all, Map<String, String> components) {}

    static Words about(Class<?> type) {
        var doc = comment(type);
        var parts = doc.split("(?m)^\\s*@param\\s+");
        var components = new TreeMap<String, String>();
        for (int i = 1; i < parts.length; i++) {
            var words = plain(parts[i]).split(" ", 2);
            if (words.length == 2) {
                components.put(words[0], words[1]);
            }
        }
        return new Words(plain(parts[0]), components);
    }

    private static String comment(Class<?> type) {
        var outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        var path = outermost.getName().replace('.', '/') + ".java";
        var source =
                ROOTS.stream()
                        .map(root -> root.resolve(path))
                        .filter(Files::exists)
                        .map(Sources::read)
                        .findFirst()
                        .orElse("");
        var found =
                Pattern.compile(
                                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*"
                                        + "(?:public |private )?(?:record|enum) "
                                        + type.getSimpleName()
                                        + "\\b",
                                Pattern.DOTALL)
                        .matcher(source);
        return found.find() ? found.group(1).replaceAll("(?m)^\\s*\\* ?", "") : "";
    }

    private static String plain(String doc) {
        return doc.replaceAll("\\{@(?:code|link) ([^}]*)}", "$1")
                .replaceAll("(?m)^\\s*@.*", "")
                .replaceAll("</?[a-z]+>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The codes with which a feature refuses, by status. */
    static Map<String, TreeSet<String>> refusals(Package feature) {
        var codes = new TreeMap<String, TreeSet<String>>();
        var folder = ROOTS.getFirst().resolve(feature.getName().replace('.', '/'));
        for (var source : folder.toFile().exists() ? files(folder) : List.<Path>of()) {
            var text = read(source);
            REFUSAL.matcher(text)
                    .results()
                    .forEach(refusal -> {
                        var texts =
                                TEXT.matcher(refusal.group(2))
                                        .results()
                                        .map(each -> each.group(1))
                                        .collect(Collectors.toList());
                        boolean pointed =
                                List.of("invalid", "malformed").contains(refusal.group(1));
                        if (!pointed || texts.size() == 2) {
                            add(codes, STATUS.get(refusal.group(1)), texts.get(pointed ? 1 : 0));
                        }
                    });
            var faults = text.contains("new Moments(") ? text + read(MOMENTS) : text;
            FAULT.matcher(faults).results().forEach(fault -> add(codes, "422", fault.group(1)));
        }
        return codes;
    }

    private static void add(Map<String, TreeSet<String>> codes, String status, String code) {
        codes.computeIfAbsent(status, each -> new TreeSet<>()).add(code);
    }

    private static List<Path> files(Path folder) {
        try (var all = Files.list(folder)) {
            return all.filter(each -> each.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
