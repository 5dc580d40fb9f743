package haicap.platform.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of events: instants and dates in ISO 8601, unknown fields ignored because changes within
 * a version are additive.
 */
public final class EventJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .annotationIntrospector(new PassOverUnknown())
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** A reader that knows its type looks up once how such a thing is read. */
    private static final ConcurrentMap<Class<?>, ObjectReader> READERS = new ConcurrentHashMap<>();

    private EventJson() {}

    /**
     * Fields that a type has no component for are passed over; with the feature that only tolerates
     * them a record's reader first copies each.
     */
    private static final class PassOverUnknown extends JacksonAnnotationIntrospector {

        @Override
        public JsonIgnoreProperties.Value findPropertyIgnoralByName(
                MapperConfig<?> config, Annotated type) {
            return JsonIgnoreProperties.Value.forIgnoreUnknown(true);
        }
    }

    /** The body of an event. */
    public static String body(@Nullable Object happened, Object state) {
        return MAPPER.writeValueAsString(new Body(happened, state));
    }

    /**
     * Reads the body of an event in one pass.
     *
     * @throws IllegalArgumentException when it is no JSON, or has no such state
     */
    static <T> EventBody<T> readBody(byte[] json, Class<T> type) {
        try (var parser = MAPPER.createParser(json)) {
            return readBody(parser, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("body: " + e.getOriginalMessage(), e);
        }
    }

    private static <T> EventBody<T> readBody(JsonParser parser, Class<T> type) {
        var isAnnouncedAnew = true;
        @Nullable T state = null;
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                var value = parser.nextToken();
                if (name.equals("state") && value == JsonToken.START_OBJECT) {
                    state = reader(type).readValue(parser);
                } else {
                    parser.skipChildren();
                }
                if (name.equals("happened")) {
                    isAnnouncedAnew = value == JsonToken.VALUE_NULL;
                }
            }
        }
        if (state == null) {
            throw new IllegalArgumentException("no state in the body");
        }
        if (parser.nextToken() != null) {
            throw new IllegalArgumentException("more than one body");
        }
        return new EventBody<>(isAnnouncedAnew, state);
    }

    /** Any record as JSON. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Any record from JSON. */
    public static <T> T read(String json, Class<T> type) {
        return reader(type).readValue(json);
    }

    private static ObjectReader reader(Class<?> type) {
        return READERS.computeIfAbsent(type, MAPPER::readerFor);
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Body(@Nullable Object happened, Object state) {}
}
