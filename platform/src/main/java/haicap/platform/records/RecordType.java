package haicap.platform.records;

import static java.util.Objects.requireNonNull;

import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Post;
import haicap.platform.recount.CountedRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What makes a kind of record special, declared once by its feature; the rest is the same for all.
 * Never changes; safe for all threads.
 *
 * @param type the Java record
 * @param kind as refusals, audit and table name it, such as {@code finding}
 * @param idPrefix of its ids, such as {@code fi}
 * @param shortCode of its numbers, such as {@code TT}
 * @param path where it is read, such as {@code /api/v1/findings}
 * @param objectClass by which lineage passes it on, such as {@code FINDING}
 * @param schemaVersion of body and public state
 * @param told how others hear of it
 * @param view what its readers see
 * @param openWhile whether something is still to be done
 * @param retention of its texts, a class of {@code seeds/retention.csv}
 * @param erasures orders that erase texts in tables of its own, of the records {@code :ids}
 * @param law the clocks that its deeds start; null where the law sets none
 * @param dueAt by when whoever answers must act; null while nothing is due
 * @param concerned attributes of its body that name units which see it beside its own
 * @param seenBy units that see it, but have it in no list: they had it once
 * @param hasPapers whether documents, links and references are laid beside it here
 * @param alsoFiledBy posts from which papers are laid beside it although their unit neither has it
 *     nor is concerned: those that decide on it
 * @param answerable which posts may answer for it
 * @param posts attributes of its body that name posts for which it may wait
 * @param attributes of its body by which lists can be filtered
 * @param foundBy attributes of its body by which it is found as by its own number
 * @param toConfirm the states in which somebody else must confirm what was done
 * @param reopening the deed by which one that has ended is open again; null where that is final
 * @param counted how it is recounted
 * @param overdueEvent what is told once when a clock runs out; null for nothing
 * @param openedAsTold whether its opening is a moment that somebody told, not that of recording
 */
public record RecordType<R extends WorkRecord>(
        Class<R> type,
        String kind,
        String idPrefix,
        String shortCode,
        String path,
        String objectClass,
        int schemaVersion,
        Told<R> told,
        BiFunction<Kept<R>, Viewer, ?> view,
        Predicate<Kept<R>> openWhile,
        String retention,
        List<String> erasures,
        @Nullable RecordLaw law,
        Function<Kept<R>, @Nullable Instant> dueAt,
        Map<String, Function<R, @Nullable String>> concerned,
        Function<R, Collection<String>> seenBy,
        boolean hasPapers,
        Predicate<HeldPost> alsoFiledBy,
        Predicate<Post> answerable,
        List<String> posts,
        List<String> attributes,
        List<String> foundBy,
        List<Enum<?>> toConfirm,
        @Nullable Deed reopening,
        Counted counted,
        @Nullable String overdueEvent,
        boolean openedAsTold) {

    /**
     * How others hear of a kind.
     *
     * @param aggregate such as {@code Finding}
     * @param prefix of its event types, such as {@code haicap.inspection.}
     * @param state the whole public state: no free text
     */
    public record Told<R extends WorkRecord>(
            String topic, String aggregate, String prefix, Function<Kept<R>, Record> state) {

        String type(String event) {
            return prefix + event + ".v1";
        }
    }

    /**
     * How a kind is recounted, from header, clocks and body.
     *
     * @param due the instant at which it is due, in SQL over the record {@code r}
     * @param figures one predicate each, in SQL over the record, its {@code due} and {@code :at}
     * @param deeds figures that stay with the unit that did something, whoever its heir is
     */
    public record Counted(String due, Map<String, String> figures, List<Deeds> deeds) {

        private static final Counted IN_NO_FIGURE = new Counted("NULL", Map.of(), List.of());

        /** In figures that pass to the heir. */
        public Counted(String due, Map<String, String> figures) {
            this(due, figures, List.of());
        }

        /** The records of a kind with what their figures depend on. */
        CountedRows.Rows rowsOf(String kind) {
            return new CountedRows.Rows(
                    "SELECT r.*, %s AS due FROM record r WHERE kind = '%s'".formatted(due, kind),
                    figures);
        }
    }

    /**
     * What units did.
     *
     * @param each a query over the record {@code r} that gives each deed of it as JSON
     * @param unit the unit that did it, in SQL over {@code r} and {@code deed}
     * @param figures one predicate each, in SQL over {@code deed}, state and body, with {@code :at}
     *     and the bounds of {@link CountedRows}
     */
    public record Deeds(String each, String unit, Map<String, String> figures) {

        /** Of each record one, of the unit that stores it. */
        public static Deeds ofStored(Map<String, String> figures) {
            return new Deeds("SELECT NULL::jsonb", "r.unit_id", figures);
        }

        CountedRows.Rows rowsOf(String kind) {
            return new CountedRows.Rows(
                    """
                    SELECT r.id, r.version, r.public_digest, r.state, r.body, %s AS unit_id, deed
                    FROM record r
                    CROSS JOIN LATERAL (%s) AS done (deed)
                    WHERE r.kind = '%s'
                    """
                            .formatted(unit, each, kind),
                    figures);
        }
    }

    /** Begins a declaration. */
    public static <R extends WorkRecord> Builder<R> of(
            Class<R> type, String kind, String idPrefix) {
        return new Builder<>(type, kind, idPrefix);
    }

    /** The parts of a declaration, in any order; all without a default must be said. */
    public static final class Builder<R extends WorkRecord> {

        private final Class<R> type;
        private final String kind;
        private final String idPrefix;
        private int schemaVersion = 1;
        private @Nullable String shortCode;
        private @Nullable String path;
        private @Nullable String objectClass;
        private @Nullable Told<R> told;
        private @Nullable BiFunction<Kept<R>, Viewer, ?> view;
        private Predicate<Kept<R>> openWhile = kept -> kept.record().isOpen();
        private Function<R, Collection<String>> seenBy = record -> List.of();
        private boolean hasPapers = true;
        private Predicate<HeldPost> alsoFiledBy = post -> false;
        private Predicate<Post> answerable = post -> true;
        private List<String> posts = List.of();
        private @Nullable String retention;
        private @Nullable RecordLaw law;
        private @Nullable String overdueEvent;
        private boolean openedAsTold;
        private Counted counted = Counted.IN_NO_FIGURE;
        private Function<Kept<R>, @Nullable Instant> dueAt = kept -> null;
        private final List<String> erasures = new ArrayList<>();
        private final Map<String, Function<R, @Nullable String>> concerned = new LinkedHashMap<>();
        private List<String> attributes = List.of();
        private List<String> foundBy = List.of();
        private List<Enum<?>> toConfirm = List.of();
        private @Nullable Deed reopening;

        private Builder(Class<R> type, String kind, String idPrefix) {
            this.type = type;
            this.kind = kind;
            this.idPrefix = idPrefix;
        }

        public Builder<R> schemaVersion(int version) {
            schemaVersion = version;
            return this;
        }

        public Builder<R> numberedAs(String code) {
            shortCode = code;
            return this;
        }

        public Builder<R> at(String address) {
            path = address;
            return this;
        }

        public Builder<R> passedOnAs(String lineageClass) {
            objectClass = lineageClass;
            return this;
        }

        public Builder<R> told(
                String topic, String aggregate, String prefix, Function<Kept<R>, Record> state) {
            told = new Told<>(topic, aggregate, prefix, state);
            return this;
        }

        public Builder<R> shownAs(Function<Kept<R>, ?> shown) {
            return shownAs((kept, viewer) -> shown.apply(kept));
        }

        public Builder<R> shownAs(BiFunction<Kept<R>, Viewer, ?> shown) {
            view = shown;
            return this;
        }

        public Builder<R> openWhile(Predicate<Kept<R>> condition) {
            openWhile = condition;
            return this;
        }

        public Builder<R> withoutPapers() {
            hasPapers = false;
            return this;
        }

        public Builder<R> alsoFiledBy(Predicate<HeldPost> such) {
            alsoFiledBy = such;
            return this;
        }

        public Builder<R> answerableBy(Predicate<Post> such) {
            answerable = such;
            return this;
        }

        public Builder<R> waitingFor(String... postAttributes) {
            posts = List.of(postAttributes);
            return this;
        }

        public Builder<R> seenBy(Function<R, Collection<String>> units) {
            seenBy = units;
            return this;
        }

        public Builder<R> textsKeptAs(String recordClass) {
            retention = recordClass;
            return this;
        }

        public Builder<R> erasing(String order) {
            erasures.add(order);
            return this;
        }

        public Builder<R> law(RecordLaw rules) {
            law = rules;
            return this;
        }

        public Builder<R> dueAt(Function<Kept<R>, @Nullable Instant> due) {
            dueAt = due;
            return this;
        }

        public Builder<R> concerning(String attribute, Function<R, @Nullable String> unit) {
            concerned.put(attribute, unit);
            return this;
        }

        public Builder<R> filteredBy(String... names) {
            attributes = List.of(names);
            return this;
        }

        public Builder<R> alsoFoundBy(String... names) {
            foundBy = List.of(names);
            return this;
        }

        public Builder<R> toConfirmIn(Enum<?>... states) {
            toConfirm = List.of(states);
            return this;
        }

        public Builder<R> reopenedBy(Deed deed) {
            reopening = deed;
            return this;
        }

        public Builder<R> counted(Counted recount) {
            counted = recount;
            return this;
        }

        public Builder<R> tellingOverdueAs(String event) {
            overdueEvent = event;
            return this;
        }

        public Builder<R> openedAsTold() {
            openedAsTold = true;
            return this;
        }

        /** The declaration. */
        public RecordType<R> declared() {
            return new RecordType<>(
                    type,
                    kind,
                    idPrefix,
                    requireNonNull(shortCode),
                    requireNonNull(path),
                    requireNonNull(objectClass),
                    schemaVersion,
                    requireNonNull(told),
                    requireNonNull(view),
                    openWhile,
                    requireNonNull(retention),
                    List.copyOf(erasures),
                    law,
                    dueAt,
                    new LinkedHashMap<>(concerned),
                    seenBy,
                    hasPapers,
                    alsoFiledBy,
                    answerable,
                    posts,
                    attributes,
                    foundBy,
                    toConfirm,
                    reopening,
                    counted,
                    overdueEvent,
                    openedAsTold);
        }
    }
}
