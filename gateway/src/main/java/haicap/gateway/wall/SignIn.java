package haicap.gateway.wall;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people sign in, as the page is told.
 *
 * @param authorize the authorization endpoint
 * @param token the token endpoint
 * @param signOut ends the session there
 * @param clientId the wall's name there; it has no secret
 * @param scope what the page asks for
 */
@ConfigurationProperties("haicap.wall")
record SignIn(String authorize, String token, String signOut, String clientId, String scope) {

    /** The origins, besides our own, with which the page must speak. */
    String origins() {
        return origin(authorize) + origin(token);
    }

    private static String origin(String address) {
        var uri = URI.create(address);
        return uri.isAbsolute() ? " " + uri.getScheme() + "://" + uri.getAuthority() : "";
    }
}
