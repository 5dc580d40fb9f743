package haicap.org.imports;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.imports.ImportReport;
import haicap.platform.writes.WriteRequest;
import java.io.InputStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of facts. */
@RestController
class ImportsController {

    private final RunImport imports;

    ImportsController(RunImport imports) {
        this.imports = imports;
    }

    @PostMapping(path = "/api/v1/imports", consumes = "text/csv")
    @OpenTo(scopes = "operations")
    ResponseEntity<ImportReport> run(
            @RequestParam String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            InputStream csv,
            Caller caller,
            WriteRequest request) {
        return imports.run(kind, dryRun, csv, caller, request).toResponse();
    }
}
