package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.browser.Chromium;
import haicap.acceptance.browser.Tab;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Tests that take a {@link Tab}: each a tab of its own, of nobody who has signed in, in the one
 * browser of all tests, which must not complain of any page.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@InTheHouse
@ExtendWith(InTheBrowser.Desk.class)
@interface InTheBrowser {

    /** Opens the browser for the first test and leaves it to the engine to close it. */
    final class Desk implements ParameterResolver, AfterEachCallback {

        private static final Namespace OURS = Namespace.create(Chromium.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            var type = parameter.getParameter().getType();
            return type == Tab.class || type == Chromium.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var browser =
                    context.getRoot()
                            .getStore(OURS)
                            .computeIfAbsent(
                                    Chromium.class, key -> Chromium.start(), Chromium.class);
            if (parameter.getParameter().getType() == Chromium.class) {
                return browser;
            }
            var tab = browser.open();
            tab.show(1920, 1080, "dark");
            tab.command("Network.clearBrowserCookies", Map.of());
            context.getStore(OURS).put(Tab.class, tab);
            return tab;
        }

        /** The instance of a test, and with it its tab, belongs to that one test. */
        @Override
        public ExtensionContextScope getTestInstantiationExtensionContextScope(
                ExtensionContext root) {
            return ExtensionContextScope.TEST_METHOD;
        }

        @Override
        public void afterEach(ExtensionContext context) {
            var tab = context.getStore(OURS).remove(Tab.class, Tab.class);
            var faults =
                    tab.complaints().stream()
                            .filter(fault -> !fault.contains("Failed to load resource"))
                            .toList();
            tab.close();
            assertThat(faults).isEmpty();
        }
    }
}
