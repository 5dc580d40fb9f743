package haicap.org;

import haicap.platform.testing.openapi.ServiceDocument;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;

class OpenApiTest {

    @Test
    void documentIsWhatTheControllersOffer() {
        ServiceDocument.keep(
                "org-structure", RunningService.seeded().bean(OpenApiWebMvcResource.class));
    }
}
