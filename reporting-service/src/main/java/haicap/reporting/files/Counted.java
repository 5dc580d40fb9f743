package haicap.reporting.files;

import java.util.List;

/**
 * What figures depend on of a kind of work. Components are named as in the public state of which
 * they are read; whatever else it says is passed over.
 */
public interface Counted {

    /**
     * When and where it counts.
     *
     * @param unitId the unit under which its source stores it
     */
    List<Span> spans(String unitId);
}
