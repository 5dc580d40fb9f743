package haicap.reporting.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What figures and lists of work depend on of a kind. Components are named as in the public state
 * of which they are read; whatever else it says is passed over.
 */
public interface Counted {

    /**
     * When and where it counts.
     *
     * @param unitId the unit under which its source stores it
     */
    List<Span> spans(String unitId);

    /** What is to be done next about it; null when nothing is. */
    @Nullable NextStep nextStep();
}
