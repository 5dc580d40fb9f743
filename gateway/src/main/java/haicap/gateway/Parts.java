package haicap.gateway;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Where the parts answer.
 *
 * @param floor an empty endpoint that benchmarks measure against; absent in service
 */
@ConfigurationProperties("haicap.parts")
record Parts(
        URI orgStructure,
        @Name("case") URI casework,
        URI inspection,
        URI reporting,
        URI identity,
        @Nullable URI floor) {}
