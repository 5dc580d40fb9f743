package haicap.org.restructuring;

import haicap.org.appointments.EndWithPosts;
import haicap.org.events.Happened;
import haicap.org.lineage.Succession;
import haicap.org.lineage.Successions;
import haicap.org.posts.Post;
import haicap.org.posts.PostRegister;
import haicap.org.units.UnitRegister;
import haicap.platform.access.Caller;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/**
 * Applies an act: units begin, move and end, edges of lineage are recorded, and the posts and
 * appointments of what ends end with it. All in the transaction at hand, new units told first.
 */
@Component
class ApplyAct {

    private final ActTable acts;
    private final UnitRegister units;
    private final Successions successions;
    private final PostRegister posts;
    private final EndWithPosts appointments;

    ApplyAct(
            ActTable acts,
            UnitRegister units,
            Successions successions,
            PostRegister posts,
            EndWithPosts appointments) {
        this.acts = acts;
        this.units = units;
        this.successions = successions;
        this.posts = posts;
        this.appointments = appointments;
    }

    void apply(Act act, ChangesOfAct changes, Caller by) {
        var day = act.effectiveOn();
        var happened = Happened.byAct(act.id(), day);
        var consequences = Consequences.of(posts.all().values(), changes.dissolved.keySet(), day);

        acts.save(act);
        units.establish(changes.established, unit -> happened);
        units.describe(changes.described, unit -> happened);
        units.move(changes.moved, day, happened);
        // an old default gives way before a new one comes: there is never more than one
        changes.corrected.sort(Comparator.comparing(Succession::isDefault));
        successions.correct(changes.corrected, happened);
        successions.record(changes.recorded, happened);
        posts.describe(consequences.redirected(), day, happened);
        posts.abolish(consequences.abolished(), happened);
        appointments.end(
                consequences.abolished().stream().map(Post::id).toList(), day, happened, by);
        units.dissolve(changes.dissolved.values().stream().toList(), happened);
    }
}
