package haicap.platform.web;

import haicap.platform.problems.Problems;
import haicap.platform.problems.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What fails outside of every controller is a problem detail, too. */
@Controller
class FallbackErrors implements ErrorController {

    private final Problems problems;

    FallbackErrors(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : 500;
        var refusal =
                status >= 500
                        ? Refusal.of(status, "internal", Map.of())
                        : Refusal.of(
                                status,
                                "http-" + status,
                                Map.of(
                                        "path",
                                        request.getRequestURI(),
                                        "method",
                                        request.getMethod()));
        problems.write(refusal, request, response);
    }
}
