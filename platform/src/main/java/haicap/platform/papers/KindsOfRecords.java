package haicap.platform.papers;

import static java.util.Objects.requireNonNullElse;

import haicap.platform.access.Caller;
import haicap.platform.catalogue.Catalogue;
import haicap.platform.records.Records;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Of which kind a record is, by its id; of those of this service also who sees it. */
@Component
class KindsOfRecords {

    private static final String ID = "[a-z]+-[0-9a-z-]+";

    private final ObjectProvider<Records<?>> own;

    KindsOfRecords(ObjectProvider<Records<?>> own) {
        this.own = own;
    }

    /** The kind in this service of which a record of that id would be. */
    Optional<Records<?>> own(String id) {
        return own.stream().filter(kind -> id.startsWith(kind.idPrefix() + "-")).findFirst();
    }

    /** The kind of which a record of that id would be, in whatever service. */
    Optional<String> kind(String id) {
        return own(id).map(kind -> kind.kind())
                .or(() ->
                        Catalogue.kinds().values().stream()
                                .filter(kind -> id.matches(ID))
                                .filter(kind -> id.startsWith(kind.prefix() + "-"))
                                .map(Catalogue.Entry::code)
                                .findFirst());
    }

    /** Whether one of this service is there and seen; of others nobody here can tell. */
    boolean mayBeNamed(Caller caller, String id) {
        return own(id).map(kind -> kind.sees(caller, id)).orElseGet(() -> kind(id).isPresent());
    }

    /** The record out of which one of this service arose; empty for those of others. */
    String parentOf(String id) {
        return own(id).map(kind -> requireNonNullElse(kind.get(id).record().head().parentId(), ""))
                .orElse("");
    }
}
