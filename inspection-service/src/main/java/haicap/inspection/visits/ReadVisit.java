package haicap.inspection.visits;

import haicap.inspection.custody.Custody;
import haicap.platform.access.Caller;
import org.springframework.stereotype.Component;

/** Shows one visit to those who may see it. It holds no text. */
@Component
class ReadVisit {

    private final Visits visits;
    private final Custody custody;
    private final VisitViews views;

    ReadVisit(Visits visits, Custody custody, VisitViews views) {
        this.visits = visits;
        this.custody = custody;
        this.views = views;
    }

    VisitView read(String id, Caller caller) {
        var visit = visits.get(id);
        custody.requireSight(caller, Visit.KIND, id, visit.unitId(), Visit.OBJECT_CLASS);
        return views.of(visit);
    }
}
