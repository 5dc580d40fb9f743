/* Questions and orders to the public address, in the reader's language, with the reader's token. */

import { spoken } from "./texts.js";

const PATIENCE = 20_000;

/** A refusal: problem details, or what we make of an answer that is none. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.title ?? String(status));
    this.status = status;
    this.problem = problem;
  }
}

export class Api {
  constructor(session) {
    this.session = session;
    this.actingPost = null;
  }

  headers() {
    return {
      Accept: "application/json",
      "Accept-Language": spoken(),
      ...(this.actingPost ? { "Acting-Post": this.actingPost } : {}),
      ...this.session.headers(),
    };
  }

  get(path) {
    return this.#send(path, { headers: this.headers(), cache: "no-store" });
  }

  post(path, body, key) {
    return this.#send(path, {
      method: "POST",
      headers: { ...this.headers(), "Content-Type": "application/json", "Idempotency-Key": key },
      body,
    });
  }

  async #send(path, request) {
    const answer = await fetch(path, { ...request, signal: AbortSignal.timeout(PATIENCE) });
    const text = await answer.text();
    if (answer.ok) return JSON.parse(text);
    throw new Refused(answer.status, readable(text));
  }
}

function readable(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
