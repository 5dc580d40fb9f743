package haicap.gateway.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * One answer that is the same for everybody, ready to be sent. Nothing from elsewhere runs in it,
 * nobody frames it, and scripts of ours run only where it says so.
 */
public record PublicFile(MediaType type, Shared content, String policy, CacheControl kept) {

    private static final String STILL =
            "default-src 'none'; style-src 'self'; img-src data:; form-action 'none';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    /** No inline script; Swagger UI draws its signs as data. */
    private static final String SCRIPTED =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofMinutes(5));

    /** A page that was just written. */
    public static PublicFile page(String html) {
        return new PublicFile(
                typeOf(".html"), new Shared(html.getBytes(StandardCharsets.UTF_8)), STILL, KEPT);
    }

    /** A file of our own jars. */
    public static PublicFile read(String path) {
        return new PublicFile(typeOf(path), new Shared(bytes(path)), STILL, KEPT);
    }

    /** The same, in which our own scripts run. */
    public PublicFile withScripts() {
        return new PublicFile(type, content, SCRIPTED, kept);
    }

    /** The same, which is true for a moment only: nobody keeps it. */
    public PublicFile ofNow() {
        return new PublicFile(type, content, policy, CacheControl.noStore());
    }

    /** What a file of our own jars holds. */
    public static byte[] bytes(String path) {
        try {
            return new ClassPathResource(path).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file is, by its name. */
    public static MediaType typeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> MediaType.valueOf("text/html;charset=UTF-8");
            case "js" -> MediaType.valueOf("text/javascript;charset=UTF-8");
            case "css" -> MediaType.valueOf("text/css;charset=UTF-8");
            case "svg" -> MediaType.valueOf("image/svg+xml");
            case "json" -> MediaType.APPLICATION_JSON;
            case "webmanifest" -> MediaType.valueOf("application/manifest+json");
            case "yaml" -> MediaType.valueOf("application/yaml;charset=UTF-8");
            default -> throw new IllegalArgumentException(name + " is nothing to show");
        };
    }

    /** The answer. */
    public Mono<ServerResponse> answer() {
        return content.in(
                ServerResponse.ok()
                        .contentType(type)
                        .cacheControl(kept)
                        .header("Content-Security-Policy", policy)
                        .header("Referrer-Policy", "no-referrer")
                        .header("X-Content-Type-Options", "nosniff"));
    }
}
