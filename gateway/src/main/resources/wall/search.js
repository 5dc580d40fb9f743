/* Finding a unit by name or code, with or without accents. */

import { el, icon } from "./dom.js";
import { plain, t } from "./texts.js";

const MOST = 8;

export class Search {
  constructor(picture, choose) {
    this.picture = picture;
    this.choose = choose;
    this.active = -1;
    this.list = el("ul", { id: "found", role: "listbox", "aria-label": t("search"), hidden: true });
    this.input = el("input", {
      id: "search", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", placeholder: t("searchHint"),
      "aria-label": t("search"), "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list",
      oninput: () => this.#look(), onkeydown: (e) => this.#key(e), onblur: () => setTimeout(() => this.#fold(), 150),
    });
    this.element = el("div", { class: "search", role: "search" }, icon("search"), this.input, el("kbd", { "aria-hidden": "true" }, "/"), this.list);
  }

  #look() {
    const wanted = plain(this.input.value.trim());
    const words = wanted.split(/\s+/);
    const begins = (unit) => (unit.plain.startsWith(wanted) ? 0 : 1);
    this.found = wanted
      ? [...this.picture.units.values()].filter((unit) => words.every((word) => unit.plain.includes(word)))
          .sort((a, b) => begins(a) - begins(b) || a.plain.localeCompare(b.plain)).slice(0, MOST)
      : [];
    this.active = this.found.length ? 0 : -1;
    this.list.replaceChildren(
      ...this.found.map((unit, index) =>
        el("li", { role: "option", id: `found-${index}`, "aria-selected": index === 0 ? "true" : "false", onpointerdown: (e) => { e.preventDefault(); this.#take(index); } },
          unit.name, el("small", {}, unit.code))),
    );
    if (wanted && !this.found.length) this.list.append(el("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, t("noUnit")));
    this.list.hidden = !wanted;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.#point();
  }

  #point() {
    if (this.active < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", `found-${this.active}`);
    [...this.list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === this.active)));
  }

  #key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const count = this.found?.length ?? 0;
      if (count) this.active = (this.active + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
      this.#point();
      event.preventDefault();
    } else if (event.key === "Enter" && this.active >= 0 && !this.list.hidden) {
      this.#take(this.active);
      event.preventDefault();
    } else if (event.key === "Escape") {
      this.input.value = "";
      this.#fold();
      this.input.blur();
      event.stopPropagation();
    }
  }

  #take(index) {
    const unit = this.found[index];
    this.input.value = "";
    this.#fold();
    this.choose(unit.id);
  }

  #fold() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}
