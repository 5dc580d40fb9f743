package haicap.reporting;

import haicap.platform.testing.openapi.ServiceDocument;
import haicap.reporting.testing.Reporting;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;

class OpenApiTest {

    @Test
    void documentIsWhatTheControllersOffer() {
        ServiceDocument.keep("reporting", Reporting.shared().bean(OpenApiWebMvcResource.class));
    }
}
