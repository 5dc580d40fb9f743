package haicap.platform.peers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** This service's access token: asked for when needed, kept until shortly before its end. */
final class ServiceToken {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TokenAnswer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}

    private record Kept(String value, long untilNanos) {}

    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final PeerSettings settings;
    private final RestClient client;
    private volatile @Nullable Kept kept;

    ServiceToken(PeerSettings settings, RestClient client) {
        this.settings = settings;
        this.client = client;
    }

    String value() {
        var token = kept;
        if (token == null || System.nanoTime() - token.untilNanos > 0) {
            token = ask();
            kept = token;
        }
        return token.value;
    }

    void forget() {
        kept = null;
    }

    private Kept ask() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        var answer =
                Objects.requireNonNull(
                        client.post()
                                .uri(settings.tokenUri())
                                .headers(headers ->
                                        headers.setBasicAuth(
                                                settings.clientId(), settings.clientSecret()))
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .body(form)
                                .retrieve()
                                .body(TokenAnswer.class));
        var serves = Duration.ofSeconds(answer.expiresIn()).minus(MARGIN);
        return new Kept(answer.accessToken(), System.nanoTime() + serves.toNanos());
    }
}
