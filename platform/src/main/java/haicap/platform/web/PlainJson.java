package haicap.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Bodies hold {@link PlainValues}; days, instants and choices are texts, never numbers or lists,
 * and a choice is its name, exactly.
 */
@Component
class PlainJson extends SimpleModule {

    private static final long serialVersionUID = 1;

    PlainJson() {
        super("plain-json");
        read(String.class, PlainValues::text);
        read(LocalDate.class, PlainValues::day);
        read(Instant.class, PlainValues::instant);
        setDeserializerModifier(new NamesOnly());
    }

    private <T> void read(Class<T> type, Function<String, T> parser) {
        addDeserializer(type, new OfText<>(type, parser));
    }

    /** Jackson takes an ordinal for a constant, and blanks around its name for nothing. */
    private static final class NamesOnly extends ValueDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public ValueDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription.Supplier described,
                ValueDeserializer<?> usual) {
            return named(type.getRawClass());
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static ValueDeserializer<?> named(Class<?> type) {
            return new OfText<>((Class) type, name -> Enum.valueOf((Class) type, name));
        }
    }

    private static final class OfText<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> parser;

        OfText(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return refused(context.handleUnexpectedToken(getValueType(context), json));
            }
            try {
                return parser.apply(json.getString());
            } catch (DateTimeException | IllegalArgumentException e) {
                // the value is not named: no free text may reach a log
                return refused(context.handleWeirdStringValue(handledType(), "", "not allowed"));
            }
        }

        @SuppressWarnings("unchecked")
        private T refused(Object nothing) {
            return (T) nothing;
        }
    }
}
