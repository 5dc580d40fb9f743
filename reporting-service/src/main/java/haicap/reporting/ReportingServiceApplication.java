package haicap.reporting;

import haicap.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The service of the live picture: facts, figures, the feed, and their reconciliation. */
@SpringBootApplication
@Import(Platform.class)
public class ReportingServiceApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(ReportingServiceApplication.class, args);
    }
}
