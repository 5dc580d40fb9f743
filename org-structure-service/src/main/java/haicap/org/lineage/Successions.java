package haicap.org.lineage;

import haicap.org.events.Happened;
import haicap.org.events.OrgNews;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The edges of lineage; recording one tells it, in the transaction at hand. Safe for all threads.
 */
@Component
public class Successions {

    private final SuccessionTable table;
    private final OrgNews news;

    Successions(SuccessionTable table, OrgNews news) {
        this.table = table;
        this.news = news;
    }

    /** Every edge by id. */
    public Map<String, Succession> all() {
        return table.all().stream().collect(Collectors.toMap(Succession::id, Function.identity()));
    }

    /** Records new edges. */
    public void record(List<Succession> edges, Happened happened) {
        var next = next(edges);
        table.insert(next);
        tell(next, happened);
    }

    /** Records what is now known of edges that were there. */
    public void correct(List<Succession> edges, Happened happened) {
        var next = next(edges);
        table.update(next);
        tell(next, happened);
    }

    private static List<Succession> next(List<Succession> edges) {
        return edges.stream().map(edge -> edge.inVersion(edge.version() + 1)).toList();
    }

    private void tell(List<Succession> edges, Happened happened) {
        news.tell(
                edges.stream()
                        .map(edge -> new SuccessionEvent.SuccessionRecorded(edge, happened))
                        .toList());
    }
}
