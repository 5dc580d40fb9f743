package haicap.platform.access;

import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.problems.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/**
 * Finds out who is calling. Posts come from the local copy of the organisation; when that is too
 * old, from org-structure itself; when neither answers, from the old copy, unverified.
 */
@Component
public class Callers {

    private static final String CALLER = Caller.class.getName();
    private static final Pattern POST_ID = Pattern.compile("[a-z0-9_-]{1,80}");

    private final Organisation organisation;
    private final DirectAuthority direct;
    private final Clock clock;
    private final TokenSettings tokens;

    Callers(Organisation organisation, DirectAuthority direct, Clock clock, TokenSettings tokens) {
        this.organisation = organisation;
        this.direct = direct;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** The caller of a request: whoever asks during it gets the same answer. */
    public Caller of(WebRequest request) {
        if (request.getAttribute(CALLER, RequestAttributes.SCOPE_REQUEST) instanceof Caller known) {
            return known;
        }
        var principal = Objects.requireNonNull(request.getUserPrincipal(), "no caller");
        var token = ((JwtAuthenticationToken) principal).getToken();
        var caller = of(token, request.getHeader("Acting-Post"));
        request.setAttribute(CALLER, caller, RequestAttributes.SCOPE_REQUEST);
        return caller;
    }

    private Caller of(Jwt token, @Nullable String actingPost) {
        if (actingPost != null && !POST_ID.matcher(actingPost).matches()) {
            throw Refusal.malformed("Acting-Post", "value-unreadable", Map.of());
        }
        var subject = Objects.requireNonNullElse(token.getSubject(), "unnamed");
        var expires = Objects.requireNonNullElse(token.getExpiresAt(), Instant.MAX);
        var serviceNumber = tokens.officer(token);
        if (serviceNumber == null) {
            var scopes = tokens.isSystem(token) ? tokens.scopes(token) : Set.<String>of();
            return new Caller(subject, null, scopes, List.of(), null, expires, true);
        }
        return officer(subject, serviceNumber, actingPost, expires, direct::postsHeldBy);
    }

    /**
     * The same caller as things are now, or were some seconds ago while the copy is too old. Open
     * streams ask again and again; it never waits.
     */
    public Caller again(Caller caller) {
        var serviceNumber = caller.serviceNumber();
        return serviceNumber == null
                ? caller
                : officer(
                        caller.subject(),
                        serviceNumber,
                        caller.actingPost(),
                        caller.tokenExpires(),
                        direct::postsHeardOf);
    }

    private Caller officer(
            String subject,
            String serviceNumber,
            @Nullable String actingPost,
            Instant expires,
            Function<String, @Nullable List<HeldPost>> source) {
        boolean stale = organisation.isStale();
        var asked = stale ? source.apply(serviceNumber) : null;
        var posts =
                asked != null ? asked : organisation.postsHeldBy(serviceNumber, clock.instant());
        return new Caller(
                subject,
                serviceNumber,
                Set.of(),
                posts,
                actingPost,
                expires,
                !stale || asked != null);
    }
}
