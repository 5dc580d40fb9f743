package haicap.platform.schema;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes or changes the tables of the service on whose class path it runs, and says what the role
 * that serves may do in them; then ends. Run once for each release, before its services, as the
 * owner of the database.
 */
public final class MigrateSchema {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @EnableConfigurationProperties(SchemaSettings.class)
    @Import(SchemaConfiguration.class)
    static class Tables {}

    /** Whatever the services are told to do about their tables. */
    private static final MapPropertySource MIGRATE =
            new MapPropertySource("migrate", Map.of("haicap.schema.at-start", "migrate"));

    private MigrateSchema() {}

    /** Entry point of the process; the settings are the service's own. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(Tables.class)
                .web(WebApplicationType.NONE)
                .initializers(
                        context -> context.getEnvironment().getPropertySources().addFirst(MIGRATE))
                .run(arguments)
                .close();
    }
}
