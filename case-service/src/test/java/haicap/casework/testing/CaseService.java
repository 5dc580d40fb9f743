package haicap.casework.testing;

import haicap.casework.CaseServiceApplication;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.testing.TestKafka;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.testing.TestTokens;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service as it runs, on a real database and broker, one for all tests of a JVM. */
public final class CaseService {

    private static final ConfigurableApplicationContext CONTEXT = start();

    private CaseService() {}

    private static ConfigurableApplicationContext start() {
        TestKafka.createTopic("haicap.org.v1", 1);
        var properties =
                new LinkedHashMap<>(TestService.properties(TestPostgres.database(), "case"));
        properties.put("haicap.service", "case");
        var context =
                new SpringApplication(
                                CaseServiceApplication.class,
                                TestTokens.class,
                                SettableClock.Setting.class)
                        .run(
                                properties.entrySet().stream()
                                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                                        .toArray(String[]::new));
        Hanoi.settle(context.getBean(JdbcClient.class));
        awaitCopy(context.getBean(Organisation.class));
        return context;
    }

    private static void awaitCopy(Organisation organisation) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (organisation.isStale()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the copy of the organisation did not come");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Its address. */
    public static String url() {
        return "http://127.0.0.1:"
                + CONTEXT.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** A part of it. */
    public static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    /** A part of it that has its name from the method that makes it. */
    public static <T> T bean(String name, Class<T> type) {
        return CONTEXT.getBean(name, type);
    }

    /** Its tables. */
    public static JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** Its domain time. */
    public static SettableClock clock() {
        return bean(SettableClock.class);
    }
}
