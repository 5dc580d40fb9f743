/* The desk of one unit: what is to be done in all services, most pressing first, and the forms of the duty officer. */

import { el, mark, write } from "./dom.js";
import { RaiseForm, ReceiveForm } from "./forms.js";
import { Frame } from "./frame.js";
import { FIGURE_NAMES, LATE, due, figureName, kindName, number, t, word } from "./texts.js";

const MOST = 25;
const RELOAD_AFTER = 1_000;

export class Desk {
  constructor(app, picture, me) {
    this.app = app;
    this.api = app.api;
    this.picture = picture;
    this.post = me.posts.find((post) => post.postId === app.api.actingPost) ?? me.posts[0];
    this.frame = new Frame(app, this.post.unitName ?? this.post.unitId, el("p", { class: "post" }, `${t("deskTitle")} · ${word(this.post.title)}`));
    this.sums = new Map();
    const figures = el("dl", { class: "totals" }, ...FIGURE_NAMES.map((name) => {
      const value = el("dd", { class: "sum" }, "–");
      const card = el("div", { class: "total", "data-figure": name }, el("dt", { class: "what" }, figureName(name)), value);
      this.sums.set(name, { value, card });
      return card;
    }));
    this.lists = {
      overdue: list(t("overdue"), "late"),
      soon: list(t("dueSoon"), "soon"),
      confirm: list(t("toConfirm"), ""),
      open: list(t("openWork"), ""),
      raised: list(t("raised"), ""),
    };
    this.forms = [new ReceiveForm(this), new RaiseForm(this)];
    this.element = el("div", { class: "desk" }, this.frame.head, this.frame.banner,
      el("section", { "aria-label": t("figures") }, figures),
      el("main", { class: "work" },
        el("div", { class: "lists" }, ...Object.values(this.lists).map((one) => one.element)),
        el("div", { class: "forms" }, me.posts.length > 1 ? this.#posts(me) : null, ...this.forms.map((form) => form.element))));
    this.reload();
  }

  #posts(me) {
    const select = el("select", { id: "acting", onchange: () => this.app.actFrom(select.value) },
      ...me.posts.map((post) => el("option", { value: post.postId, selected: post === this.post }, `${word(post.title)} · ${post.unitName ?? post.unitId}`)));
    return el("div", { class: "row" }, el("label", { for: "acting" }, t("actingPost")), select);
  }

  isBusy() {
    return this.forms.some((form) => form.isBegun());
  }

  leave() {
    clearTimeout(this.later);
    this.left = true;
  }

  /** Asks anew what is to be done, soon, and once for all that happens meanwhile. */
  reload() {
    this.later ??= setTimeout(async () => {
      await this.#ask().catch(() => {});
      this.later = null;
      if (this.again && !this.left) {
        this.again = false;
        this.reload();
      }
    }, this.asked ? RELOAD_AFTER : 0);
    this.asked = true;
  }

  happened() {
    if (this.later) this.again = true;
    else this.reload();
  }

  async #ask() {
    const unit = encodeURIComponent(this.post.unitId);
    const work = (view) => this.api.get(`/api/v1/work?view=${view}&unitId=${unit}&limit=${MOST}`);
    const [overdue, soon, confirm, open, obstacles] = await Promise.all([
      work("OVERDUE"), work("DUE_SOON"), work("TO_CONFIRM"), work("UNIT"), this.api.get(`/api/v1/obstacles?unitId=${unit}&limit=${MOST}`),
    ]);
    const shown = new Set([...overdue.items, ...soon.items, ...confirm.items].map((item) => item.id));
    const now = this.picture.now();
    this.lists.overdue.show(overdue, (item) => line(item, now));
    this.lists.soon.show(soon, (item) => line(item, now));
    this.lists.confirm.show(confirm, (item) => line(item, now));
    this.lists.open.show({ ...open, items: open.items.filter((item) => !shown.has(item.id)) }, (item) => line(item, now));
    const waiting = obstacles.items.filter((item) => ["RAISED", "TRIAGED"].includes(item.state));
    this.lists.raised.show({ ...obstacles, items: waiting }, (item) => obstacle(item, now));
  }

  paint(state) {
    this.frame.paint(state, this.picture);
    const unit = this.picture.units.get(this.post.unitId);
    if (!unit) return;
    for (const [name, { value, card }] of this.sums) {
      write(value, number(unit.figures[name] ?? 0));
      mark(card, "data-late", LATE.includes(name) && unit.figures[name] > 0 ? "" : null);
    }
    this.picture.changed ??= new Set();
    this.picture.changed.clear();
  }
}

function line(item, now) {
  const { category, topic, field, severity, state } = item.about;
  const what = [kindName(item.kind), ...[category ?? topic ?? field, severity].filter(Boolean).map(word)].join(" · ");
  return [what, word(state), item.dueAt ? due(Date.parse(item.dueAt), now) : t("noClock"), item.number ?? item.id];
}

function obstacle(item, now) {
  return [word(item.field), word(item.state), item.answerDueAt ? due(Date.parse(item.answerDueAt), now) : t("noClock"), item.number ?? item.id];
}

function list(title, kind) {
  const count = el("span", { class: "count" });
  const items = el("ul", { class: "files" });
  return {
    element: el("section", { class: "files-of", "data-kind": kind }, el("h2", {}, title, count), items),
    show(page, say) {
      write(count, `${page.items.length}${page.next ? "+" : ""}`);
      items.replaceChildren(...page.items.map((item) => {
        const [what, state, due, called] = say(item);
        return el("li", {}, el("b", {}, what), el("span", { class: "badge" }, state), el("span", { class: "due" }, due), el("code", {}, called));
      }));
      if (!page.items.length) items.append(el("li", { class: "none" }, t("none")));
    },
  };
}
