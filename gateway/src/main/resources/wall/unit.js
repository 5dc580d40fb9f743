/* The panel of one unit: its figures, what it was, what it did last. */

import { el, icon, mark, write } from "./dom.js";
import { FIGURE_NAMES, LATE, ago, date, figureName, happened, moment, number, t } from "./texts.js";

const LATEST = 8;

export class UnitPanel {
  constructor(unit, picture, api, close) {
    this.unit = unit;
    this.picture = picture;
    this.age = el("span", {});
    this.values = new Map();
    this.latest = el("ol", { class: "happenings" });
    this.past = el("p", { class: "past" });
    this.profile = el("p", { class: "profile" });
    const figures = el("dl", { class: "figures" });
    for (const name of FIGURE_NAMES) {
      const value = el("dd", {});
      this.values.set(name, value);
      figures.append(el("div", { "data-figure": name }, el("dt", {}, figureName(name)), value));
    }
    this.heading = el("h2", { tabindex: "-1", id: "unit-name" }, unit.name);
    this.element = el("section", { class: "unit", "aria-labelledby": "unit-name" },
      el("header", {}, this.heading, el("button", { type: "button", class: "quiet", "aria-label": t("close"), title: t("close"), onclick: close }, icon("close"))),
      el("p", { class: "meta" }, `${t("code")} ${unit.code} · ${t("dataAge")}: `, this.age),
      this.past, this.profile, figures,
      el("h3", {}, t("latest")), this.latest,
      el("h3", {}, t("links")),
      el("ul", { class: "links" },
        el("li", {}, el("a", { href: `#unit=${unit.id}` }, t("permalink"))),
        el("li", {}, el("a", { href: "/docs" }, t("documents")))));
    this.#tellPast(api);
    this.paint();
  }

  async #tellPast(api) {
    const at = `/api/v1/units/${encodeURIComponent(this.unit.id)}`;
    const [lineage, profile] = await Promise.allSettled([api.get(`${at}/lineage`), api.get(`${at}/profile`)]);
    write(this.past, lineage.status === "fulfilled" ? formerly(lineage.value) : t("lineageGone"));
    if (profile.status === "fulfilled" && profile.value.population) {
      write(this.profile, t("profile", { people: number(profile.value.population), area: number(profile.value.areaKm2) }));
    }
  }

  paint() {
    const unit = this.picture.units.get(this.unit.id);
    if (!unit) return;
    for (const [name, value] of this.values) {
      write(value, number(unit.figures[name] ?? 0));
      mark(value.parentElement, "data-late", LATE.includes(name) && unit.figures[name] > 0 ? "" : null);
    }
    write(this.age, unit.heardAt === null ? t("never") : ago(this.picture.now() - unit.heardAt));
    const own = this.picture.activities.filter((activity) => activity.unitId === unit.id).slice(0, LATEST);
    const shown = own.map((activity) => activity.at + activity.subject).join();
    if (shown === this.shown && this.latest.firstChild) return;
    this.shown = shown;
    this.latest.replaceChildren(
      ...(own.length
        ? own.map((activity) => el("li", {}, el("time", {}, moment(Date.parse(activity.at))), " ", happened(activity.type)))
        : [el("li", { class: "none" }, t("noActivity"))]));
  }
}

function formerly(lineage) {
  const seen = new Map();
  for (const edge of lineage.predecessors) {
    if (edge.generation === 1 && !seen.has(edge.unit.id)) {
      seen.set(edge.unit.id, edge.unit.name + (edge.share === "PART" ? ` (${t("partOf")})` : ""));
    }
  }
  const since = `${t("since")} ${date(Date.parse(lineage.unit.validFrom))}`;
  return seen.size ? `${t("formerly")}: ${[...seen.values()].join(", ")}; ${since}` : since;
}
