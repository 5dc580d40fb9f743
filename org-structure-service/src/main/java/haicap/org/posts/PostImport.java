package haicap.org.posts;

import haicap.org.events.Happened;
import haicap.org.imports.ImportKind;
import haicap.org.imports.Intake;
import haicap.org.units.Unit;
import haicap.org.units.UnitRegister;
import haicap.platform.access.Caller;
import haicap.platform.imports.Outcome;
import haicap.platform.imports.Row;
import haicap.platform.orgcopy.Title;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts with what each reports to; superiors stand before. A post never outlives its unit, and what
 * an act has ended or redirected since stays as the act left it.
 */
@Component
class PostImport implements ImportKind {

    private final PostRegister posts;
    private final UnitRegister units;

    PostImport(PostRegister posts, UnitRegister units) {
        this.posts = posts;
        this.units = units;
    }

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "unit_id", "title", "field", "reports_to", "valid_from");
    }

    @Override
    public Intake begin(Caller by) {
        return new NewPosts(posts.all(), units.all());
    }

    private final class NewPosts implements Intake {

        private final Map<String, Post> known;
        private final Map<String, Unit> units;
        private final List<Post> established = new ArrayList<>();

        NewPosts(Map<String, Post> known, Map<String, Unit> units) {
            this.known = known;
            this.units = units;
        }

        @Override
        public Outcome take(Row row) {
            var post = read(row);
            var present = known.putIfAbsent(post.id(), post);
            if (present == null) {
                established.add(post);
                return Outcome.CREATED;
            }
            if (!present.isSameAs(post) || !Objects.equals(present.field(), post.field())) {
                throw row.refused("id", "post-id-reused", "id", post.id());
            }
            return Outcome.UNCHANGED;
        }

        private Post read(Row row) {
            var from = row.day("valid_from");
            var unit = unit(row, from);
            var title = row.oneOf("title", Title.class);
            return new Post(
                    row.id("id"),
                    unit.id(),
                    title,
                    row.optional("field"),
                    superior(row, title),
                    from,
                    unit.validTo(),
                    0);
        }

        private Unit unit(Row row, LocalDate day) {
            var unit = units.get(row.id("unit_id"));
            if (unit == null) {
                throw row.refused("unit_id", "unit-unknown", "id", row.text("unit_id"));
            }
            if (!unit.inForceOn(day)) {
                throw row.refused(
                        "unit_id", "unit-not-in-force", Map.of("id", unit.id(), "day", day));
            }
            return unit;
        }

        private @Nullable String superior(Row row, Title title) {
            if (title == Title.CITY_DIRECTOR) {
                return null;
            }
            var superior = row.id("reports_to");
            if (!known.containsKey(superior)) {
                throw row.refused("reports_to", "post-unknown", "id", superior);
            }
            return superior;
        }

        @Override
        public void apply() {
            posts.establish(established, post -> Happened.recorded(post.validFrom()));
        }
    }
}
