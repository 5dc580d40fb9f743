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
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The organisation as the copy knew it at one moment: immutable, indexed for the questions asked.
 */
final class OrganisationPicture {

    private final Map<String, Unit> units;
    private final Map<String, Post> posts;
    private final Map<String, List<Appointment>> byServiceNumber;
    private final Map<String, List<Succession>> defaultsFrom;

    OrganisationPicture(
            List<Unit> units,
            List<Post> posts,
            List<Appointment> appointments,
            List<Succession> successions) {
        this.units = index(units, Unit::id);
        this.posts = index(posts, Post::id);
        this.byServiceNumber =
                appointments.stream().collect(Collectors.groupingBy(Appointment::serviceNumber));
        this.defaultsFrom =
                successions.stream()
                        .filter(Succession::isDefault)
                        .sorted(Comparator.comparing(Succession::effectiveOn))
                        .collect(Collectors.groupingBy(Succession::fromUnitId));
    }

    private static <T> Map<String, T> index(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
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
                .flatMap(appointment -> post(appointment.postId()).stream())
                .filter(post -> post.inForceOn(day))
                .map(post ->
                        new HeldPost(
                                post.id(),
                                post.unitId(),
                                post.title(),
                                post.field(),
                                post.reportsTo()))
                .sorted(Comparator.comparing(HeldPost::postId))
                .toList();
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
        return units.keySet().stream()
                .filter(stored -> heir(stored, objectClass, day).equals(unitId))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<String> next(String unitId, String objectClass, LocalDate day) {
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
