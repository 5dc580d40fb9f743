package haicap.platform.instance;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;
import org.springframework.web.context.WebApplicationContext;

/**
 * Refuses to start without a name of one's own, with an empty secret, or with one that everybody
 * knows: before anything is connected to.
 */
final class RequiredSettings
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String INSTANCE = "haicap.instance";
    private static final String DATABASE = "spring.datasource.password";
    private static final String CLIENT = "haicap.peers.client-secret";
    private static final int SHORTEST = 8;
    private static final Set<String> KNOWN_TO_ALL =
            Set.of(
                    "password",
                    "postgres",
                    "changeme",
                    "change-me",
                    "changeit",
                    "secret",
                    "local-demo",
                    "12345678",
                    "password1",
                    "admin123");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (SpringProperties.getFlag(AbstractAotProcessor.AOT_PROCESSING)) {
            return; // the build starts nothing
        }
        var environment = context.getEnvironment();
        if (environment.getProperty("haicap.service") == null) {
            return; // none of the services
        }
        requireSecret(DATABASE, environment.getProperty(DATABASE, ""));
        if (context instanceof WebApplicationContext) { // not one that only makes tables
            requireName(environment.getProperty(INSTANCE, ""));
            requireSecret(CLIENT, environment.getProperty(CLIENT, ""));
        }
    }

    static void requireName(String name) {
        if (name.isBlank()) {
            throw new CannotStart(
                    "This process has no name: %s (HAICAP_INSTANCE) is empty.".formatted(INSTANCE),
                    "Give each process of a service a name of its own, in a cluster the pod's.");
        }
    }

    static void requireSecret(String setting, String value) {
        if (value.isBlank()) {
            throw new CannotStart(
                    "The secret %s is empty.".formatted(setting),
                    "Set it, as a file or as an environment variable (docs/operations/deploy.md).");
        }
        if (value.length() < SHORTEST || KNOWN_TO_ALL.contains(value.toLowerCase(Locale.ROOT))) {
            throw new CannotStart(
                    "The secret %s is one that anybody would guess.".formatted(setting),
                    "Draw one of at least %d characters.".formatted(SHORTEST));
        }
    }
}
