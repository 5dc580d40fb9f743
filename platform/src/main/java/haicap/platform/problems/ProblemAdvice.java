package haicap.platform.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns what a controller throws into a problem detail; what nobody foresaw into a bland 500. */
@RestControllerAdvice
@Order(0)
final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request) {
        var answer =
                ResponseEntity.status(refusal.status())
                        .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
        var retryAfter = refusal.retryAfter();
        if (retryAfter != null) {
            answer.header("Retry-After", String.valueOf(Math.max(1, retryAfter.toSeconds())));
        }
        return answer.body(problems.describe(refusal, Problems.language(request)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(MethodArgumentNotValidException e, HttpServletRequest request) {
        var faults = e.getFieldErrors().stream().map(Broken::rule).toList();
        return refused(Refusal.invalid(faults), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(
            HandlerMethodValidationException e, HttpServletRequest request) {
        var faults =
                e.getParameterValidationResults().stream()
                        .map(result ->
                                new Fault(
                                        String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                        "value-not-allowed",
                                        Map.of()))
                        .toList();
        return refused(Refusal.invalid(faults), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(
            HttpMessageNotReadableException e, HttpServletRequest request) {
        return refused(unreadable(e.getCause()), request);
    }

    /** With what the protocol wants told besides: the methods or the media types that there are. */
    private ResponseEntity<Problem> known(ErrorResponse known, HttpServletRequest request) {
        int status = known.getStatusCode().value();
        var about = Map.of("path", request.getRequestURI(), "method", request.getMethod());
        var problem = refused(Refusal.of(status, "http-" + status, about), request);
        return ResponseEntity.status(status)
                .headers(known.getHeaders())
                .headers(problem.getHeaders())
                .body(problem.getBody());
    }

    private static Refusal unreadable(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return Refusal.malformed(
                    pointer(unknown), "unknown-field", Map.of("field", unknown.getPropertyName()));
        }
        if (cause instanceof MismatchedInputException other) {
            return Refusal.malformed(
                    List.of(Expected.inBody(pointer(other), other.getTargetType())));
        }
        return cause instanceof JacksonException json
                ? Refusal.malformed(pointer(json), "value-unreadable", Map.of())
                : Refusal.malformed("", "body-unreadable", Map.of());
    }

    private static String pointer(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            path.append('/')
                    .append(
                            step.getPropertyName() == null
                                    ? step.getIndex()
                                    : escaped(step.getPropertyName()));
        }
        return path.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(
            MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return refused(
                Refusal.malformed(List.of(Expected.inAddress(e.getName(), e.getParameter()))),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(
            MissingServletRequestParameterException e, HttpServletRequest request) {
        return refused(Refusal.malformed(e.getParameterName(), "value-missing", Map.of()), request);
    }

    /** Firewall and container look at names, values and headers only when somebody reads them. */
    @ExceptionHandler({RequestRejectedException.class, InvalidParameterException.class})
    ResponseEntity<Problem> rejected(HttpServletRequest request) {
        return refused(
                Refusal.of(
                        400,
                        "http-400",
                        Map.of("path", request.getRequestURI(), "method", request.getMethod())),
                request);
    }

    /**
     * An answer that has begun is broken off: a problem behind it would be taken for a part of it.
     */
    @ExceptionHandler
    ResponseEntity<Problem> anythingElse(
            Exception e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted() || e instanceof AsyncRequestNotUsableException) {
            log.info(
                    "{} {} broke off: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    e.toString());
            throw e;
        }
        if (e instanceof ErrorResponse known) {
            return known(known, request);
        }
        if (Outages.isOutage(e)) {
            log.warn("outage: {}", e.toString());
            return refused(Outages.refusal(), request);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return refused(Refusal.of(500, "internal", Map.of()), request);
    }
}
