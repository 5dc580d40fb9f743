package haicap.casework.reports;

import haicap.platform.problems.Refusal;
import java.util.Arrays;
import java.util.Map;

/** What a duty officer can look at. */
enum WorklistView {
    /** Assigned to a post that the caller holds. */
    MINE("mine"),
    /** In the unit's custody. */
    UNIT("unit"),
    /** Of these, what is due within 72 hours. */
    DUE_SOON("due-soon"),
    /** Of these, what is overdue. */
    OVERDUE("overdue"),
    /** Of these, what is open and assigned to no post, or to one that nobody holds. */
    UNOWNED("unowned");

    private final String word;

    WorklistView(String word) {
        this.word = word;
    }

    static WorklistView named(String word) {
        return Arrays.stream(values())
                .filter(view -> view.word.equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.malformed(
                                "view",
                                "view-unknown",
                                Map.of(
                                        "known",
                                        Arrays.stream(values()).map(view -> view.word).toList())));
    }
}
