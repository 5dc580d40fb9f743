package haicap.local.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may ask for a token: an officer, known by a service number, or a system with scopes. */
record Client(String id, String secret, @Nullable String officer, Set<String> scopes) {}
