package haicap.platform.testing;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import haicap.platform.texts.Text;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.web.bind.annotation.RequestBody;

/** Finds the texts in bodies that callers send which no {@link Text} rule bounds. */
final class WrittenTexts {

    private WrittenTexts() {}

    static ArchCondition<JavaMethod> bearTheRule() {
        return new ArchCondition<>("take no text without @Text") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Arrays.stream(method.reflect().getParameters())
                        .filter(each -> each.isAnnotationPresent(RequestBody.class))
                        .forEach(body ->
                                walk(
                                        body.getType(),
                                        new HashSet<>(),
                                        text ->
                                                events.add(
                                                        SimpleConditionEvent.violated(
                                                                method, text + " has no @Text"))));
            }
        };
    }

    private static void walk(Class<?> type, Set<Class<?>> seen, Consumer<String> bare) {
        if (type.isRecord() && seen.add(type)) {
            for (var component : type.getRecordComponents()) {
                look(component, component.getAnnotatedType(), seen, bare);
            }
        }
    }

    private static void look(
            RecordComponent component,
            AnnotatedType type,
            Set<Class<?>> seen,
            Consumer<String> bare) {
        if (type instanceof AnnotatedParameterizedType generic) {
            for (var argument : generic.getAnnotatedActualTypeArguments()) {
                look(component, argument, seen, bare);
            }
        } else if (type.getType() == String.class && !type.isAnnotationPresent(Text.class)) {
            bare.accept(component.toString());
        } else if (type.getType() instanceof Class<?> nested) {
            walk(nested, seen, bare);
        }
    }
}
