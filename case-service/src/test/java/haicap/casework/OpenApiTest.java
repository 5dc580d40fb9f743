package haicap.casework;

import haicap.casework.testing.CaseService;
import haicap.platform.testing.openapi.ServiceDocument;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;

class OpenApiTest {

    @Test
    void documentIsWhatTheControllersOffer() {
        ServiceDocument.keep("case", CaseService.bean(OpenApiWebMvcResource.class));
    }
}
