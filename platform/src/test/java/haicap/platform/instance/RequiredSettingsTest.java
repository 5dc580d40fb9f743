package haicap.platform.instance;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.context.support.GenericWebApplicationContext;

class RequiredSettingsTest {

    private static final Map<String, Object> FIT =
            Map.of(
                    "haicap.service", "case",
                    "haicap.instance", "case-7d9f-x2x4p",
                    "spring.datasource.password", "Jq3-vN0x8Zr1",
                    "haicap.peers.client-secret", "pL9_wD2m5Kt7");

    @Test
    void aServiceWithANameAndSecretsOfItsOwnStarts() {
        assertThatCode(() -> initialize(FIT)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void oneWithoutANameDoesNot(String name) {
        refused("haicap.instance", name, "has no name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.datasource.password", "haicap.peers.client-secret"})
    void oneWithAnEmptySecretDoesNot(String secret) {
        refused(secret, "", secret + " is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "changeme", "Password", "local-demo", "short"})
    void oneWithASecretThatAnybodyWouldGuessDoesNot(String value) {
        refused("spring.datasource.password", value, "anybody would guess");
        refused("haicap.peers.client-secret", value, "anybody would guess");
    }

    private static void refused(String setting, String value, String because) {
        var settings = new HashMap<>(FIT);
        settings.put(setting, value);
        assertThatThrownBy(() -> initialize(settings))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(because);
    }

    private static void initialize(Map<String, Object> settings) {
        var context = new GenericWebApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("settings", settings));
        new RequiredSettings().initialize(context);
    }
}
