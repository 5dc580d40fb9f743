package haicap.inspection;

import haicap.platform.testing.openapi.ServiceDocument;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;

class OpenApiTest {

    @Test
    void documentIsWhatTheControllersOffer() {
        ServiceDocument.keep(
                "inspection", RunningInspection.shared().bean(OpenApiWebMvcResource.class));
    }
}
