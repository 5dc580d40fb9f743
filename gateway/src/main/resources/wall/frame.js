/* What the wall and the desk have in common: the head with clock and state, the banner, the switches. */

import { el, icon, mark, speak, write } from "./dom.js";
import { clockTime, day, spoken, t } from "./texts.js";

const THEME = "haicap.theme";

export function applyTheme() {
  const chosen = localStorage.getItem(THEME);
  if (chosen) document.documentElement.dataset.theme = chosen;
}

function otherTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const now = document.documentElement.dataset.theme ?? (dark ? "dark" : "light");
  const next = now === "dark" ? "light" : "dark";
  localStorage.setItem(THEME, next);
  document.documentElement.dataset.theme = next;
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

document.addEventListener("fullscreenchange", () => mark(document.documentElement, "data-full", document.fullscreenElement ? "" : null));

/** The switches that every page has. */
export function switches(app, signedIn) {
  const button = (name, label, act) =>
    el("button", { type: "button", class: "quiet", "aria-label": label, title: label, onclick: act }, icon(name));
  return el("div", { class: "switches" },
    el("button", { type: "button", class: "quiet language", lang: spoken() === "vi" ? "en" : "vi", "aria-label": t("languageLabel"), onclick: () => app.otherLanguage() }, t("language")),
    button("theme", t("theme"), otherTheme),
    document.fullscreenEnabled ? button("full", t("full"), fullScreen) : null,
    signedIn ? button("out", t("signOut"), () => app.signOut()) : null);
}

export class Frame {
  constructor(app, title, middle) {
    this.app = app;
    this.time = el("span", { class: "time" }, "--:--:--");
    this.day = el("span", { class: "day" });
    this.state = el("span", { class: "state", "data-state": "connecting" }, t("connecting"));
    this.banner = el("div", { class: "banner", role: "status", hidden: true });
    this.head = el("header", { class: "head" },
      el("div", { class: "brand" }, el("img", { src: app.file("icon.svg"), alt: "", width: 40, height: 40 }),
        el("div", {}, el("h1", {}, title), el("p", {}, t("police")))),
      middle,
      el("div", { class: "now" }, this.state, el("div", {}, this.time, this.day)),
      switches(app, true));
  }

  paint(state, picture) {
    mark(this.state, "data-state", state);
    const names = { live: "live", stale: "staleShort", reconnecting: "reconnectingShort", lagging: "laggingShort" };
    write(this.state, t(names[state] ?? "connecting"));
    if (picture.city || picture.units.size) {
      write(this.time, clockTime(picture.now()));
      write(this.day, day(picture.now()));
    }
    this.#warn(state, picture);
  }

  #warn(state, picture) {
    if (state !== this.shown) {
      this.shown = state;
      this.since = picture.units.size ? clockTime(picture.now()) : "…";
      const warns = ["stale", "reconnecting", "lagging", "resetting"].includes(state);
      this.banner.hidden = !warns;
      mark(this.banner, "data-state", state);
      this.banner.replaceChildren();
      if (warns) this.banner.append(icon("alert"), t(state, { at: this.since }));
      if (state === "live") speak(t("live"));
    }
  }
}
