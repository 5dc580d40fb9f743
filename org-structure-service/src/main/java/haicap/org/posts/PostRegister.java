package haicap.org.posts;

import haicap.org.events.Happened;
import haicap.org.events.OrgNews;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The posts, all that ever were. What changes here is written and told in the transaction at hand.
 * Safe for all threads.
 */
@Component
public class PostRegister {

    private final PostTable table;
    private final OrgNews news;

    PostRegister(PostTable table, OrgNews news) {
        this.table = table;
        this.news = news;
    }

    /** Every post by id. */
    public Map<String, Post> all() {
        return table.all();
    }

    /** One post. */
    public Optional<Post> find(String id) {
        return table.find(id);
    }

    /** The posts above, nearest first, up to the director. */
    public List<String> superiorsOf(String id) {
        return table.superiorsOf(id);
    }

    /** Posts are created. */
    public void establish(List<Post> posts, Function<Post, Happened> happened) {
        var next = posts.stream().map(Post::next).toList();
        table.insert(next);
        news.tell(
                next.stream()
                        .map(post -> new PostEvent.PostEstablished(post, happened.apply(post)))
                        .toList());
    }

    /** Posts report to another one, or have another field, from this day. */
    public void describe(List<Post> posts, LocalDate from, Happened happened) {
        var next = posts.stream().map(Post::next).toList();
        table.update(next);
        table.reportFrom(next, from);
        news.tell(next.stream().map(post -> new PostEvent.PostDescribed(post, happened)).toList());
    }

    /** Posts end. */
    public void abolish(List<Post> posts, Happened happened) {
        var next = posts.stream().map(Post::next).toList();
        table.update(next);
        news.tell(next.stream().map(post -> new PostEvent.PostAbolished(post, happened)).toList());
    }
}
