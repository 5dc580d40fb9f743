package haicap.acceptance.bench.start;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service with web, JDBC, Kafka and security, and nothing to do. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
public class BareService {

    private final JdbcTemplate jdbc;

    BareService(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @PostMapping("/things")
    int receive() {
        return jdbc.update("SELECT 1");
    }

    @KafkaListener(id = "bare", topics = "bench.start")
    void hear(String message) {}

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(BareService.class, arguments);
    }
}
