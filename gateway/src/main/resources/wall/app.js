/*
 * 1. The page asks who serves it, and signs in silently where the identity remembers the reader.
 * 2. Who may see the city gets the wall; who may not, the desk of the own unit.
 * 3. One snapshot paints the picture, one stream moves it; where the stream says reset, or names a unit
 *    that the snapshot did not show, a new one is taken. The clock and the age of the data are read from
 *    a snapshot twice a minute, and so is which units there are.
 * 4. When a new build is served, the page loads itself anew; it asks once a minute, and when the stream
 *    is back.
 */

import { Api, Refused } from "./api.js";
import { Desk } from "./desk.js";
import { el, speak } from "./dom.js";
import { applyTheme, switches } from "./frame.js";
import { Painting, Picture } from "./picture.js";
import { Session } from "./session.js";
import { Stream } from "./stream.js";
import { Wall } from "./wall.js";
import { speakOther, spoken, t } from "./texts.js";

const LOOK_EVERY = 30_000;
const BUILD_EVERY = 60_000;
const RETRY = 3_000;
const CITY_TITLES = ["CITY_DIRECTOR", "DEPUTY_DIRECTOR", "DEPARTMENT_HEAD"];
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

class App {
  constructor(place) {
    this.place = place;
    this.root = document.getElementById("app");
    this.session = new Session(place.signIn, () => this.stream?.renew());
    this.api = new Api(this.session);
    this.painting = new Painting(() => this.paint());
    this.state = "connecting";
    setInterval(() => this.repaint(), 1_000);
    setInterval(() => this.#look(), LOOK_EVERY);
    setInterval(() => this.#askForBuild(), BUILD_EVERY);
    addEventListener("offline", () => this.stream?.again());
    addEventListener("online", () => this.stream?.renew());
    document.addEventListener("visibilitychange", () => document.hidden || this.#look());
  }

  file(name) {
    return `/wall/${this.place.build}/${name}`;
  }

  async begin() {
    document.documentElement.lang = spoken();
    const outcome = await this.session.begin();
    if (outcome === "in") await this.#open();
    else this.#door(outcome === "failed" ? "signInFailed" : null);
  }

  /** The page of who has not signed in. */
  #door(message) {
    this.#close();
    document.title = "Hai Cấp";
    this.root.replaceChildren(
      el("main", { class: "door" },
        el("img", { src: this.file("icon.svg"), alt: "", width: 72, height: 72 }),
        el("h1", {}, "Hai Cấp"), el("p", { class: "lead" }, t("welcome")),
        message ? el("p", { class: "message", role: "status" }, t(message)) : null,
        el("button", { type: "button", class: "main", onclick: () => this.session.signIn(spoken()) }, t("signIn")),
        switches(this, false)));
    this.redraw = () => this.#door(message);
  }

  #close() {
    this.stream?.close();
    this.stream = null;
    this.view?.leave?.();
    this.view = null;
  }

  async #open() {
    this.picture = new Picture();
    this.me = null;
    for (;;) {
      try {
        const [me, places] = await Promise.all([this.#whoAmI(), this.#places()]);
        if (me && !seesTheCity(me)) return this.#openDesk(me);
        const snapshot = await this.api.get("/api/v1/feed/city");
        this.places = places;
        this.#show("/api/v1/feed/city", snapshot);
        return;
      } catch (refusal) {
        if (refusal instanceof Refused && [403, 404].includes(refusal.status)) return this.#openDesk();
        if (!(await this.#mayGoOn(refusal))) return;
      }
    }
  }

  /** Null while nobody says it: then the city's feed itself tells who may see it. */
  async #whoAmI() {
    try {
      return await this.api.get("/api/v1/me");
    } catch (refusal) {
      if (refusal instanceof Refused && refusal.status === 401) throw refusal;
      return null;
    }
  }

  async #places() {
    return this.places ?? (await fetch(this.file("tiles.json"))).json();
  }

  async #openDesk(known = null) {
    for (;;) {
      try {
        this.me = known ?? (await this.api.get("/api/v1/me"));
        known = null;
        if (!this.me.posts.length) return this.#nothingFor();
        const post = this.me.posts.find((one) => one.postId === this.api.actingPost) ?? this.me.posts[0];
        this.api.actingPost = post.postId;
        const feed = `/api/v1/feed/units/${encodeURIComponent(post.unitId)}`;
        this.#show(feed, await this.api.get(feed));
        return;
      } catch (refusal) {
        if (!(await this.#mayGoOn(refusal))) return;
      }
    }
  }

  #nothingFor() {
    this.#door("noDesk");
  }

  async actFrom(post) {
    this.#close();
    this.api.actingPost = post;
    this.picture = new Picture();
    await this.#openDesk();
  }

  /** After a refusal: with a new token, or in a moment. */
  async #mayGoOn(refusal) {
    if (refusal instanceof Refused && refusal.status === 401) {
      const outcome = await this.session.renew();
      if (outcome === "in") return true;
      if (outcome === "out") {
        this.session.forget();
        this.#door("sessionOver");
        return false;
      }
    }
    await pause(RETRY);
    return true;
  }

  #show(feed, snapshot) {
    this.feed = feed;
    this.picture.take(snapshot);
    this.#build();
    this.stream = new Stream(`${feed}/stream`, { headers: () => this.api.headers() }, {
      event: (name, id, data) => this.#hear(name, id, data),
      state: (state) => this.#become(state),
      refused: (status) => this.#streamRefused(status),
    });
    this.stream.open(snapshot.position);
  }

  #build() {
    this.view?.leave?.();
    document.title = `${this.me ? t("deskTitle") : t("title")} · Hai Cấp`;
    this.picture.changed = null;
    this.view = this.me ? new Desk(this, this.picture, this.me) : new Wall(this, this.picture, this.places);
    this.root.replaceChildren(this.view.element);
    this.paint();
  }

  #become(state) {
    if (this.state === "lagging" && state === "live" && this.lagTo) return;
    this.lagTo = null;
    // what was cut off may have been the gateway, which comes back as another build
    if (state === "live" && this.state === "reconnecting") this.#askForBuild();
    this.state = state;
    this.repaint();
  }

  #hear(name, id, data) {
    if (name === "reset") return void this.#again();
    if (name === "lagging") {
      this.lagTo = data.to;
      this.state = "lagging";
    } else if (this.picture.lacks(name, data)) {
      return void this.#again();
    } else {
      this.picture.hear(name, data);
      this.view.happened?.();
    }
    if (id !== null && this.lagTo && numberOf(id) >= numberOf(this.lagTo)) {
      this.lagTo = null;
      this.state = "live";
    }
    this.repaint();
  }

  /** A new snapshot, and the stream behind it. */
  async #again() {
    const stream = this.stream;
    if (stream.closed) return;
    stream.close();
    this.state = "resetting";
    this.repaint();
    for (;;) {
      try {
        const snapshot = await this.api.get(this.feed);
        if (stream !== this.stream) return;
        this.picture.take(snapshot);
        stream.open(snapshot.position);
        this.repaint();
        return;
      } catch (refusal) {
        if (!(await this.#mayGoOn(refusal))) return;
      }
    }
  }

  async #streamRefused(status) {
    if (status === 401) return this.#mayGoOn(new Refused(401, {}));
    // what one may see has changed: begin anew
    this.#close();
    await this.#open();
    return false;
  }

  async #look() {
    if (!this.stream || document.hidden) return;
    try {
      const [stream, snapshot] = [this.stream, await this.api.get(this.feed)];
      if (stream !== this.stream) return;
      if (this.picture.isOfOtherUnits(snapshot)) return void this.#again();
      this.picture.look(snapshot);
      this.repaint();
    } catch {
      // the stream's state tells what is wrong
    }
  }

  async #askForBuild() {
    try {
      const place = await (await fetch("/wall/config.json", { cache: "no-store" })).json();
      if (place.build !== this.place.build && !this.view?.isBusy?.()) location.reload();
    } catch {
      // it will be asked again
    }
  }

  otherLanguage() {
    speakOther();
    document.documentElement.lang = spoken();
    if (this.view) this.#build();
    else this.redraw?.();
    document.querySelector(".language")?.focus();
  }

  async signOut() {
    this.#close();
    await this.session.signOut();
    this.#door("signedOut");
    speak(t("signedOut"));
  }

  repaint() {
    if (this.view) this.painting.ask();
  }

  paint() {
    this.view?.paint(this.state);
  }
}

/** The number of a record of the feed within its epoch. */
const numberOf = (position) => Number(position.split("-")[1]);

/** Whether the feed of the city is worth asking for: a refusal would stand in the browser's console. */
const seesTheCity = ({ scopes, posts }) =>
  scopes.includes("feed.city") || posts.some((post) => CITY_TITLES.includes(post.title));

applyTheme();
const place = await (await fetch("/wall/config.json", { cache: "no-store" })).json();
await new App(place).begin();
