package haicap.platform.problems;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nearer to the service than the container's own pages, so that these find nothing left to say. */
@Component
@Order
final class ContainerConfiguration
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final Problems problems;

    ContainerConfiguration(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new BareErrors(problems)));
    }
}
