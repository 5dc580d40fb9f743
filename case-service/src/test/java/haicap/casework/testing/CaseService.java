package haicap.casework.testing;

import static org.awaitility.Awaitility.await;

import haicap.casework.CaseServiceApplication;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.testing.TestKafka;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
        properties.put("haicap.peers.urls.org-structure", hung());
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

    /** An org-structure that takes connections and never says a word. */
    @SuppressWarnings("resource") // it stays for all tests
    private static String hung() {
        try {
            var socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
            return "http://127.0.0.1:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something while the copy of the organisation is too old and org-structure hangs. */
    public static void whileNobodyTellsWhoHoldsWhat(Runnable something) {
        var organisation = bean(Organisation.class);
        jdbc().sql("UPDATE org_copy SET heartbeat_at = now() - interval '1 hour'").update();
        try {
            await().until(organisation::isStale);
            something.run();
        } finally {
            jdbc().sql("UPDATE org_copy SET heartbeat_at = now() + interval '1 day'").update();
            awaitCopy(organisation);
        }
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
