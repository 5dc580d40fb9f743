package haicap.platform.testing;

import java.util.Locale;
import org.testcontainers.DockerClientFactory;

/**
 * What integration tests stand on: {@code -Dit.backend=embedded} (unless told), {@code
 * testcontainers}, or {@code auto}, which is containers where an engine answers. Who asks for
 * containers and has no engine fails.
 */
enum Backend {
    EMBEDDED,
    TESTCONTAINERS;

    private static final String SETTING = "it.backend";

    static Backend chosen() {
        var told = System.getProperty(SETTING, "embedded");
        return told.equals("auto")
                ? DockerClientFactory.instance().isDockerAvailable() ? TESTCONTAINERS : EMBEDDED
                : valueOf(told.toUpperCase(Locale.ROOT));
    }

    /** The image to take instead of the public one, by property. */
    static String image(String property, String usual) {
        return System.getProperty(property, usual);
    }
}
