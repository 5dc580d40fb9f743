package haicap.inspection;

import static org.awaitility.Awaitility.await;

import haicap.platform.orgcopy.Organisation;
import haicap.platform.testing.SeededRegisters;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service on a real database and broker, spoken to over HTTP, in a city of two wards, a ward
 * that was merged into the first, three departments and the command. Service numbers are the ids of
 * the posts held.
 */
public final class RunningInspection implements AutoCloseable {

    public static final String WARD = "00004-20250701";
    public static final String OTHER_WARD = "00008-20250701";
    public static final String MERGED_WARD = "00001-20250101";
    public static final String DEPARTMENT = "pc06-20250101";
    public static final String OTHER_DEPARTMENT = "pc01-20250101";
    public static final String STAFF_OFFICE = "pv01-20250101";

    /** Heads a department and has a lesser post in the staff office. */
    public static final String HEADS_ONE_SERVES_IN_ANOTHER = "heads-one-serves-in-another";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static RunningInspection shared;

    private final String databaseUrl = TestPostgres.database();
    private final JdbcClient sql = JdbcClient.create(TestPostgres.dataSource(databaseUrl));
    private final ConfigurableApplicationContext context;

    private RunningInspection() {
        var properties = new LinkedHashMap<>(TestService.properties(databaseUrl, "inspection"));
        properties.remove("haicap.service");
        properties.remove("haicap.database");
        properties.put("haicap.orgcopy.feed", "false");
        context =
                new SpringApplication(InspectionServiceApplication.class, TestTokens.class)
                        .run(
                                properties.entrySet().stream()
                                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                                        .toArray(String[]::new));
        foundTheCity();
        var organisation = context.getBean(Organisation.class);
        await().until(() -> organisation.unit(WARD).isPresent() && !organisation.isStale());
    }

    /** One for all tests; each keeps to obstacles of its own. */
    public static synchronized RunningInspection shared() {
        if (shared == null) {
            shared = new RunningInspection();
        }
        return shared;
    }

    private void foundTheCity() {
        unit("hanoi", "CITY", "2025-01-01", null);
        unit(DEPARTMENT, "DEPARTMENT", "2025-01-01", null);
        unit(OTHER_DEPARTMENT, "DEPARTMENT", "2025-01-01", null);
        unit(STAFF_OFFICE, "DEPARTMENT", "2025-01-01", null);
        unit(MERGED_WARD, "COMMUNE", "2025-01-01", "2025-07-01");
        unit(WARD, "COMMUNE", "2025-07-01", null);
        unit(OTHER_WARD, "COMMUNE", "2025-07-01", null);
        sql.sql(
                        """
                        INSERT INTO org_succession
                            (id, from_unit_id, to_unit_id, object_class, is_default, effective_on,
                             version)
                        VALUES ('s', :from, :to, 'ANY', true, '2025-07-01', 1)
                        """)
                .param("from", MERGED_WARD)
                .param("to", WARD)
                .update();
        found("director", "hanoi", "CITY_DIRECTOR");
        for (int number = 1; number <= 7; number++) {
            found("deputy-director-" + number, "hanoi", "DEPUTY_DIRECTOR");
        }
        found("pv01-head", STAFF_OFFICE, "DEPARTMENT_HEAD");
        found("pc06-head", DEPARTMENT, "DEPARTMENT_HEAD");
        found("pc01-head", OTHER_DEPARTMENT, "DEPARTMENT_HEAD");
        found("chief-00004", WARD, "COMMUNE_CHIEF");
        found("duty-00004", WARD, "DUTY_OFFICER");
        found("chief-00008", OTHER_WARD, "COMMUNE_CHIEF");
        found("pc06-second-head", HEADS_ONE_SERVES_IN_ANOTHER, DEPARTMENT, "DEPARTMENT_HEAD");
        found("pv01-duty", HEADS_ONE_SERVES_IN_ANOTHER, STAFF_OFFICE, "DUTY_OFFICER");
        served("deputy-director-6", MERGED_WARD, "2024-05-01", "2025-07-01");
        served("deputy-director-7", OTHER_WARD, "2025-07-01", "2025-12-01");
        served("deputy-director-5", OTHER_WARD, "2020-01-01", "2021-01-01");
        SeededRegisters.enter(sql);
        sql.sql(
                        """
                        UPDATE org_copy
                        SET generation = generation + 1, heartbeat_at = now() + interval '1 day'
                        """)
                .update();
    }

    private void unit(String id, String tier, String from, String to) {
        sql.sql(
                        """
                        INSERT INTO org_unit
                            (id, code, name, type, tier, parent_id, valid_from, valid_to, version)
                        VALUES (:id, :id, :id, 'X', :tier, NULL, :from::date, :to::date, 1)
                        """)
                .param("id", id)
                .param("tier", tier)
                .param("from", from)
                .param("to", to, java.sql.Types.VARCHAR)
                .update();
    }

    private void found(String id, String unit, String title) {
        found(id, id, unit, title);
    }

    private void found(String id, String officer, String unit, String title) {
        sql.sql(
                        """
                        WITH post AS (
                            INSERT INTO org_post
                                (id, unit_id, title, field, reports_to, valid_from, version)
                            VALUES (:id, :unit, :title, NULL, NULL, '2025-01-01', 1))
                        INSERT INTO org_appointment
                            (id, post_id, officer_id, service_number, valid_from, acting, version)
                        VALUES (:id, :id, :officer, :officer, '2025-01-01', false, 1)
                        """)
                .param("id", id)
                .param("officer", officer)
                .param("unit", unit)
                .param("title", title)
                .update();
    }

    /** An officer's former post. */
    private void served(String officer, String unit, String from, String to) {
        sql.sql(
                        """
                        WITH post AS (
                            INSERT INTO org_post
                                (id, unit_id, title, field, reports_to, valid_from, valid_to, version)
                            VALUES (:id, :unit, 'COMMUNE_CHIEF', NULL, NULL, :from::date, :to::date,
                                    1))
                        INSERT INTO org_appointment
                            (id, post_id, officer_id, service_number, valid_from, valid_to, acting,
                             version)
                        VALUES (:id, :id, :officer, :officer, :from::timestamptz, :to::timestamptz,
                                false, 1)
                        """)
                .param("id", "former-of-" + officer)
                .param("unit", unit)
                .param("officer", officer)
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** What came back. */
    public record Reply(int status, java.net.http.HttpHeaders headers, JsonNode body) {

        public String header(String name) {
            return headers.firstValue(name).orElseThrow();
        }

        public String text(String field) {
            return body.path(field).asString();
        }
    }

    public Reply raise(String officer, String json) {
        return raise(officer, json, UUID.randomUUID().toString());
    }

    public Reply raise(String officer, String json, String key) {
        return send(
                as(officer, "/api/v1/obstacles")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(json)));
    }

    /** An action on an existing thing, by somebody who saw it in the given version. */
    public Reply act(String officer, String path, String etag, String json) {
        return send(write(officer, path, json).header("If-Match", etag));
    }

    public Reply post(String officer, String path, String json) {
        return send(write(officer, path, json));
    }

    private HttpRequest.Builder write(String officer, String path, String json) {
        return as(officer, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json));
    }

    public Reply get(String officer, String path) {
        return send(as(officer, path));
    }

    public HttpRequest.Builder as(String officer, String path) {
        return with(TestTokens.officer(officer), path);
    }

    public HttpRequest.Builder with(String token, String path) {
        var port = context.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + token);
    }

    public Reply send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            var text = response.body();
            return new Reply(
                    response.statusCode(),
                    response.headers(),
                    JsonMapper.shared().readTree(text.isEmpty() ? "{}" : text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public JdbcClient sql() {
        return sql;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
    }
}
