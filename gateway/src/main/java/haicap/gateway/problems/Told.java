package haicap.gateway.problems;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a log may hold of a request that failed: a bounded piece of the path without its query, and
 * of an exception its kind and the way to it, never its message, which may repeat what was sent.
 */
final class Told {

    private static final int OF_A_PATH = 120;
    private static final int STEPS = 12;
    private static final int CAUSES = 4;

    private Told() {}

    static String address(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        return path.length() <= OF_A_PATH ? path : path.substring(0, OF_A_PATH) + "…";
    }

    static String kind(Throwable failure) {
        return failure.getClass().getName();
    }

    static String way(Throwable failure) {
        var way = new StringBuilder();
        @Nullable Throwable told = failure;
        for (var causes = 0; told != null && causes < CAUSES; causes++) {
            way.append(causes == 0 ? "" : "\n  because of ").append(kind(told)).append(steps(told));
            told = told.getCause();
        }
        return way.toString();
    }

    private static String steps(Throwable failure) {
        return Arrays.stream(stack(failure))
                .limit(STEPS)
                .map(step -> "\n\tat " + step)
                .collect(Collectors.joining());
    }

    /**
     * Reactor shortens the stack of what passes its check points, and keeps the whole beside it.
     */
    private static StackTraceElement[] stack(Throwable failure) {
        return Stream.concat(Stream.of(failure), Stream.of(failure.getSuppressed()))
                .map(Throwable::getStackTrace)
                .max(Comparator.comparingInt(stack -> stack.length))
                .orElseThrow();
    }
}
