package haicap.local.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The page where people sign in, in the language that the page before spoke. It keeps nothing of
 * its visitors: what was asked for stays in its address, and goes on from there.
 */
@RestController
class SignInPage {

    private static final String ENGLISH = "en";
    private static final String VIETNAMESE = "vi";

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s · Hai Cấp</title>
            <link rel="stylesheet" href="/login/style.css">
            <link rel="icon" href="data:,">
            </head>
            <body>
            <main>
            <p class="house">Hai Cấp</p>
            <h1>%s</h1>
            %s
            <form method="post" action="%s">
            <input type="hidden" name="%s" value="%s">
            <label for="username">%s</label>
            <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
            <label for="password">%s</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <button type="submit">%s</button>
            </form>
            <p class="hint">%s</p>
            <p class="languages"><a href="%s" hreflang="%s" lang="%s">%s</a></p>
            </main>
            </body>
            </html>
            """;

    static final String PATH = "/login";

    private static final String ERROR = "error";
    private static final String LANGUAGES = "ui_locales";
    private static final Set<String> OF_THE_PAGE = Set.of(ERROR, LANGUAGES);

    @GetMapping(PATH)
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(name = LANGUAGES, required = false) @Nullable String languages,
            CsrfToken csrf,
            HttpServletRequest request) {
        var language = languages != null && languages.startsWith(ENGLISH) ? ENGLISH : VIETNAMESE;
        var texts = ResourceBundle.getBundle("messages/sign-in", Locale.of(language));
        var other = language.equals(ENGLISH) ? VIETNAMESE : ENGLISH;
        var asked = asked(request);
        var page =
                PAGE.formatted(
                        language,
                        texts.getString("title"),
                        texts.getString("title"),
                        error == null ? "" : alert(texts.getString("refused")),
                        address(asked, LANGUAGES + "=" + language),
                        HtmlUtils.htmlEscape(csrf.getParameterName()),
                        HtmlUtils.htmlEscape(csrf.getToken()),
                        texts.getString("name"),
                        texts.getString("secret"),
                        texts.getString("enter"),
                        texts.getString("hint"),
                        address(asked, LANGUAGES + "=" + other),
                        other,
                        other,
                        texts.getString("other-language"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(page);
    }

    /** Signed in: on with what was asked for before, if anything was. */
    static void goOn(
            HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        var asked = request.getQueryString();
        response.sendRedirect(asked == null ? "/" : "/oauth2/authorize?" + asked);
    }

    /** Not signed in: the page once more, with all that was asked for. */
    static void askAgain(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.sendRedirect(
                PATH + "?" + ERROR + (asked(request).isEmpty() ? "" : "&" + asked(request)));
    }

    /** What the page before asked for, as it was written; nothing that is this page's own. */
    private static String asked(HttpServletRequest request) {
        return Arrays.stream(Objects.requireNonNullElse(request.getQueryString(), "").split("&"))
                .filter(parameter -> !OF_THE_PAGE.contains(parameter.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
    }

    private static String address(String asked, String more) {
        return HtmlUtils.htmlEscape(PATH + "?" + (asked.isEmpty() ? "" : asked + "&") + more);
    }

    private static String alert(String text) {
        return "<p class=\"alert\" role=\"alert\">" + text + "</p>";
    }
}
