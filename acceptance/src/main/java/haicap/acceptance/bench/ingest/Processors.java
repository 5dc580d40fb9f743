package haicap.acceptance.bench.ingest;

import haicap.acceptance.system.RunningSystem;
import java.util.LinkedHashMap;
import java.util.Map;

/** Processor time of each part, in milliseconds. */
record Processors(Map<String, Long> byPart) {

    static Processors read(RunningSystem system) {
        var byPart = new LinkedHashMap<String, Long>();
        system.instances().forEach(part -> byPart.put(part, system.process(part).cpu().toMillis()));
        return new Processors(byPart);
    }

    Processors since(Processors before) {
        var used = new LinkedHashMap<String, Long>();
        byPart.forEach(
                (part, millis) -> used.put(part, millis - before.byPart.getOrDefault(part, 0L)));
        return new Processors(used);
    }

    long millis() {
        return byPart.values().stream().mapToLong(Long::longValue).sum();
    }
}
