package haicap.local.identity;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What no endpoint answers is a problem: 404 where nothing is, 405 with {@code Allow} for another
 * method, 400 for what the framework refused.
 */
@RestController
class Elsewhere implements ErrorController {

    /** Filters answer these; whoever comes here used them otherwise. */
    @PostMapping({"/oauth2/token", "/logout"})
    ResponseEntity<ProblemDetail> answeredBefore() {
        return problem(HttpStatus.BAD_REQUEST);
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> refused(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return problem(
                status instanceof Integer code
                        ? Objects.requireNonNullElse(
                                HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR)
                        : HttpStatus.NOT_FOUND);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatus(status));
    }
}
