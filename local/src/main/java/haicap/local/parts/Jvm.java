package haicap.local.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The command line of a part that is a JVM: the JDK that runs us, a small heap with room for what
 * is young, so that little of it has to be moved at each collection, large pages, the quick
 * compiler only, the AOT cache. Seven JVMs that share two processors would compile for longer than
 * most of them live, and find the caches cold at each turn.
 */
public final class Jvm {

    private final Map<String, String> environment;
    private final boolean training;

    /** Takes more flags from {@code HAICAP_JAVA_OPTS} and {@code HAICAP_<PART>_JAVA_OPTS}. */
    public Jvm(Map<String, String> environment) {
        this(environment, false);
    }

    private Jvm(Map<String, String> environment, boolean training) {
        this.environment = environment;
        this.training = training;
    }

    /** JVMs that record, until they end in good order, what their next starts will need. */
    public Jvm training() {
        return new Jvm(environment, true);
    }

    /** The command that runs a part's main class from its prepared jar. */
    public List<String> command(
            Part part, PreparedApp app, String mainClass, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        // with less the whole heap is collected while a part starts
                        "-XX:ReservedCodeCacheSize=240m",
                        "-XX:+UseTransparentHugePages",
                        "-Xss512k",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dspring.aot.enabled=true"));
        command.addAll(heap(part));
        command.addAll(ahead(app, part));
        command.addAll(words("HAICAP_JAVA_OPTS"));
        command.addAll(words(part.variable() + "_JAVA_OPTS"));
        command.addAll(List.of("-cp", app.jar().toString(), mainClass));
        command.addAll(arguments);
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private List<String> heap(Part part) {
        return switch (part) {
            case KAFKA -> List.of("-Xms128m", "-Xmx384m");
            case CASE -> List.of("-Xms192m", "-Xmx320m", "-Xmn128m");
            // an open stream holds about 100 KB of the container's buffers, and there may be 4,096
            case REPORTING -> List.of("-Xms320m", "-Xmx640m", "-Xmn256m");
            case GATEWAY, ORG_STRUCTURE -> List.of("-Xms128m", "-Xmx224m", "-Xmn80m");
            case INSPECTION -> List.of("-Xms128m", "-Xmx192m", "-Xmn80m");
            case IDENTITY -> List.of("-Xms32m", "-Xmx96m");
            case POSTGRES -> throw new IllegalArgumentException("PostgreSQL is no JVM");
        };
    }

    private List<String> ahead(PreparedApp app, Part part) {
        if (training) {
            return List.of("-Xlog:aot=error", "-XX:AOTCacheOutput=" + app.draftCache(part));
        }
        var cache = app.cache(part);
        return Files.exists(cache) && !"off".equals(environment.get("HAICAP_AOT"))
                ? List.of(
                        "-XX:AOTCache=" + cache,
                        // where it was recorded to lie: else each JVM moves its hundred megabytes
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0")
                : List.of();
    }

    private List<String> words(String variable) {
        var flags = environment.getOrDefault(variable, "").strip();
        return flags.isEmpty() ? List.of() : Arrays.asList(flags.split("\\s+"));
    }
}
