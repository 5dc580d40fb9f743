package haicap.org.restructuring;

import haicap.org.lineage.Succession;
import haicap.org.units.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an act changes, as its rows are read; what stands already is not among it. */
final class ChangesOfAct {

    final List<Unit> established = new ArrayList<>();
    final List<Unit> described = new ArrayList<>();
    final List<Unit> moved = new ArrayList<>();
    final Map<String, Unit> dissolved = new LinkedHashMap<>();
    final List<Succession> recorded = new ArrayList<>();
    final List<Succession> corrected = new ArrayList<>();
}
