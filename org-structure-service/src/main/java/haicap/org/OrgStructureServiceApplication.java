package haicap.org;

import haicap.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Who is responsible for what: units, lineage, posts and appointments, as of any date. */
@SpringBootApplication
@Import(Platform.class)
public class OrgStructureServiceApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(OrgStructureServiceApplication.class, args);
    }
}
