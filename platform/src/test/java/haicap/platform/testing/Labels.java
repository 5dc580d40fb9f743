package haicap.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.privacy.Label;
import haicap.platform.privacy.TellsOf;
import haicap.platform.web.Page;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;

/** Every answer says of what it tells, and no list is labelled lower than one of its things. */
public final class Labels {

    private static final String ONE = "/{id}";

    private Labels() {}

    /** Fails with every answer of a service's, or of the platform's in it, that does not. */
    public static void areBorneByAnswers(String basePackage) {
        var handlers = PublicOperations.handlers(basePackage, "haicap.platform").toList();
        assertThat(unlabelled(handlers)).as("answers that do not say of what they tell").isEmpty();
        assertThat(lowered(handlers)).as("lists below one of their things").isEmpty();
    }

    /** The questions whose answers, or the rows in them, do not say of what they tell. */
    static Set<String> unlabelled(Collection<Method> handlers) {
        return handlers.stream()
                .filter(handler -> body(handler) != void.class)
                .filter(handler -> !told(handler).isAnnotationPresent(TellsOf.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The lists of things, or within one, that bear a lower label than one of them alone. */
    static Set<String> lowered(Collection<Method> handlers) {
        return handlers.stream()
                .filter(Labels::isList)
                .filter(list ->
                        handlers.stream()
                                .filter(one -> isOneOf(list, one))
                                .anyMatch(one -> below(Label.of(told(list)), Label.of(told(one)))))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean below(Label list, Label one) {
        return list.compareTo(one) < 0;
    }

    /** Whether one of the things that a list lists, or in which it is, is read so. */
    private static boolean isOneOf(Method list, Method one) {
        return paths(one).stream()
                .filter(path -> path.endsWith(ONE))
                .map(path -> path.substring(0, path.length() - ONE.length()))
                .anyMatch(things ->
                        paths(list).stream()
                                .anyMatch(path ->
                                        path.equals(things) || path.startsWith(things + "/")));
    }

    private static Set<String> paths(Method handler) {
        return PublicOperations.operations(handler, "part").stream()
                .filter(operation -> operation.startsWith("GET "))
                .collect(Collectors.toSet());
    }

    private static boolean isList(Method handler) {
        return rows(handler).isPresent();
    }

    /** What bears the label: each row of a list, else the answer itself. */
    private static Class<?> told(Method handler) {
        return rows(handler).map(Labels::only).orElseGet(() -> body(handler));
    }

    private static Optional<Type> rows(Method handler) {
        return body(handler) == Page.class
                ? Optional.of(answered(handler))
                : Stream.ofNullable(body(handler).getRecordComponents())
                        .flatMap(Arrays::stream)
                        .filter(component -> component.getName().equals("items"))
                        .map(RecordComponent::getGenericType)
                        .findFirst();
    }

    /** Of what a list or a page is. */
    private static Class<?> only(Type rows) {
        return raw(((ParameterizedType) rows).getActualTypeArguments()[0]);
    }

    private static Class<?> body(Method handler) {
        return raw(answered(handler));
    }

    private static Type answered(Method handler) {
        var type = handler.getGenericReturnType();
        return type instanceof ParameterizedType entity
                        && entity.getRawType() == ResponseEntity.class
                ? entity.getActualTypeArguments()[0]
                : type;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : (Class<?>) type;
    }
}
