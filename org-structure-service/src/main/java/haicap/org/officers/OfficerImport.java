package haicap.org.officers;

import haicap.org.imports.ImportKind;
import haicap.org.imports.Intake;
import haicap.platform.access.Caller;
import haicap.platform.imports.Outcome;
import haicap.platform.imports.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Officers by their service numbers; a number once given stays with its officer. */
@Component
class OfficerImport implements ImportKind {

    private final Officers officers;

    OfficerImport(Officers officers) {
        this.officers = officers;
    }

    @Override
    public String name() {
        return "officers";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "service_number");
    }

    @Override
    public Intake begin(Caller by) {
        return new NewOfficers(officers.byServiceNumber());
    }

    private final class NewOfficers implements Intake {

        private final Map<String, Officer> byNumber;
        private final Map<String, Officer> byId = new HashMap<>();
        private final List<Officer> added = new ArrayList<>();

        NewOfficers(Map<String, Officer> byNumber) {
            this.byNumber = byNumber;
            byNumber.values().forEach(officer -> byId.put(officer.id(), officer));
        }

        @Override
        public Outcome take(Row row) {
            var officer = new Officer(row.id("id"), row.text("service_number"));
            var sameNumber = byNumber.putIfAbsent(officer.serviceNumber(), officer);
            var sameId = byId.putIfAbsent(officer.id(), officer);
            if (sameNumber == null && sameId == null) {
                added.add(officer);
                return Outcome.CREATED;
            }
            if (!officer.equals(sameNumber)) {
                throw row.refused("service_number", "service-number-taken", "id", officer.id());
            }
            return Outcome.UNCHANGED;
        }

        @Override
        public void apply() {
            officers.add(added);
        }
    }
}
