package haicap.casework;

import haicap.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The service of crime reports and cases. */
@SpringBootApplication
@Import(Platform.class)
public class CaseServiceApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(CaseServiceApplication.class, args);
    }
}
