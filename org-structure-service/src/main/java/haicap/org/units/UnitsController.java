package haicap.org.units;

import haicap.platform.orgcopy.Tier;
import haicap.platform.outbox.Outbox;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Listed;
import haicap.platform.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Units as of a date; everybody signed in may read them. */
@RestController
class UnitsController {

    private static final List<String> START = List.of("", "");

    private final UnitReads reads;
    private final UnitRegister register;
    private final Cursors cursors;
    private final Outbox outbox;
    private final Clock clock;

    UnitsController(
            UnitReads reads, UnitRegister register, Cursors cursors, Outbox outbox, Clock clock) {
        this.reads = reads;
        this.register = register;
        this.cursors = cursors;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param total how many there are in all pages
     */
    record Units(List<UnitView> items, @Nullable String next, long total)
            implements Listed<UnitView> {}

    @GetMapping("/api/v1/units")
    ResponseEntity<Units> list(
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Set<Tier> tier,
            @RequestParam @Nullable String code,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String cursor,
            Limit limit) {
        var search = new UnitSearch(dayOf(asOf), tier, code, q);
        var behind = cursor == null ? START : cursors.open(cursor, 2);
        var found = reads.page(search, behind.getFirst(), behind.getLast(), limit.value() + 1);
        var page = Page.of(found, limit, unit -> cursors.seal(unit.code(), unit.id()));
        return ResponseEntity.ok(new Units(page.items(), page.next(), reads.count(search)));
    }

    @GetMapping("/api/v1/units/{id}")
    ResponseEntity<UnitView> unit(@PathVariable String id) {
        var unit = register.find(id).orElseThrow(() -> Refusal.notFound("unit", id));
        return ResponseEntity.ok()
                .eTag(outbox.version(unit.version()).etag())
                .body(UnitView.of(unit));
    }

    @TellsOf(Matter.UNIT)
    record TreeOfUnits(LocalDate asOf, List<UnitTree> units) {}

    @GetMapping("/api/v1/unit-tree")
    TreeOfUnits tree(@RequestParam @Nullable LocalDate asOf) {
        var day = dayOf(asOf);
        var search = new UnitSearch(day, null, null, null);
        return new TreeOfUnits(day, UnitTree.of(reads.page(search, "", "", Integer.MAX_VALUE)));
    }

    private LocalDate dayOf(@Nullable LocalDate asOf) {
        return Objects.requireNonNullElseGet(asOf, () -> Hanoi.today(clock));
    }
}
