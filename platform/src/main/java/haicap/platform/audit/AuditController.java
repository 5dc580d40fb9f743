package haicap.platform.audit;

import haicap.platform.access.Caller;
import haicap.platform.audit.AuditLists.Wish;
import haicap.platform.audit.VerifyAudit.Verification;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.web.Slow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log of this part, for the auditor: read it, prove it. */
@RestController
@RequestMapping("/api/v1/${haicap.service}/audit")
class AuditController {

    private static final String SCOPE = "audit";

    private final AuditLists lists;
    private final VerifyAudit verify;

    AuditController(AuditLists lists, VerifyAudit verify) {
        this.lists = lists;
        this.verify = verify;
    }

    @GetMapping
    ResponseEntity<Page<AuditLists.Line>> list(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(name = "caller", required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        caller.requireScope(SCOPE);
        return lists.list(new Wish(subject, by, from, to), limit, cursor).toResponse();
    }

    @Slow
    @GetMapping("/verification")
    Verification verification(Caller caller) {
        caller.requireScope(SCOPE);
        return verify.now();
    }
}
