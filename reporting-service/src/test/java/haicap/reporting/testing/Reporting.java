package haicap.reporting.testing;

import haicap.platform.testing.TestKafka;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.testing.TestTokens;
import haicap.reporting.ReportingServiceApplication;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The service as it runs, on a real database and a real broker. */
public final class Reporting implements AutoCloseable {

    private static final AtomicInteger EPOCHS = new AtomicInteger(10);

    private static final class Shared {

        private static final Reporting SERVICE = start(TestPostgres.database(), "reporting");
    }

    private static final SourceStub CASES = new SourceStub(Events.CASES);
    private static final SourceStub INSPECTIONS = new SourceStub(Events.INSPECTIONS);
    private static final SourceStub ORGANISATION = new SourceStub(Events.ORG_RECORDS);
    private static boolean topicsAreThere;

    private final ConfigurableApplicationContext context;
    private final String database;

    private Reporting(ConfigurableApplicationContext context, String database) {
        this.context = context;
        this.database = database;
    }

    /** One for all tests of a JVM. */
    public static Reporting shared() {
        return Shared.SERVICE;
    }

    /** One more, on a database of its own or another's. */
    public static synchronized Reporting start(String database, String instance, String... more) {
        if (!topicsAreThere) {
            TestKafka.createTopic("haicap.org.v1", 1);
            TestKafka.createTopic(Events.CASES, 3);
            TestKafka.createTopic(Events.INSPECTIONS, 3);
            TestKafka.createTopic(Events.ORG_RECORDS, 3);
            topicsAreThere = true;
        }
        var properties = new LinkedHashMap<>(TestService.properties(database, instance));
        properties.putAll(
                Map.of(
                        "haicap.service",
                        "reporting",
                        "haicap.peers.token-uri",
                        CASES.url() + "/oauth2/token",
                        "haicap.peers.urls.case",
                        CASES.url(),
                        "haicap.peers.urls.inspection",
                        INSPECTIONS.url(),
                        "haicap.peers.urls.org-structure",
                        ORGANISATION.url()));
        for (var each : more) {
            var parts = each.split("=", 2);
            properties.put(parts[0], parts[1]);
        }
        var context =
                new SpringApplication(
                                ReportingServiceApplication.class,
                                TestTokens.class,
                                SettableClock.Setting.class,
                                City.Settled.class)
                        .run(
                                properties.entrySet().stream()
                                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                                        .toArray(String[]::new));
        return new Reporting(context, database);
    }

    /** One on a fresh database, which hears the same topics and shares nothing with the others. */
    public static Reporting alone(String name, String... more) {
        return start(TestPostgres.database(), name, own(name, more));
    }

    private static String[] own(String name, String... more) {
        return Stream.concat(
                        Stream.of(
                                "haicap.service=" + name,
                                "spring.flyway.placeholders.epoch=" + EPOCHS.incrementAndGet(),
                                "spring.flyway.locations=classpath:db/platform,classpath:db/orgcopy,"
                                        + "classpath:db/migration,classpath:db/epoch"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** A second replica of one that is alone. */
    public Reporting beside(String instance) {
        var service = context.getEnvironment().getRequiredProperty("haicap.service");
        return start(database, instance, own(service));
    }

    /** Another replica on the same database. */
    public Reporting replica(String instance) {
        return start(database, instance);
    }

    /** The case service that it asks. */
    public SourceStub cases() {
        return CASES;
    }

    /** The inspection service that it asks. */
    public SourceStub inspections() {
        return INSPECTIONS;
    }

    /** The organisation's service that it asks. */
    public SourceStub organisation() {
        return ORGANISATION;
    }

    /** Address of its database. */
    public String databaseUrl() {
        return context.getEnvironment().getRequiredProperty("spring.datasource.url");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    public SettableClock clock() {
        return bean(SettableClock.class);
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:"
                + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }
}
