package haicap.gateway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** One answer under {@code /docs}, ready to be sent. */
record DocsFile(MediaType type, byte[] bytes) {

    /** Nothing from elsewhere, no inline script; Swagger UI draws its signs as data. */
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final Duration KEPT = Duration.ofMinutes(5);

    static DocsFile page(String html) {
        return new DocsFile(
                MediaType.valueOf("text/html;charset=UTF-8"),
                html.getBytes(StandardCharsets.UTF_8));
    }

    static DocsFile read(String path) {
        return new DocsFile(typeOf(path), bytes(path));
    }

    static byte[] bytes(String path) {
        try {
            return new ClassPathResource(path).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MediaType typeOf(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "html" -> MediaType.valueOf("text/html;charset=UTF-8");
            case "js" -> MediaType.valueOf("text/javascript;charset=UTF-8");
            case "css" -> MediaType.valueOf("text/css;charset=UTF-8");
            case "json" -> MediaType.APPLICATION_JSON;
            case "yaml" -> MediaType.valueOf("application/yaml;charset=UTF-8");
            default -> throw new IllegalArgumentException(path + " is nothing to show");
        };
    }

    Mono<ServerResponse> answer() {
        return ServerResponse.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(KEPT))
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .bodyValue(bytes);
    }
}
