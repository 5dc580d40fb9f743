package haicap.specimen.repairs;

import haicap.platform.problems.Refusal;
import haicap.platform.records.Head;
import haicap.platform.records.WorkRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something of a unit's premises that is to be repaired.
 *
 * @param place which part of the premises
 * @param workshop the unit that is asked to do it
 */
record Repair(Head head, RepairState state, Place place, String workshop, Texts texts)
        implements WorkRecord {

    static final String KIND = "repair";
    static final String OBJECT_CLASS = "REPAIR";

    /** Parts of premises. */
    enum Place {
        ROOF,
        YARD
    }

    /** What was written freely. */
    record Texts(@Nullable String defect, @Nullable String work) {}

    static Repair asked(Head head, Place place, String workshop, String defect) {
        return new Repair(head, RepairState.ASKED, place, workshop, new Texts(defect, null));
    }

    Repair ordered(String post) {
        require(RepairState.ASKED, "order");
        return new Repair(head.next().decidedOn(post), RepairState.ORDERED, place, workshop, texts);
    }

    /** Another unit has the premises now. */
    Repair passedTo(String unit) {
        require(RepairState.ORDERED, "passing-on");
        return new Repair(head.next().passedTo(unit), state, place, workshop, texts);
    }

    Repair done(String work) {
        require(RepairState.ORDERED, "completion");
        return new Repair(
                head.next(), RepairState.DONE, place, workshop, new Texts(texts.defect(), work));
    }

    @Override
    public boolean isOpen() {
        return state != RepairState.DONE;
    }

    private void require(RepairState needed, String attempted) {
        if (state != needed) {
            throw Refusal.conflict(
                    "repair-state", Map.of("id", head.id(), "state", state, "action", attempted));
        }
    }
}
