package haicap.gateway;

import java.security.Security;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    /** Entry point of the process. */
    public static void main(String[] args) {
        // pods come and go: a name is looked up anew, not remembered for half a minute
        Security.setProperty("networkaddress.cache.ttl", "1");
        Security.setProperty("networkaddress.cache.negative.ttl", "1");
        SpringApplication.run(GatewayApplication.class, args);
    }
}
