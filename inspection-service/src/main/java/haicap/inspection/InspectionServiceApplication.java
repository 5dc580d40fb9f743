package haicap.inspection;

import haicap.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The service of inspections and their follow-up. */
@SpringBootApplication
@Import(Platform.class)
public class InspectionServiceApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(InspectionServiceApplication.class, args);
    }
}
