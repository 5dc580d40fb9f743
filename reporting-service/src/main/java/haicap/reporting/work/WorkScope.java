package haicap.reporting.work;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.problems.Refusal;
import haicap.platform.records.View;
import haicap.platform.time.Hanoi;
import haicap.reporting.facts.Origin;
import haicap.reporting.files.CountedKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose work a caller may list. Everybody has what falls to the units in which he serves and to the
 * posts that he holds; the city's command and the head of the department that oversees a kind have
 * that of every unit, as at the services that keep it.
 */
@Component
class WorkScope {

    /**
     * What is listed: the sum of all four.
     *
     * @param everywhere kinds of which all is listed
     * @param inCustody where that is stored which falls to its custodian
     * @param directedTo units and functions to which something falls whoever has custody
     * @param posts that were decided on
     * @param kinds of which anything is listed at all
     */
    record Scope(
            List<String> everywhere,
            Collection<Origin> inCustody,
            Collection<Origin> directedTo,
            List<String> posts,
            List<String> kinds) {}

    private final Organisation organisation;
    private final AccessScope accessScope;
    private final Clock clock;

    WorkScope(Organisation organisation, AccessScope accessScope, Clock clock) {
        this.organisation = organisation;
        this.accessScope = accessScope;
        this.clock = clock;
    }

    /**
     * What that view shows the caller.
     *
     * @param view null for all that he may list
     * @param unitId null for all that concerns the caller
     * @param wished kinds by their public names; null for all
     * @throws Refusal 400 for a kind that there is not, 404 for a unit of whose work the caller
     *     sees nothing
     */
    Scope of(
            @Nullable View view,
            @Nullable String unitId,
            @Nullable Set<String> wished,
            Caller caller) {
        var kinds = kinds(wished);
        if (view == View.MINE) {
            return new Scope(List.of(), List.of(), List.of(), posts(caller), names(kinds));
        }
        if (unitId != null) {
            return ofUnit(unitId, kinds, caller);
        }
        var overseen =
                view == View.UNIT
                        ? List.<CountedKind>of()
                        : kinds.stream().filter(kind -> caller.oversees(kind.oversight())).toList();
        var own = accessScope.units(caller);
        return scope(names(overseen), own, posts(caller), kinds);
    }

    private Scope ofUnit(String unitId, List<CountedKind> kinds, Caller caller) {
        var seen =
                accessScope.units(caller).contains(unitId)
                        ? kinds
                        : kinds.stream().filter(kind -> caller.oversees(kind.oversight())).toList();
        if (seen.isEmpty() && !kinds.isEmpty() || organisation.unit(unitId).isEmpty()) {
            throw Refusal.notFound("unit", unitId);
        }
        return scope(List.of(), Set.of(unitId), List.of(), seen);
    }

    private Scope scope(
            List<String> everywhere,
            Collection<String> units,
            List<String> posts,
            List<CountedKind> kinds) {
        var today = Hanoi.today(clock);
        var stored =
                kinds.stream()
                        .flatMap(kind -> units.stream().flatMap(unit -> stored(unit, kind, today)))
                        .toList();
        return new Scope(everywhere, stored, stored, posts, names(kinds));
    }

    private Stream<Origin> stored(String unitId, CountedKind kind, LocalDate day) {
        return organisation.inCustodyOf(unitId, kind.name(), day).stream()
                .map(unit -> new Origin(unit, kind.name()));
    }

    private static List<CountedKind> kinds(@Nullable Set<String> wished) {
        if (wished == null) {
            return CountedKind.ALL;
        }
        var known = CountedKind.ALL.stream().map(CountedKind::publicName).toList();
        if (!known.containsAll(wished)) {
            throw Refusal.malformed("kind", "value-not-allowed", Map.of("allowed", known));
        }
        return CountedKind.ALL.stream().filter(kind -> wished.contains(kind.publicName())).toList();
    }

    private static List<String> posts(Caller caller) {
        return caller.counting().stream().map(HeldPost::postId).toList();
    }

    private static List<String> names(List<CountedKind> kinds) {
        return kinds.stream().map(CountedKind::name).toList();
    }
}
