/*
 * Signing in: authorization code with PKCE. The token is held by this object alone; only the proof
 * and the state outlive the page, in the session's storage, while the browser is at the identity.
 * A token is renewed in the background by the identity's own session, before it ends.
 */

const PENDING = "haicap.sign-in";
const RENEW_AT = 0.8;
const RETRY = 5_000;

export class Session {
  #token = null;
  #ends = 0;
  #renewal = 0;
  #renewing = null;

  constructor(place, renewed) {
    this.place = place;
    this.renewed = renewed;
  }

  headers() {
    return this.#token ? { Authorization: `Bearer ${this.#token}` } : {};
  }

  isOpen() {
    return this.#token !== null && Date.now() < this.#ends;
  }

  /** Takes up a sign-in that has just come back, else one that the identity remembers. */
  async begin() {
    const back = new URL(location.href);
    const kept = sessionStorage.getItem(PENDING);
    sessionStorage.removeItem(PENDING);
    if (back.searchParams.has("state")) {
      const hash = kept ? JSON.parse(kept).hash : "";
      history.replaceState(null, "", location.pathname + hash);
      if (kept) await this.#redeem(back, JSON.parse(kept));
      return this.isOpen() ? "in" : "failed";
    }
    return (await this.#silently()) === "in" ? "in" : "out";
  }

  /** Goes to the identity's page. */
  async signIn(language) {
    const request = await this.#request({ ui_locales: language });
    sessionStorage.setItem(PENDING, JSON.stringify({ ...request.kept, hash: location.hash }));
    location.assign(request.address);
  }

  /** Forgets the token and ends the identity's session. */
  async signOut() {
    this.forget();
    const address = new URL(this.place.signOut, location.origin);
    if (address.origin !== location.origin) {
      address.searchParams.set("client_id", this.place.clientId);
      address.searchParams.set("post_logout_redirect_uri", `${location.origin}/`);
      location.assign(address);
      return;
    }
    await fetch(address, { method: "POST", credentials: "same-origin" }).catch(() => {});
  }

  forget() {
    this.#token = null;
    this.#ends = 0;
    clearTimeout(this.#renewal);
  }

  /** A new token where the identity still knows us: "in", "out" for good, or "later". */
  renew() {
    this.#renewing ??= this.#silently().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #silently() {
    const address = new URL(this.place.authorize, location.origin);
    if (address.origin !== location.origin) return "out";
    try {
      const request = await this.#request({ prompt: "none" });
      const answer = await fetch(request.address, { credentials: "same-origin", cache: "no-store" });
      const back = new URL(answer.url);
      if (!answer.ok) return "later";
      if (!back.searchParams.has("code")) return "out";
      await this.#redeem(back, request.kept);
      return this.isOpen() ? "in" : "later";
    } catch {
      return "later";
    }
  }

  async #request(more) {
    const kept = { proof: drawn(), state: drawn() };
    const address = new URL(this.place.authorize, location.origin);
    const asked = {
      response_type: "code",
      client_id: this.place.clientId,
      redirect_uri: `${location.origin}/`,
      scope: this.place.scope,
      state: kept.state,
      code_challenge: await digest(kept.proof),
      code_challenge_method: "S256",
      ...more,
    };
    for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
    return { address: address.href, kept };
  }

  async #redeem(back, kept) {
    const code = back.searchParams.get("code");
    if (!code || back.searchParams.get("state") !== kept.state) return;
    const answer = await fetch(new URL(this.place.token, location.origin), {
      method: "POST",
      cache: "no-store",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code,
        code_verifier: kept.proof,
        client_id: this.place.clientId,
        redirect_uri: `${location.origin}/`,
      }),
    });
    if (!answer.ok) return;
    const granted = await answer.json();
    this.#token = granted.access_token;
    this.#ends = Date.now() + granted.expires_in * 1_000;
    this.#renewLater(granted.expires_in * 1_000 * RENEW_AT);
  }

  #renewLater(wait) {
    clearTimeout(this.#renewal);
    this.#renewal = setTimeout(async () => {
      const outcome = await this.renew();
      if (outcome === "in") this.renewed();
      else if (this.#token !== null) this.#renewLater(RETRY);
    }, wait);
  }
}

const url64 = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const drawn = () => url64(crypto.getRandomValues(new Uint8Array(32)));

async function digest(text) {
  return url64(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
}
