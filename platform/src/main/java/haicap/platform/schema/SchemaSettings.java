package haicap.platform.schema;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who makes the tables. Which roles may do what in them is said to the migrations themselves, as
 * Flyway's placeholders.
 *
 * @param atStart what a service does about its tables when it starts
 */
@ConfigurationProperties("haicap.schema")
record SchemaSettings(AtStart atStart) {

    enum AtStart {
        MIGRATE,
        CHECK
    }
}
