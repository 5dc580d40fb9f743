package haicap.gateway;

import java.util.Locale;

/** How an address is asked; those that need more than the usual come first, and win. */
enum Manner {
    /** Server-sent events: a time limit for the first byte only, and no breaker. */
    STREAMS,
    /** Files, passed on while they come in. */
    IMPORTS,
    /** Questions that a part has to work on for some seconds. */
    SLOW,
    /** Questions and orders that are answered at once. */
    REQUESTS,
    /** The doors where people and programs that have no token yet ask for one. */
    SIGN_IN,
    /** What everybody may read without a token. */
    OPEN;

    /** The route to a part by which it is asked so. */
    String routeTo(String part) {
        return this == REQUESTS
                ? part
                : part + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
