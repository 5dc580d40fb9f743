package haicap.platform.schema;

import haicap.platform.instance.CannotStart;
import java.util.Arrays;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a service does about its tables at its start: one machine migrates them, a service of a
 * cluster only looks whether its release's migrations have been made. What a later release has made
 * besides is no reason to refuse: while a rollout is under way both serve.
 */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

    @Bean
    FlywayMigrationStrategy atStart(SchemaSettings settings) {
        return flyway -> {
            switch (settings.atStart()) {
                case MIGRATE -> flyway.migrate();
                case CHECK -> requireNone(flyway.info().pending());
            }
        };
    }

    private static void requireNone(MigrationInfo[] pending) {
        if (pending.length > 0) {
            throw new CannotStart(
                    "The database lacks migrations of this release: %s"
                            .formatted(
                                    Arrays.stream(pending).map(MigrationInfo::getScript).toList()),
                    "Run the release's migrations first: MigrateSchema, from the same image.");
        }
    }
}
