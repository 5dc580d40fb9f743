package haicap.platform.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of events: instants and dates in ISO 8601, unknown fields ignored because changes within
 * a version are additive. What no table can hold is refused when it is read.
 */
public final class EventJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .annotationIntrospector(new PassOverUnknown())
                    .addModule(Storable.module())
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
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

    static JsonParser parser(byte[] json, int offset, int length) {
        return MAPPER.createParser(json, offset, length);
    }

    /** What stands in a stretch of JSON in UTF-8. */
    static <T> T read(byte[] json, int offset, int length, Class<T> type) {
        return reader(type).readValue(json, offset, length);
    }

    /** Any record as JSON. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Any record as a tree. */
    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
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
