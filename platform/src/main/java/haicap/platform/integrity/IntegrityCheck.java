package haicap.platform.integrity;

import java.util.List;

/** Something that must hold of every record of a kind; a bean of the service that keeps them. */
public interface IntegrityCheck {

    /** Its name in metric and log, in words joined by hyphens. */
    String name();

    /** The ids of records of which it does not hold; some of them when there are very many. */
    List<String> breaches();
}
