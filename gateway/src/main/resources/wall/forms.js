/*
 * The two forms of a duty officer. What is sent has one idempotency key for as long as it says the
 * same: a double click, a lost answer and a second try make one thing.
 */

import { Refused } from "./api.js";
import { el, write } from "./dom.js";
import { date, due, t, word } from "./texts.js";

const TRIES = 4;
const HANOI = 7 * 3_600_000;

const local = (instant) => new Date(instant + HANOI).toISOString();
/** What is no moment, such as one of the year 20255, goes out as it is: the answer names its field. */
const utc = (text) => {
  if (!text) return null;
  const at = Date.parse(`${text}:00.000Z`) - HANOI;
  return Number.isNaN(at) ? text : new Date(at).toISOString();
};
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

function choices(name, codes, optional) {
  return el("select", { name, id: `f-${name}`, required: !optional },
    optional ? el("option", { value: "" }, t("unknownYet")) : null, ...codes.map((code) => el("option", { value: code }, word(code))));
}

class Form {
  constructor(desk, kind, title, fields) {
    this.desk = desk;
    this.kind = kind;
    this.key = null;
    this.sent = null;
    this.title = title;
    this.fields = new Map();
    this.outcome = el("div", { class: "outcome", role: "status" });
    this.button = el("button", { type: "submit", class: "main" }, t("send"));
    const rows = fields.map(({ name, label, input, hint }) => {
      const fault = el("p", { class: "fault", id: `fault-${kind}-${name}`, hidden: true });
      input.id = `${kind}-${name}`;
      input.setAttribute("aria-describedby", fault.id);
      this.fields.set(name, { input, fault });
      const text = el("label", { for: input.id }, label);
      return input.type === "checkbox"
        ? el("div", { class: "row check" }, input, text, fault)
        : el("div", { class: "row" }, text, input, hint ? el("p", { class: "hint" }, hint) : null, fault);
    });
    this.form = el("form", { novalidate: true, onsubmit: (e) => { e.preventDefault(); this.#submit(); } }, ...rows, this.button);
    this.element = el("section", { class: "form", "aria-label": title }, el("h2", {}, title), this.form, this.outcome);
  }

  isBegun() {
    return [...this.fields.values()].some(({ input }) => input.tagName === "TEXTAREA" && input.value.trim() !== "");
  }

  value(name) {
    const { input } = this.fields.get(name);
    return input.type === "checkbox" ? input.checked : input.value;
  }

  async #submit() {
    if (this.sending) return;
    this.sending = true;
    this.button.setAttribute("aria-disabled", "true");
    write(this.button, t("sending"));
    this.#clear();
    try {
      this.#accepted(await this.#insist(JSON.stringify(this.body())));
    } catch (refusal) {
      this.#refused(refusal);
    } finally {
      this.sending = false;
      this.button.removeAttribute("aria-disabled");
      write(this.button, t("send"));
    }
  }

  /** The same body goes out under the same key until it has an answer for good. */
  async #insist(body) {
    if (body !== this.sent) {
      this.sent = body;
      this.key = crypto.randomUUID();
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.desk.api.post(this.path, body, this.key);
      } catch (failure) {
        const final = failure instanceof Refused && ![409, 429, 502, 503, 504].includes(failure.status);
        if (final || attempt === TRIES || (failure.status === 409 && failure.problem.code !== "idempotency-key-busy")) throw failure;
        write(this.outcome, t("retrying"));
        await pause(700 * attempt);
      }
    }
  }

  #accepted(answer) {
    this.sent = null;
    this.form.reset();
    this.fresh?.();
    this.outcome.replaceChildren(...this.say(answer));
    this.desk.reload();
  }

  #clear() {
    this.outcome.replaceChildren();
    for (const { input, fault } of this.fields.values()) {
      fault.hidden = true;
      write(fault, "");
      input.removeAttribute("aria-invalid");
    }
  }

  /** Each fault stands at the field that it names; the first of them gets the focus. */
  #refused(refusal) {
    if (!(refusal instanceof Refused)) {
      this.outcome.replaceChildren(el("p", { class: "bad" }, t("notSent")));
      return;
    }
    const rest = [];
    let first = null;
    for (const error of refusal.problem.errors ?? []) {
      const field = this.fields.get((error.pointer ?? "").replace(/^\//, ""));
      if (!field) {
        rest.push(error.detail ?? error.code);
        continue;
      }
      field.fault.hidden = false;
      write(field.fault, error.detail ?? error.code);
      field.input.setAttribute("aria-invalid", "true");
      first ??= field.input;
    }
    const { title, detail } = refusal.problem;
    this.outcome.replaceChildren(el("p", { class: "bad" }, el("b", {}, title ?? String(refusal.status)), " ", detail ?? "", rest.length ? ` ${rest.join(" ")}` : ""));
    first?.focus();
  }
}

export class ReceiveForm extends Form {
  path = "/api/v1/crime-reports";

  constructor(desk) {
    const now = local(desk.picture.now());
    super(desk, "report", t("receive"), [
      { name: "occurredOn", label: t("occurredOn"), input: el("input", { type: "date", value: now.slice(0, 10), required: true }) },
      { name: "receivedAt", label: t("receivedAt"), input: el("input", { type: "datetime-local", value: now.slice(0, 16), required: true }) },
      { name: "category", label: t("category"), input: choices("category", ["SO", "EC", "CO", "EN", "HT", "DR"]) },
      { name: "severity", label: t("severity"), input: choices("severity", ["LESS_SERIOUS", "SERIOUS", "VERY_SERIOUS", "ESPECIALLY_SERIOUS"], true) },
      { name: "channel", label: t("channel"), input: choices("channel", ["IN_PERSON", "PHONE", "DOCUMENT", "ONLINE", "REFERRAL"]) },
      { name: "urgent", label: t("urgent"), input: el("input", { type: "checkbox" }) },
      { name: "summary", label: t("summary"), hint: t("summaryHint"), input: el("textarea", { rows: 4, required: true }) },
    ]);
  }

  fresh() {
    const now = local(this.desk.picture.now());
    this.fields.get("occurredOn").input.value = now.slice(0, 10);
    this.fields.get("receivedAt").input.value = now.slice(0, 16);
  }

  body() {
    const body = {
      occurredOn: this.value("occurredOn") || null,
      receivedAt: utc(this.value("receivedAt")),
      category: this.value("category"),
      channel: this.value("channel"),
      urgent: this.value("urgent"),
      summary: this.value("summary"),
    };
    if (this.value("severity")) body.severity = this.value("severity");
    return body;
  }

  say(report) {
    return [
      el("p", { class: "good" }, t("accepted", { number: report.number })),
      el("h3", {}, t("running")),
      el("ul", { class: "clocks" }, ...report.deadlines.map((each) => clock(each, this.desk.picture.now()))),
    ];
  }
}

/** A clock: its name and end, the article, and each step that moved it. */
function clock(deadline, now) {
  return el("li", {},
    el("b", {}, deadline.title), " ", el("span", { class: "due" }, due(Date.parse(deadline.due), now)),
    el("small", {}, `${t("article")}: ${deadline.article}`),
    deadline.steps?.length
      ? el("details", {}, el("summary", {}, t("why")), el("ol", {}, ...deadline.steps.map((step) => el("li", {}, `${date(Date.parse(step.day))}: ${step.why}`))))
      : null);
}

export class RaiseForm extends Form {
  path = "/api/v1/obstacles";

  constructor(desk) {
    super(desk, "obstacle", t("raise"), [
      { name: "field", label: t("field"), input: choices("field", ["GENERAL", "SECURITY", "CRIME", "AREA_POLICE", "ORDER"]) },
      { name: "severity", label: t("hinders"), input: choices("severity", ["LOW", "MEDIUM", "HIGH"]) },
      { name: "description", label: t("description"), hint: t("summaryHint"), input: el("textarea", { rows: 4, required: true }) },
      { name: "legalBasisIssue", label: t("legalBasis"), input: el("textarea", { rows: 2 }) },
    ]);
  }

  body() {
    const body = { field: this.value("field"), severity: this.value("severity"), description: this.value("description") };
    if (this.value("legalBasisIssue").trim()) body.legalBasisIssue = this.value("legalBasisIssue");
    return body;
  }

  say(obstacle) {
    return [el("p", { class: "good" }, t("acceptedObstacle", { number: obstacle.number }))];
  }
}
