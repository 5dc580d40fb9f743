package haicap.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What bears a version may be kept by its reader alone, who asks each time whether it still stands;
 * all else that is answered is kept by nobody.
 */
final class Revalidated implements HeaderWriter {

    private static final String CACHE_CONTROL = "Cache-Control";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(CACHE_CONTROL)) {
            response.setHeader(
                    CACHE_CONTROL,
                    response.containsHeader("ETag") ? "private, no-cache" : "no-store");
        }
    }
}
