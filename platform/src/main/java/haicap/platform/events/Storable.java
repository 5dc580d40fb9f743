package haicap.platform.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Predicate;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * What every table can hold. An event that says anything else is refused when it is read, alone,
 * and not when a batch, a copy or a sum fails because of it.
 */
final class Storable {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Storable() {}

    /** No NUL, and no half of a character. */
    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(++i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * The text.
     *
     * @throws IllegalArgumentException when no table can hold it
     */
    static String text(String text) {
        if (!isText(text)) {
            throw new IllegalArgumentException("state: a text that no table can hold");
        }
        return text;
    }

    /** In years of four digits. */
    static boolean isInstant(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
    }

    private static boolean isDay(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** Readers of such values that refuse what cannot be stored. */
    static SimpleModule module() {
        return new SimpleModule("storable")
                .addDeserializer(
                        String.class,
                        checked(String.class, new StringDeserializer(), Storable::isText))
                .addDeserializer(
                        Instant.class,
                        checked(Instant.class, InstantDeserializer.INSTANT, Storable::isInstant))
                .addDeserializer(
                        LocalDate.class,
                        checked(LocalDate.class, LocalDateDeserializer.INSTANCE, Storable::isDay));
    }

    @SuppressWarnings("unchecked") // whoever delegates reads whatever the other reads
    private static <T> ValueDeserializer<T> checked(
            Class<T> type, ValueDeserializer<T> plain, Predicate<T> isStorable) {
        return (ValueDeserializer<T>) (ValueDeserializer<?>) new Checked<>(type, plain, isStorable);
    }

    private static final class Checked<T> extends DelegatingDeserializer {

        private final Class<T> type;
        private final Predicate<T> isStorable;

        Checked(Class<T> type, ValueDeserializer<?> plain, Predicate<T> isStorable) {
            super(plain);
            this.type = type;
            this.isStorable = isStorable;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> plain) {
            return new Checked<>(type, plain, isStorable);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            var value = super.deserialize(parser, context);
            if (value != null && !isStorable.test(type.cast(value))) {
                return context.reportInputMismatch(
                        this, "no table can hold this %s", type.getSimpleName());
            }
            return value;
        }
    }
}
