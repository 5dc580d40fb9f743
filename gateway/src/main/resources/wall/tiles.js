/* The map: one button for each unit, all of one size, near its neighbours. */

import { el, icon, mark, write } from "./dom.js";
import { late } from "./picture.js";
import { LATE, figureName, number, t } from "./texts.js";

const STEPS = 5;

/** Even steps of a round size that reach the largest value. */
export function stepSize(most) {
  const rough = Math.max(1, most / STEPS);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((n) => n * power).find((size) => size >= rough);
}

export class Tiles {
  constructor(places, picture, choose) {
    this.places = places;
    this.picture = picture;
    this.choose = choose;
    this.tiles = new Map();
    this.size = 0;
    this.element = el("div", { class: "tiles", id: "map", role: "group", "aria-label": t("map"), onkeydown: (e) => this.#walk(e) });
    this.legend = el("div", { class: "legend", role: "note", "aria-label": t("legend") });
    this.others = el("div", { class: "others" });
    this.fresh = new Set();
  }

  /** Lays every unit that has a place; the rest stand below. */
  #lay() {
    const focused = document.activeElement?.closest?.(".tiles [data-unit]")?.dataset.unit;
    this.tiles.clear();
    this.element.replaceChildren();
    const inOrder = Object.entries(this.places).sort(([, a], [, b]) => a[1] - b[1] || a[0] - b[0]);
    for (const [id, [column, row]] of inOrder) {
      const unit = this.picture.units.get(id);
      if (unit) this.element.append(this.#tile(unit, column, row));
    }
    this.element.querySelector("button")?.setAttribute("tabindex", "0");
    if (focused) this.focus(focused);
  }

  #tile(unit, column, row) {
    const tile = {
      column,
      row,
      value: el("span", { class: "value" }),
      late: el("span", { class: "late" }),
    };
    tile.button = el(
      "button",
      { type: "button", class: "tile", tabindex: "-1", "data-unit": unit.id, onclick: () => this.choose(unit.id), onfocus: () => this.#rove(tile) },
      tile.value,
      el("span", { class: "name" }, unit.name),
      tile.late,
    );
    tile.button.style.gridColumn = String(column + 1);
    tile.button.style.gridRow = String(row + 1);
    this.tiles.set(unit.id, tile);
    return tile.button;
  }

  #rove(tile) {
    this.element.querySelector('[tabindex="0"]')?.setAttribute("tabindex", "-1");
    tile.button.setAttribute("tabindex", "0");
  }

  focus(unitId) {
    this.tiles.get(unitId)?.button.focus();
  }

  #walk(event) {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const all = [...this.tiles.values()];
    const from = all.find((tile) => tile.button === document.activeElement);
    if (!from || (!way && event.key !== "Home" && event.key !== "End")) return;
    event.preventDefault();
    if (!way) return all.at(event.key === "Home" ? 0 : -1).button.focus();
    const [dx, dy] = way;
    const ahead = all
      .filter((tile) => (dx ? (tile.column - from.column) * dx > 0 : (tile.row - from.row) * dy > 0))
      .map((tile) => ({ tile, far: Math.abs(tile.column - from.column) * (dx ? 1 : 20) + Math.abs(tile.row - from.row) * (dy ? 1 : 20) }))
      .sort((a, b) => a.far - b.far);
    ahead[0]?.tile.button.focus();
  }

  paint(figure, chosen) {
    const all = this.picture.changed === null || this.tiles.size === 0 || figure !== this.figure;
    if (this.picture.changed === null || this.tiles.size === 0) this.#lay();
    const size = this.#scale(figure);
    const rescaled = size !== this.size || figure !== this.figure;
    this.figure = figure;
    this.size = size;
    if (rescaled) this.#explain();
    const now = performance.now();
    for (const id of [...this.fresh]) {
      if (this.picture.units.get(id)?.freshUntil > now) continue;
      this.fresh.delete(id);
      if (this.tiles.has(id)) mark(this.tiles.get(id).button, "data-fresh", null);
    }
    for (const id of all || rescaled ? this.tiles.keys() : this.picture.changed) this.#paintTile(id, now);
    if (chosen !== this.chosen || all) {
      for (const [id, tile] of this.tiles) mark(tile.button, "aria-pressed", id === chosen ? "true" : "false");
      this.chosen = chosen;
    }
    this.#paintOthers();
  }

  #paintTile(id, now) {
    const tile = this.tiles.get(id);
    if (!tile) return;
    const unit = this.picture.units.get(id);
    const value = unit.figures[this.figure] ?? 0;
    const overdue = late(unit.figures);
    write(tile.value, number(value));
    mark(tile.button, "data-long", value >= 1_000 ? "" : null);
    write(tile.late, overdue ? number(overdue) : "");
    mark(tile.button, "data-step", value === 0 ? 0 : Math.min(STEPS, Math.ceil(value / this.size)));
    mark(tile.button, "data-late", overdue > 0 ? "" : null);
    mark(tile.button, "data-silent", this.picture.isSilent(unit) ? "" : null);
    mark(tile.button, "aria-label", `${unit.name}: ${figureName(this.figure)} ${number(value)}${overdue ? `; ${number(overdue)} ${t("overdueShort")}` : ""}`);
    if (unit.freshUntil > now) {
      this.fresh.add(id);
      mark(tile.button, "data-fresh", "");
    }
  }

  /** The scale grows with the largest value and shrinks only when it has become far too wide. */
  #scale(figure) {
    let most = 0;
    for (const id of this.tiles.keys()) most = Math.max(most, this.picture.units.get(id).figures[figure] ?? 0);
    const size = stepSize(most);
    return figure === this.figure && size < this.size && size * 3 > this.size ? this.size : size;
  }

  #explain() {
    mark(this.element, "data-hue", LATE.includes(this.figure) ? "late" : "work");
    const steps = el("ol", { class: "steps", "data-hue": LATE.includes(this.figure) ? "late" : "work" });
    for (let step = 0; step <= STEPS; step++) {
      const from = (step - 1) * this.size + 1;
      const to = step * this.size;
      const range = step === 0 ? "0" : step === STEPS ? `≥ ${number(from)}` : from === to ? number(to) : `${number(from)}–${number(to)}`;
      steps.append(el("li", { "data-step": step }, range));
    }
    this.legend.replaceChildren(
      el("strong", {}, figureName(this.figure)),
      steps,
      el("span", { class: "sign" }, el("i", { class: "swatch", "data-late": true }), t("overdueSign")),
      el("span", { class: "sign" }, el("i", { class: "swatch", "data-fresh": true }), t("freshSign")),
      el("span", { class: "sign" }, el("i", { class: "swatch", "data-silent": true }), t("silentSign")),
    );
  }

  /** Units without a tile: new communes, and what has something to its name, as departments do. */
  #paintOthers() {
    const shown = [...this.picture.units.values()].filter(
      (unit) => !this.tiles.has(unit.id) && (unit.tier === "COMMUNE" || (unit.figures[this.figure] ?? 0) > 0 || late(unit.figures) > 0),
    );
    const text = shown.map((unit) => `${unit.id} ${unit.figures[this.figure]} ${late(unit.figures)}`).join();
    if (text === this.othersShown) return;
    this.othersShown = text;
    this.others.replaceChildren();
    if (shown.length === 0) return;
    this.others.append(el("span", {}, t("others")));
    for (const unit of shown) {
      const overdue = late(unit.figures);
      this.others.append(
        el("button", { type: "button", "data-unit": unit.id, onclick: () => this.choose(unit.id) },
          `${unit.name} `, el("b", {}, number(unit.figures[this.figure] ?? 0)), overdue ? icon("alert") : null),
      );
    }
  }
}
