package haicap.platform.events;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The body of an event, looked through once: whether it is JSON, whether something happened, and
 * where the state stands, which is read when it is known as what.
 *
 * @param from index of the state's first byte
 * @param until index after its last
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EventBody(byte[] json, boolean tellsWhatHappened, int from, int until) {

    /**
     * Looks through it.
     *
     * @throws IllegalArgumentException when it is no JSON object with a state
     */
    static EventBody of(byte @Nullable [] json) {
        if (json == null) {
            throw new IllegalArgumentException("no body");
        }
        try (var parser = EventJson.parser(json, 0, json.length)) {
            return of(json, parser);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static EventBody of(byte[] json, JsonParser parser) {
        var tellsWhatHappened = false;
        int from = 0;
        int until = 0;
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                var value = parser.nextToken();
                if (name.equals("happened")) {
                    tellsWhatHappened = value != JsonToken.VALUE_NULL;
                }
                int begin = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                if (name.equals("state") && value == JsonToken.START_OBJECT) {
                    from = begin;
                    until = (int) parser.currentLocation().getByteOffset();
                }
            }
        }
        if (until <= 0) { // less than nothing: not in UTF-8
            throw new IllegalArgumentException("no state in the body");
        }
        if (parser.nextToken() != null) {
            throw new IllegalArgumentException("more than one body");
        }
        return new EventBody(json, tellsWhatHappened, from, until);
    }

    /** One text of the state, without the rest; null when there is none of that name. */
    @Nullable String stateText(String wanted) {
        try (var parser = EventJson.parser(json, from, until - from)) {
            parser.nextToken();
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                var value = parser.nextToken();
                if (name.equals(wanted)) {
                    return value == JsonToken.VALUE_STRING
                            ? Storable.text(parser.getString())
                            : null;
                }
                parser.skipChildren();
            }
            return null;
        }
    }

    <T> T state(Class<T> type) {
        try {
            return EventJson.read(json, from, until - from, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("state: " + e.getOriginalMessage(), e);
        }
    }
}
