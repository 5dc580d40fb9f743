package haicap.gateway.status;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;

/** Where the instances of each part answer operators' tools. */
@ConfigurationProperties("haicap.management")
record ManagementAddresses(
        List<URI> orgStructure,
        @Name("case") List<URI> casework,
        List<URI> inspection,
        List<URI> reporting) {

    List<URI> of(Part part) {
        return switch (part) {
            case ORG_STRUCTURE -> orgStructure;
            case CASE -> casework;
            case INSPECTION -> inspection;
            case REPORTING -> reporting;
        };
    }
}
