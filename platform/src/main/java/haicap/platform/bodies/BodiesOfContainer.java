package haicap.platform.bodies;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * How the container treats bodies: forms are no parameters, so that nobody reads a body before its
 * operation's right is decided; and none is waited for that nobody wants.
 */
@Component
class BodiesOfContainer implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final BodySettings settings;

    BodiesOfContainer(BodySettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
        factory.addEngineValves(new UnreadBodies(settings.patience()));
    }
}
