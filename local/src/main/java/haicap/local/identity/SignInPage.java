package haicap.local.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page where people sign in, in the language that the page before spoke. */
@RestController
class SignInPage {

    private static final String LANGUAGE = "haicap.language";
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
            <form method="post" action="/login">
            <input type="hidden" name="%s" value="%s">
            <label for="username">%s</label>
            <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
            <label for="password">%s</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <button type="submit">%s</button>
            </form>
            <p class="hint">%s</p>
            <p class="languages"><a href="/login?lang=%s" hreflang="%s" lang="%s">%s</a></p>
            </main>
            </body>
            </html>
            """;

    private final HttpSessionRequestCache asked = new HttpSessionRequestCache();

    @GetMapping("/login")
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String error,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response) {
        var language = language(lang, request, response);
        var texts = ResourceBundle.getBundle("messages/sign-in", Locale.of(language));
        var other = language.equals(ENGLISH) ? VIETNAMESE : ENGLISH;
        var page =
                PAGE.formatted(
                        language,
                        texts.getString("title"),
                        texts.getString("title"),
                        error == null ? "" : alert(texts.getString("refused")),
                        HtmlUtils.htmlEscape(csrf.getParameterName()),
                        HtmlUtils.htmlEscape(csrf.getToken()),
                        texts.getString("name"),
                        texts.getString("secret"),
                        texts.getString("enter"),
                        texts.getString("hint"),
                        other,
                        other,
                        other,
                        texts.getString("other-language"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .body(page);
    }

    private static String alert(String text) {
        return "<p class=\"alert\" role=\"alert\">" + text + "</p>";
    }

    /** As chosen here, else as chosen before, else as the page said from which one came. */
    private String language(
            @Nullable String chosen, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        if (ENGLISH.equals(chosen) || VIETNAMESE.equals(chosen)) {
            session.setAttribute(LANGUAGE, chosen);
        }
        if (session.getAttribute(LANGUAGE) instanceof String before) {
            return before;
        }
        var saved = asked.getRequest(request, response);
        var wished = saved == null ? null : saved.getParameterValues("ui_locales");
        return wished != null && wished.length == 1 && wished[0].startsWith(ENGLISH)
                ? ENGLISH
                : VIETNAMESE;
    }
}
