package haicap.platform.orgcopy;

import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The organisation as the copy knew it at one moment: immutable, indexed for the questions asked.
 */
final class OrganisationPicture {

    private static final String FUNCTIONS = "FUNCTION";

    private final Map<String, Unit> units;
    private final Map<String, Post> posts;
    private final Map<String, List<Appointment>> byServiceNumber;
    private final Map<String, List<Succession>> defaultsFrom;
    private final Map<String, Function> functions;
    private final Map<String, List<FunctionHolder>> holders;
    private final List<AuthorityRule> rules;
    private final Map<String, List<Investigator>> investigators;
    private final Map<String, List<InvestigatorAssignment>> assignments;

    OrganisationPicture(
            List<Unit> units,
            List<Post> posts,
            List<Appointment> appointments,
            List<Succession> successions,
            List<Function> functions,
            List<FunctionHolder> holders,
            List<AuthorityRule> rules,
            List<Investigator> investigators,
            List<InvestigatorAssignment> assignments) {
        this.units = index(units, Unit::id);
        this.posts = index(posts, Post::id);
        this.byServiceNumber =
                appointments.stream().collect(Collectors.groupingBy(Appointment::serviceNumber));
        this.defaultsFrom =
                successions.stream()
                        .filter(Succession::isDefault)
                        .sorted(Comparator.comparing(Succession::effectiveOn))
                        .collect(Collectors.groupingBy(Succession::fromUnitId));
        this.functions = index(functions, Function::id);
        this.holders =
                holders.stream()
                        .sorted(Comparator.comparing(FunctionHolder::id))
                        .collect(Collectors.groupingBy(FunctionHolder::functionId));
        this.rules = rules.stream().sorted(Comparator.comparing(AuthorityRule::id)).toList();
        this.investigators =
                investigators.stream().collect(Collectors.groupingBy(Investigator::serviceNumber));
        this.assignments =
                assignments.stream()
                        .collect(Collectors.groupingBy(InvestigatorAssignment::serviceNumber));
    }

    private static <T> Map<String, T> index(List<T> things, Named<T> id) {
        return things.stream().collect(Collectors.toUnmodifiableMap(id::of, thing -> thing));
    }

    private interface Named<T> {
        String of(T thing);
    }

    Optional<Unit> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    List<Unit> unitsInForce(LocalDate day) {
        return units.values().stream()
                .filter(unit -> unit.inForceOn(day))
                .sorted(Comparator.comparing(Unit::id))
                .toList();
    }

    Optional<Post> post(String id) {
        return Optional.ofNullable(posts.get(id));
    }

    List<HeldPost> postsHeldBy(String serviceNumber, Instant at) {
        var day = Hanoi.dayOf(at);
        return byServiceNumber.getOrDefault(serviceNumber, List.of()).stream()
                .filter(appointment -> appointment.runsAt(at))
                .flatMap(appointment ->
                        post(appointment.postId()).stream()
                                .filter(post -> post.inForceOn(day))
                                .map(post -> held(post, appointment, day)))
                .sorted(Comparator.comparing(HeldPost::postId))
                .toList();
    }

    private HeldPost held(Post post, Appointment by, LocalDate day) {
        return new HeldPost(
                post.id(),
                post.unitId(),
                post.title(),
                post.field(),
                post.reportsTo(),
                by.acting(),
                grade(by.serviceNumber(), day),
                isAssigned(by.serviceNumber(), post.unitId(), day),
                functionsOf(post, day));
    }

    private @Nullable Grade grade(String serviceNumber, LocalDate day) {
        return investigators.getOrDefault(serviceNumber, List.of()).stream()
                .filter(investigator -> investigator.inForceOn(day))
                .map(Investigator::grade)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private boolean isAssigned(String serviceNumber, String unitId, LocalDate day) {
        return assignments.getOrDefault(serviceNumber, List.of()).stream()
                .anyMatch(each -> each.unitId().equals(unitId) && each.inForceOn(day));
    }

    private Set<String> functionsOf(Post post, LocalDate day) {
        return functions(day).stream()
                .map(Function::id)
                .filter(function ->
                        holders(function, day).stream()
                                .filter(holder -> isHeir(holder, post.unitId(), day))
                                .anyMatch(holder ->
                                        holder.postId() == null
                                                || holder.postId().equals(post.id())))
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Function> functions(LocalDate day) {
        return functions.values().stream()
                .filter(function -> function.inForceOn(day))
                .sorted(Comparator.comparing(Function::id))
                .toList();
    }

    List<FunctionHolder> holders(String functionId, LocalDate day) {
        return holders.getOrDefault(functionId, List.of()).stream()
                .filter(holder -> holder.inForceOn(day))
                .toList();
    }

    boolean performs(String unitId, String functionId, LocalDate day) {
        return holders(functionId, day).stream().anyMatch(holder -> isHeir(holder, unitId, day));
    }

    private boolean isHeir(FunctionHolder holder, String unitId, LocalDate day) {
        return heir(holder.unitId(), FUNCTIONS, day).equals(unitId);
    }

    List<AuthorityRule> rules() {
        return rules;
    }

    boolean isHeld(String postId, Instant at) {
        return byServiceNumber.values().stream()
                .flatMap(List::stream)
                .anyMatch(each -> each.postId().equals(postId) && each.runsAt(at));
    }

    String heir(String unitId, String objectClass, LocalDate day) {
        var seen = new HashSet<String>();
        var heir = unitId;
        while (seen.add(heir)) {
            var next = next(heir, objectClass, day);
            if (next.isEmpty()) {
                return heir;
            }
            heir = next.get();
        }
        return heir;
    }

    Set<String> inCustodyOf(String unitId, String objectClass, LocalDate day) {
        return Stream.concat(units.keySet().stream(), functions.keySet().stream())
                .filter(stored -> heir(stored, objectClass, day).equals(unitId))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<String> next(String unitId, String objectClass, LocalDate day) {
        if (functions.containsKey(unitId)) {
            return holders(unitId, day).stream()
                    .map(holder -> heir(holder.unitId(), FUNCTIONS, day))
                    .findFirst();
        }
        return defaultsFrom.getOrDefault(unitId, List.of()).stream()
                .filter(edge -> !edge.effectiveOn().isAfter(day))
                .filter(edge ->
                        edge.objectClass().equals("ANY") || edge.objectClass().equals(objectClass))
                // an edge of the class itself goes before the one for all others
                .sorted(Comparator.comparing(edge -> edge.objectClass().equals("ANY")))
                .map(Succession::toUnitId)
                .findFirst();
    }
}
