package haicap.local.identity;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Sign-ins between their code and their token, the newest only. Tokens need no memory, as they say
 * everything themselves; the framework's store would keep every one ever issued. A used code stays
 * until others push it out, so that it is known as used. Safe for all threads.
 */
final class PendingSignIns implements OAuth2AuthorizationService {

    private static final int MOST = 1_000;

    private final Map<String, OAuth2Authorization> byId =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<String, OAuth2Authorization> eldest) {
                            return size() > MOST || isOver(eldest.getValue());
                        }
                    });

    @Override
    public void save(OAuth2Authorization authorization) {
        if (authorization.getToken(OAuth2AuthorizationCode.class) != null) {
            byId.put(authorization.getId(), authorization);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.remove(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return byId.get(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return first(known -> token.equals(codeOf(known)));
    }

    private @Nullable OAuth2Authorization first(Predicate<OAuth2Authorization> wanted) {
        synchronized (byId) {
            return byId.values().stream().filter(wanted).findFirst().orElse(null);
        }
    }

    private static @Nullable String codeOf(OAuth2Authorization authorization) {
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        return code == null ? null : code.getToken().getTokenValue();
    }

    private static boolean isOver(OAuth2Authorization authorization) {
        var code = Objects.requireNonNull(authorization.getToken(OAuth2AuthorizationCode.class));
        var end = code.getToken().getExpiresAt();
        return end != null && end.isBefore(Instant.now());
    }
}
