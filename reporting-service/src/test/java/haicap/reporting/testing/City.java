package haicap.reporting.testing;

import haicap.platform.testing.SeededRegisters;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Two wards of today, the one before with an heir, a department and the command. Each post is held
 * by an officer whose service number is {@code sn-} and the post.
 */
public final class City {

    public static final String BA_DINH = "00004-20250701";
    public static final String TRUC_BACH = "00004-20250101";
    public static final String HOAN_KIEM = "00070-20250701";
    public static final String PC01 = "pc01-20250101";
    public static final String HANOI = "hanoi";
    public static final String CHIEF = "chief-" + BA_DINH;
    public static final String OTHER_CHIEF = "chief-" + HOAN_KIEM;
    public static final String DIRECTOR = "director";
    public static final String PC01_HEAD = "pc01-head";

    /** Is known before anything is heard: what names an unknown unit would be parked. */
    @Configuration(proxyBeanMethods = false)
    static class Settled {

        @Bean
        FlywayConfigurationCustomizer theCity() {
            return flyway -> flyway.javaMigrations(new V901__the_city());
        }
    }

    private static final class V901__the_city extends BaseJavaMigration {

        @Override
        public void migrate(Context context) {
            settle(new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true)));
        }
    }

    private City() {}

    /** The service number of the officer who holds the post. */
    public static String holderOf(String post) {
        return "sn-" + post;
    }

    private static void settle(JdbcTemplate jdbc) {
        unit(jdbc, HANOI, "hanoi", "CITY", "2025-01-01", null);
        unit(jdbc, PC01, "pc01", "DEPARTMENT", "2025-01-01", null);
        unit(jdbc, TRUC_BACH, "00004", "COMMUNE", "2025-01-01", "2025-07-01");
        unit(jdbc, BA_DINH, "00004", "COMMUNE", "2025-07-01", null);
        unit(jdbc, HOAN_KIEM, "00070", "COMMUNE", "2025-07-01", null);
        jdbc.update(
                """
                INSERT INTO org_succession
                    (id, from_unit_id, to_unit_id, object_class, is_default, effective_on, version)
                VALUES ('one', ?, ?, 'ANY', true, '2025-07-01', 1)
                """,
                TRUC_BACH,
                BA_DINH);
        post(jdbc, DIRECTOR, HANOI, "CITY_DIRECTOR");
        post(jdbc, PC01_HEAD, PC01, "DEPARTMENT_HEAD");
        post(jdbc, CHIEF, BA_DINH, "COMMUNE_CHIEF");
        post(jdbc, OTHER_CHIEF, HOAN_KIEM, "COMMUNE_CHIEF");
        List.of(DIRECTOR, PC01_HEAD, CHIEF, OTHER_CHIEF).forEach(post -> appoint(jdbc, post));
        SeededRegisters.enter(JdbcClient.create(jdbc));
        jdbc.update(
                """
                UPDATE org_copy
                SET generation = generation + 1, heartbeat_at = now() + interval '1 day'
                """);
    }

    /** A unit becomes known. */
    public static void unit(
            JdbcTemplate jdbc,
            String id,
            String code,
            String tier,
            String from,
            @Nullable String to) {
        jdbc.update(
                """
                INSERT INTO org_unit (id, code, name, type, tier, valid_from, valid_to, version)
                VALUES (?, ?, ?, 'unit', ?, ?::date, ?::date, 1)
                """,
                id,
                code,
                id,
                tier,
                from,
                to);
        jdbc.update("UPDATE org_copy SET generation = generation + 1");
    }

    private static void post(JdbcTemplate jdbc, String id, String unit, String title) {
        jdbc.update(
                """
                INSERT INTO org_post (id, unit_id, title, valid_from, version)
                VALUES (?, ?, ?, '2025-01-01', 1)
                """,
                id,
                unit,
                title);
    }

    private static void appoint(JdbcTemplate jdbc, String post) {
        jdbc.update(
                """
                INSERT INTO org_appointment
                    (id, post_id, officer_id, service_number, valid_from, acting, version)
                VALUES (?, ?, ?, ?, '2025-01-01', false, 1)
                """,
                "a-" + post,
                post,
                "o-" + post,
                holderOf(post));
    }
}
