package haicap.acceptance.siege;

import haicap.acceptance.client.Api;
import haicap.acceptance.client.Session;
import haicap.acceptance.load.Units.Unit;
import haicap.acceptance.system.RunningSystem;

/**
 * What is besieged, and how hard.
 *
 * @param scale of an attack: 1 as it was once seen to succeed, less for a light form
 */
public record Ground(RunningSystem system, Api api, Unit unit, double scale) {

    /** So many of what were that many. */
    int of(int seen) {
        return Math.max(2, (int) (seen * scale));
    }

    /** Somebody who may do little. */
    Session officer() {
        return api.as(unit.officer());
    }

    Wire wire() {
        return Wire.to(system.gateway());
    }

    Wire deaf() {
        return Wire.deaf(system.gateway());
    }
}
