package haicap.platform.testing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@code contracts/openapi/<part>.json} equal to what a running service offers. */
public final class ServiceDocument {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ServiceDocument() {}

    /** Fails when the file differs; with {@code -Dopenapi.write=true} it is written anew. */
    public static void keep(String part, OpenApiWebMvcResource service) {
        var file = Path.of("..", "contracts", "openapi", part + ".json");
        var said = said(service);
        try {
            if (Boolean.getBoolean("openapi.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, said);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as(
                            "%s is what the controllers say; after a change that is meant: mvn test"
                                    + " -Dtest=OpenApiTest -Dopenapi.write=true",
                            file)
                    .isEqualTo(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(OpenApiWebMvcResource service) {
        try {
            var bytes =
                    service.openapiJson(
                            new MockHttpServletRequest("GET", "/v3/api-docs"),
                            "/v3/api-docs",
                            Locale.ROOT);
            return JSON.writeValueAsString(JSON.readTree(bytes)) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
