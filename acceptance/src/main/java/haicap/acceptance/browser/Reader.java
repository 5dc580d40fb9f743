package haicap.acceptance.browser;

import java.net.URI;

/** A person before the wall. */
public final class Reader {

    private static final String SECRET = "local-demo";

    private Reader() {}

    /** Opens the page and signs in; returns when the picture is live. */
    public static void signIn(Tab tab, URI gateway, String name) {
        tab.go(gateway + "/");
        tab.click(".door .main");
        tab.fill("#username", name);
        tab.fill("#password", SECRET);
        tab.click("form button");
        tab.await("document.querySelector('.state')?.dataset.state === 'live'");
    }
}
