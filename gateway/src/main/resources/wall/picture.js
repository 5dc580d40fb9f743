/*
 * The picture: one snapshot, then what the stream tells. Everything is bounded: a unit has one entry,
 * and of what happened only the newest is kept.
 */

import { LATE, plain } from "./texts.js";

const ACTIVITIES = 60;
const ALERTS = 30;
const SILENT_AFTER = 24 * 3_600_000;

export class Picture {
  units = new Map();
  city = null;
  position = null;
  activities = [];
  alerts = [];
  /** Units that must be repainted; everything is repainted when it is null. */
  changed = null;
  told = 0;
  #clock = 0;
  #clockReadAt = 0;

  /** The whole picture anew. */
  take(snapshot) {
    const known = this.units;
    this.units = new Map();
    for (const unit of snapshot.units) {
      const before = known.get(unit.unitId);
      this.units.set(unit.unitId, {
        id: unit.unitId,
        code: unit.code,
        name: unit.name,
        tier: unit.tier,
        plain: `${plain(unit.name)} ${unit.code}`,
        figures: unit.figures,
        heardAt: unit.lastEventAt ? Date.parse(unit.lastEventAt) : null,
        freshUntil: before?.freshUntil ?? 0,
      });
    }
    this.city = snapshot.city ?? null;
    this.position = snapshot.position;
    this.changed = null;
    this.tellTime(snapshot);
  }

  /** Only what the stream does not tell: the time, and when each unit was last heard of. */
  look(snapshot) {
    this.tellTime(snapshot);
    for (const seen of snapshot.units) {
      const unit = this.units.get(seen.unitId);
      if (unit && seen.lastEventAt) {
        unit.heardAt = Math.max(unit.heardAt ?? 0, Date.parse(seen.lastEventAt));
        this.touch(unit.id);
      }
    }
  }

  tellTime(snapshot) {
    this.#clock = Date.parse(snapshot.asOf);
    this.#clockReadAt = performance.now();
  }

  /** The system's time, which may not be the computer's. */
  now() {
    return this.#clock + performance.now() - this.#clockReadAt;
  }

  /** Whether another picture is needed: one of the units of which this was heard. */
  lacks(name, { unitId, figures }) {
    return name === "unit" && !this.units.has(unitId) && !isNone(figures);
  }

  /** Whether a snapshot shows other units, as after a restructuring; those with figures are streamed. */
  isOfOtherUnits(snapshot) {
    const seen = new Set(snapshot.units.map((unit) => unit.unitId));
    return (
      [...seen].some((id) => !this.units.has(id)) ||
      [...this.units.values()].some((unit) => !seen.has(unit.id) && isNone(unit.figures))
    );
  }

  hear(name, data) {
    if (name === "unit") this.#figures(data);
    else if (name === "activity") this.#activity(data);
    else if (name === "alert") keep(this.alerts, data, ALERTS);
    this.told++;
  }

  #figures({ unitId, figures, city }) {
    const unit = this.units.get(unitId);
    if (unit) {
      unit.figures = { ...unit.figures, ...figures };
      unit.freshUntil = performance.now() + 1_500;
      this.touch(unitId);
    }
    if (city) this.city = { ...this.city, ...city };
  }

  #activity(activity) {
    keep(this.activities, activity, ACTIVITIES);
    const unit = this.units.get(activity.unitId);
    if (unit) {
      unit.heardAt = Math.max(unit.heardAt ?? 0, Date.parse(activity.at));
      this.touch(activity.unitId);
    }
  }

  touch(unitId) {
    this.changed?.add(unitId);
  }

  name(unitId) {
    return this.units.get(unitId)?.name ?? unitId;
  }

  isSilent(unit) {
    return unit.heardAt !== null && this.now() - unit.heardAt > SILENT_AFTER;
  }
}

const isNone = (figures) => Object.values(figures).every((count) => count === 0);

export const late = (figures) => LATE.reduce((sum, figure) => sum + (figures[figure] ?? 0), 0);

function keep(list, newest, most) {
  list.unshift(newest);
  if (list.length > most) list.length = most;
}

/** Repaints once a frame at most, and not more often than people see; the first change at once. */
export class Painting {
  static BETWEEN = 120;
  #asked = false;
  #at = 0;

  constructor(paint) {
    this.paint = paint;
  }

  ask() {
    if (this.#asked) return;
    this.#asked = true;
    const wait = this.#at + Painting.BETWEEN - performance.now();
    const frame = () =>
      requestAnimationFrame(() => {
        this.#asked = false;
        this.#at = performance.now();
        this.paint();
      });
    if (wait > 0) setTimeout(frame, wait);
    else frame();
  }
}
