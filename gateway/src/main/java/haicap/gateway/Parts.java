package haicap.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the instances of each part answer.
 *
 * @param parts by the name under which a part stands in the documents
 */
@ConfigurationProperties("haicap")
record Parts(Map<String, List<URI>> parts) {

    boolean has(String part) {
        return !parts.getOrDefault(part, List.of()).isEmpty();
    }

    List<URI> instancesOf(String part) {
        var instances = parts.getOrDefault(part, List.of());
        if (instances.isEmpty()) {
            throw new IllegalStateException(
                    "haicap.parts." + part + " must say where that part answers");
        }
        return instances;
    }
}
