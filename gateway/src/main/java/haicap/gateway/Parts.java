package haicap.gateway;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Where the instances of each part answer.
 *
 * @param floor an empty endpoint that benchmarks measure against; absent in service
 */
@ConfigurationProperties("haicap.parts")
record Parts(
        List<URI> orgStructure,
        @Name("case") List<URI> casework,
        List<URI> inspection,
        List<URI> reporting,
        List<URI> identity,
        @Nullable URI floor) {}
