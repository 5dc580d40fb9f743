package haicap.casework.registers;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.imports.ImportReport;
import haicap.platform.orgcopy.Title;
import haicap.platform.writes.WriteRequest;
import java.io.InputStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of old registers. */
@RestController
class CrimeReportImportsController {

    private final ImportOldRegisters registers;

    CrimeReportImportsController(ImportOldRegisters registers) {
        this.registers = registers;
    }

    @PostMapping(path = "/api/v1/crime-report-imports", consumes = "text/csv")
    @OpenTo(
            titles = {Title.DEPARTMENT_HEAD, Title.DISTRICT_CHIEF, Title.COMMUNE_CHIEF},
            scopes = "operations",
            refusal = "import-by-chief")
    ResponseEntity<ImportReport> run(
            @RequestParam(defaultValue = "false") boolean dryRun,
            InputStream csv,
            Caller caller,
            WriteRequest request) {
        return registers.run(dryRun, csv, caller, request).toResponse();
    }
}
