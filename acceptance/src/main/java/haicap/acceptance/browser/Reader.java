package haicap.acceptance.browser;

import java.net.URI;

/** A person before the pages of the gateway. */
public final class Reader {

    private static final String SECRET = "local-demo";

    private Reader() {}

    /** Opens the wall and signs in; returns when the picture is live. */
    public static void signIn(Tab tab, URI gateway, String name) {
        tab.go(gateway + "/");
        tab.click(".door .main");
        tellIdentity(tab, name);
        tab.await("document.querySelector('.state')?.dataset.state === 'live'");
    }

    /** Gives name and secret where the identity asks for them. */
    public static void tellIdentity(Tab tab, String name) {
        tab.fill("#username", name);
        tab.fill("#password", SECRET);
        tab.click("form button");
    }
}
