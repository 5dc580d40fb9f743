/* The wall: the city's sums, its units as tiles, what happens, and what somebody should look at. */

import { el, icon, mark, speak, write } from "./dom.js";
import { Frame } from "./frame.js";
import { Search } from "./search.js";
import { Tiles } from "./tiles.js";
import { UnitPanel } from "./unit.js";
import { late } from "./picture.js";
import { FIGURE_NAMES, LATE, alertText, clockTime, figureName, happened, number, t } from "./texts.js";

const ROWS = 16;
const ALERTS = 6;
const LEADERS = 8;
const SELDOM = 250;
const CHOSEN = "haicap.figure";

export class Wall {
  constructor(app, picture, places) {
    this.app = app;
    this.picture = picture;
    const kept = localStorage.getItem(CHOSEN);
    this.figure = FIGURE_NAMES.includes(kept) ? kept : FIGURE_NAMES[0];
    this.search = new Search(picture, (id) => this.choose(id));
    this.frame = new Frame(app, t("title"), this.search.element);
    this.tiles = new Tiles(places, picture, (id) => this.choose(id));
    this.ticker = rows(ROWS, "happenings", (id) => this.choose(id));
    this.alerts = rows(ALERTS, "alerts", (id) => this.choose(id));
    this.leaders = rows(LEADERS, "leaders", (id) => this.choose(id));
    this.leadersTitle = el("h2", {});
    this.noAlerts = el("p", { class: "none" }, t("noAlerts"));
    this.noNews = el("p", { class: "none" }, t("nothingYet"));
    this.panel = el("div", { class: "panel", hidden: true });
    this.side = el("div", { class: "lists" },
      el("section", { "aria-label": t("alerts") }, el("h2", {}, icon("alert"), t("alerts")), this.noAlerts, this.alerts.element),
      el("section", {}, this.leadersTitle, this.leaders.element),
      el("section", { class: "ticker", "aria-label": t("ticker") }, el("h2", {}, t("ticker")), this.noNews, this.ticker.element));
    this.element = el("div", { class: "wall" },
      el("a", { class: "skip", href: "#map", onclick: (e) => { e.preventDefault(); this.tiles.element.querySelector('[tabindex="0"]')?.focus(); } }, t("skip")),
      this.frame.head, this.frame.banner, this.#totals(),
      el("main", { class: "stage" }, el("div", { class: "field" }, this.tiles.element, this.tiles.others, this.tiles.legend)),
      el("aside", { class: "side", "aria-label": t("unitPanel") }, this.panel, this.side));
    this.onKey = (event) => this.#key(event);
    document.addEventListener("keydown", this.onKey);
    this.onHash = () => this.#fromAddress();
    addEventListener("hashchange", this.onHash);
    this.seldomAt = 0;
    this.alerted = picture.alerts[0];
    this.spokeAt = 0;
  }

  leave() {
    document.removeEventListener("keydown", this.onKey);
    removeEventListener("hashchange", this.onHash);
  }

  #totals() {
    this.sums = new Map();
    const cards = FIGURE_NAMES.map((name) => {
      const value = el("span", { class: "sum" }, "–");
      const radio = el("input", { type: "radio", name: "figure", value: name, checked: name === this.figure, class: "unseen", onchange: () => this.#colourBy(name) });
      const card = el("label", { class: "total", "data-figure": name }, radio, value, el("span", { class: "what" }, figureName(name)));
      this.sums.set(name, { value, card });
      return card;
    });
    return el("fieldset", { class: "totals" }, el("legend", { class: "unseen" }, `${t("totals")}. ${t("colourBy")}`), ...cards);
  }

  #colourBy(name) {
    this.figure = name;
    localStorage.setItem(CHOSEN, name);
    this.seldomAt = 0;
    this.app.repaint();
  }

  choose(id) {
    const unit = this.picture.units.get(id);
    if (!unit) return;
    this.chosen = id;
    this.openedFrom = document.activeElement;
    this.unit = new UnitPanel(unit, this.picture, this.app.api, () => this.closeUnit());
    this.panel.replaceChildren(this.unit.element);
    this.panel.hidden = false;
    mark(this.element, "data-unit-open", "");
    this.unit.heading.focus();
    if (location.hash !== `#unit=${id}`) history.replaceState(null, "", `#unit=${id}`);
    this.app.repaint();
  }

  closeUnit() {
    if (!this.unit) return;
    const id = this.chosen;
    this.unit = null;
    this.chosen = null;
    this.panel.hidden = true;
    this.panel.replaceChildren();
    mark(this.element, "data-unit-open", null);
    history.replaceState(null, "", location.pathname);
    if (this.tiles.tiles.has(id)) this.tiles.focus(id);
    else this.search.input.focus();
    this.app.repaint();
  }

  #fromAddress() {
    const named = /^#unit=([\w-]+)$/.exec(location.hash)?.[1];
    if (named && named !== this.chosen) this.choose(named);
  }

  #key(event) {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "radio";
    if (event.key === "/" && !typing) {
      event.preventDefault();
      this.search.input.focus();
    } else if (event.key === "Escape") this.closeUnit();
  }

  paint(state) {
    const picture = this.picture;
    this.frame.paint(state, picture);
    if (!picture.city) return;
    for (const [name, { value, card }] of this.sums) {
      write(value, number(picture.city[name] ?? 0));
      mark(card, "data-late", LATE.includes(name) && picture.city[name] > 0 ? "" : null);
    }
    const first = this.tiles.tiles.size === 0;
    this.tiles.paint(this.figure, this.chosen ?? null);
    picture.changed ??= new Set();
    picture.changed.clear();
    const now = performance.now();
    if (now - this.seldomAt >= SELDOM) {
      this.seldomAt = now;
      this.#paintLists();
    }
    if (first) {
      this.#fromAddress();
      requestAnimationFrame(() => setTimeout(() => performance.mark("haicap:painted")));
    }
  }

  #paintLists() {
    const picture = this.picture;
    this.noNews.hidden = picture.activities.length > 0;
    this.noAlerts.hidden = picture.alerts.length > 0;
    this.ticker.paint(picture.activities, (activity) => [clockTime(Date.parse(activity.at)), picture.name(activity.unitId), happened(activity.type), activity.unitId]);
    this.alerts.paint(picture.alerts, (alert) => [clockTime(Date.parse(alert.at)), picture.name(alert.unitId), alertText(alert), alert.unitId]);
    write(this.leadersTitle, `${t("leading")}: ${figureName(this.figure)}`);
    const leaders = [...picture.units.values()].filter((unit) => unit.figures[this.figure] > 0)
      .sort((a, b) => b.figures[this.figure] - a.figures[this.figure] || a.code.localeCompare(b.code)).slice(0, LEADERS);
    this.leaders.paint(leaders, (unit) => [number(unit.figures[this.figure]), unit.name, late(unit.figures) ? `${number(late(unit.figures))} ${t("overdueShort")}` : "", unit.id]);
    this.unit?.paint();
    this.#speakAlerts();
  }

  /** At most every five seconds, and only the newest: nobody can listen to more. */
  #speakAlerts() {
    const newest = this.picture.alerts[0];
    const now = performance.now();
    if (!newest || newest === this.alerted || now - this.spokeAt < 5_000) return;
    this.alerted = newest;
    this.spokeAt = now;
    speak(`${this.picture.name(newest.unitId)}: ${alertText(newest)}`);
  }
}

/** A list with a fixed number of rows, rewritten in place. */
function rows(count, name, choose) {
  const all = Array.from({ length: count }, () => {
    const cells = [el("span", { class: "when" }), el("span", { class: "who" }), el("span", { class: "what" })];
    const row = el("li", { hidden: true });
    row.append(el("button", { type: "button", onclick: () => row.dataset.id && choose(row.dataset.id) }, ...cells));
    return { row, cells };
  });
  return {
    element: el("ol", { class: `rows ${name}` }, ...all.map(({ row }) => row)),
    paint(things, say) {
      all.forEach(({ row, cells }, index) => {
        const thing = things[index];
        if (row.hidden !== !thing) row.hidden = !thing;
        if (!thing) return;
        const said = say(thing);
        cells.forEach((cell, at) => write(cell, said[at]));
        mark(row, "data-id", said[3]);
      });
    },
  };
}
