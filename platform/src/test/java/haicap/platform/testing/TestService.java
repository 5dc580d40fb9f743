package haicap.platform.testing;

import static java.util.Map.entry;

import haicap.platform.Platform;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * A service with nothing but the platform, on a database and a broker that are real. Several can
 * run on one database: replicas.
 */
public final class TestService {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Platform.class)
    static class Bare {}

    private static final String SECRET = "drawn-for-this-test";

    private TestService() {}

    /**
     * Starts one.
     *
     * @param instance its name among the replicas
     * @param beans further configurations and components
     */
    public static ConfigurableApplicationContext start(
            String databaseUrl,
            String instance,
            Map<String, Object> properties,
            Class<?>... beans) {
        var all = new LinkedHashMap<String, Object>(properties(databaseUrl, instance));
        all.putAll(properties);
        var application = new SpringApplication(Bare.class);
        for (var bean : beans) {
            application.addPrimarySources(java.util.List.of(bean));
        }
        application.setDefaultProperties(
                Map.of("spring.config.import", "classpath:haicap-platform.yaml"));
        return application.run(
                all.entrySet().stream()
                        .map(e -> "--" + e.getKey() + "=" + e.getValue())
                        .toArray(String[]::new));
    }

    /** The properties of a part on the test servers. */
    public static Map<String, Object> properties(String databaseUrl, String instance) {
        return Map.ofEntries(
                entry("haicap.service", "test"),
                entry("haicap.database", "test"),
                entry("haicap.instance", instance),
                entry("haicap.kafka", TestKafka.bootstrap()),
                entry("spring.datasource.url", databaseUrl),
                entry("spring.datasource.username", "postgres"),
                entry("spring.datasource.password", SECRET),
                entry("server.port", "0"),
                entry("haicap.peers.client-secret", SECRET),
                entry("management.server.port", "0"));
    }
}
