package haicap.platform.testing.openapi;

import com.fasterxml.jackson.annotation.JsonRawValue;
import haicap.platform.privacy.Label;
import haicap.platform.privacy.TellsOf;
import haicap.platform.texts.Text;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes schemas say what records say: what may be absent, what a text may hold, and why. */
@SuppressWarnings({"rawtypes", "unchecked"})
final class Schemas {

    private final SchemaNames names;

    Schemas(SchemaNames names) {
        this.names = names;
    }

    void refine(Map<String, Schema> schemas) {
        schemas.forEach((name, schema) ->
                names.typeOf(name).filter(Class::isRecord).ifPresent(type -> refine(schema, type)));
    }

    private static void refine(Schema schema, Class<?> type) {
        var words = Sources.about(type);
        if (!words.all().isEmpty()) {
            schema.setDescription(words.all());
        }
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        // springdoc knows nothing else of them that is worth keeping
        properties.keySet().retainAll(componentNames(type));
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            if (!isNullable(component)) {
                required.add(component.getName());
            }
            var refined = refined(property, component);
            var text = words.components().get(component.getName());
            if (text != null) {
                refined.setDescription(text);
            }
            properties.put(component.getName(), refined);
        }
        if (type.isAnnotationPresent(TellsOf.class)) {
            properties.put(Label.FIELD, label());
            required.add(Label.FIELD);
        }
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static Schema label() {
        var label = Conventions.text();
        label.setDescription("how it may be handled");
        label.setEnum(Arrays.stream(Label.values()).map(Label::name).toList());
        return label;
    }

    private static Schema refined(Schema property, RecordComponent component) {
        if (component.isAnnotationPresent(JsonRawValue.class)
                || component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
            var object = new JsonSchema();
            object.setTypes(Set.of("object"));
            object.setAdditionalProperties(true);
            return object;
        }
        anchor(property);
        var text = component.getAccessor().getAnnotation(Text.class);
        if (text != null) {
            property.setMinLength(1);
            property.setMaxLength(text.max());
        }
        return isNullable(component) ? nullable(property) : property;
    }

    /** Bean validation matches whole texts, JSON Schema finds parts. */
    private static void anchor(Schema schema) {
        var pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern("^" + pattern + "$");
        }
    }

    private static Schema nullable(Schema property) {
        if (property.get$ref() != null) {
            var nothing = new JsonSchema();
            nothing.setTypes(Set.of("null"));
            var either = new JsonSchema();
            either.setOneOf(List.of(property, nothing));
            return either;
        }
        var types = new LinkedHashSet<String>();
        if (property.getTypes() != null) {
            types.addAll(property.getTypes());
        } else if (property.getType() != null) {
            types.add(property.getType());
        }
        types.add("null");
        property.setTypes(types);
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            var values = new ArrayList<>(property.getEnum());
            values.add(null);
            property.setEnum(values);
        }
        return property;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Set<String> componentNames(Class<?> type) {
        var names = new LinkedHashSet<String>();
        for (var component : type.getRecordComponents()) {
            names.add(component.getName());
        }
        return names;
    }
}
