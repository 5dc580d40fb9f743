package haicap.platform.orgcopy;

import haicap.platform.threads.Beats;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What this service knows of the organisation. Held in memory as one immutable picture and looked
 * at four times a second, so questions cost no SQL and a change that reached the database is known
 * within a quarter of a second. When the database is away the last picture stays and its age grows.
 * Safe for all threads.
 */
@Component
public class Organisation {

    /** Beyond this age the copy alone does not carry a decision. */
    public static final Duration STALE_AFTER = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Organisation.class);

    private record Known(OrganisationTables.State state, OrganisationPicture picture) {}

    private final OrganisationTables tables;
    private volatile Known known;

    Organisation(OrganisationTables tables) {
        this.tables = tables;
        this.known = new Known(tables.state(), tables.picture());
    }

    /** Looks now; for whoever builds at once on what was committed just before. */
    @Scheduled(fixedDelayString = "PT0.25S", scheduler = Beats.THREADS)
    public void look() {
        try {
            var state = tables.state();
            var before = known;
            var picture =
                    state.generation() == before.state.generation()
                            ? before.picture
                            : tables.picture();
            known = new Known(state, picture);
        } catch (RuntimeException e) {
            log.debug("the copy of the organisation cannot be read: {}", e.toString());
        }
    }

    /** Changes with whatever is known; the same number means the same answers on the same day. */
    public long generation() {
        return known.state.generation();
    }

    /** The unit of that id, whenever it was in force. */
    public Optional<Unit> unit(String id) {
        return known.picture.unit(id);
    }

    /** Every unit in force on that day, by id. */
    public List<Unit> unitsInForce(LocalDate day) {
        return known.picture.unitsInForce(day);
    }

    public Optional<Post> post(String id) {
        return known.picture.post(id);
    }

    /**
     * The posts that an officer holds at that instant, by dated appointments and posts in force.
     */
    public List<HeldPost> postsHeldBy(String serviceNumber, Instant at) {
        return known.picture.postsHeldBy(serviceNumber, at);
    }

    /** Whether anybody holds the post at that instant. */
    public boolean isHeld(String postId, Instant at) {
        return known.picture.isHeld(postId, at);
    }

    /**
     * The unit that has custody, on that day, of what was stored under a unit: the unit itself, or
     * whoever follows it by the default edges in force. What is directed to a function belongs to
     * whoever performs it.
     *
     * @param unitId of a unit or a function
     * @param objectClass CRIME_REPORT, CRIMINAL_CASE, ADMINISTRATIVE_WORK, ...
     */
    public String heir(String unitId, String objectClass, LocalDate day) {
        return known.picture.heir(unitId, objectClass, day);
    }

    /**
     * Every unit, and every function, whose files of that class are, on that day, in the custody of
     * the given one.
     */
    public Set<String> inCustodyOf(String unitId, String objectClass, LocalDate day) {
        return known.picture.inCustodyOf(unitId, objectClass, day);
    }

    /** The functions that are to be performed on that day, by id. */
    public List<Function> functions(LocalDate day) {
        return known.picture.functions(day);
    }

    /** The function whose holder has the matters of a field of work, on that day. */
    public Optional<Function> functionFor(String field, LocalDate day) {
        return functions(day).stream()
                .filter(function -> field.equals(function.field()))
                .findFirst();
    }

    /** Who performs a function on that day, as decided; their heirs do so once they have ended. */
    public List<FunctionHolder> holders(String functionId, LocalDate day) {
        return known.picture.holders(functionId, day);
    }

    /** Whether the unit, or one of its posts, performs the function on that day. */
    public boolean performs(String unitId, String functionId, LocalDate day) {
        return known.picture.performs(unitId, functionId, day);
    }

    /** All rules of authority, whenever they are in force. */
    public List<AuthorityRule> rules() {
        return known.picture.rules();
    }

    /** Real time since the last heartbeat that has arrived. */
    public Duration age() {
        return Duration.between(known.state.heartbeatAt(), Instant.now());
    }

    /** Whether the copy is too old to carry a decision. */
    public boolean isStale() {
        return age().compareTo(STALE_AFTER) > 0;
    }
}
