/*
 * Server-sent events over fetch, because a browser's own EventSource cannot carry a token.
 * 1. Each event is handed on in order; its id is where a new connection resumes.
 * 2. The server sends at least a comment every fifteen seconds: longer silence is stale, still longer
 *    silence is a dead line, which is opened anew.
 * 3. What breaks is tried again, each time a little later, at most ten seconds later.
 */

const STALE_AFTER = 18_000;
const DEAD_AFTER = 30_000;
const LATEST_RETRY = 10_000;

export class Stream {
  /** @param hear {event(name, id, data), state(name), refused(status)} */
  constructor(address, session, hear) {
    this.address = address;
    this.session = session;
    this.hear = hear;
    this.position = null;
    this.tries = 0;
    this.closed = true;
    this.look = 0;
    this.retry = 0;
  }

  /** Follows from a position on, until it is closed. */
  open(position) {
    this.close();
    this.position = position;
    this.closed = false;
    this.tries = 0;
    this.look = setInterval(() => this.listen(), 1_000);
    this.connect();
  }

  close() {
    this.closed = true;
    clearInterval(this.look);
    clearTimeout(this.retry);
    this.line?.abort();
    // what is still being read belongs to the picture of before
    this.line = null;
  }

  /** With a new token, at the same place. */
  renew() {
    if (!this.closed) this.connect();
  }

  listen() {
    const silent = performance.now() - this.heardAt;
    if (this.state === "live" && silent > STALE_AFTER) this.become("stale");
    if (silent > DEAD_AFTER) this.again();
  }

  become(state) {
    if (this.state !== state) {
      this.state = state;
      this.hear.state(state);
    }
  }

  heard() {
    this.heardAt = performance.now();
    if (this.state !== "live") this.become("live");
  }

  again() {
    if (this.closed) return;
    this.become("reconnecting");
    this.line?.abort();
    this.heardAt = performance.now();
    clearTimeout(this.retry);
    const wait = Math.min(LATEST_RETRY, 300 * 2 ** this.tries++) * (0.75 + Math.random() / 2);
    this.retry = setTimeout(() => this.connect(), wait);
  }

  async connect() {
    clearTimeout(this.retry);
    this.line?.abort();
    const line = new AbortController();
    this.line = line;
    this.heardAt = performance.now();
    try {
      const headers = { ...this.session.headers(), Accept: "text/event-stream" };
      if (this.position) headers["Last-Event-ID"] = this.position;
      const answer = await fetch(this.address, { headers, signal: line.signal, cache: "no-store" });
      if (line !== this.line) return;
      if ([401, 403, 404].includes(answer.status)) {
        this.become("reconnecting");
        if (await this.hear.refused(answer.status)) this.again();
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      this.heard();
      await this.read(answer.body.getReader(), line);
    } catch {
      // a broken line is told by the state, and tried again
    }
    if (line === this.line) this.again();
  }

  async read(reader, line) {
    const decoder = new TextDecoder();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done || line !== this.line) return;
      this.heard();
      this.tries = 0;
      rest += decoder.decode(value, { stream: true });
      let end;
      let from = 0;
      while ((end = rest.indexOf("\n\n", from)) >= 0) {
        this.take(rest.slice(from, end));
        if (line !== this.line) return;
        from = end + 2;
      }
      rest = rest.slice(from);
    }
  }

  take(block) {
    let name = "message";
    let id = null;
    let data = "";
    for (const line of block.split("\n")) {
      if (line.startsWith("data:")) data += line.slice(5).trimStart();
      else if (line.startsWith("id:")) id = line.slice(3).trim();
      else if (line.startsWith("event:")) name = line.slice(6).trim();
    }
    if (data === "") return;
    if (id !== null) this.position = id;
    this.hear.event(name, id, JSON.parse(data));
  }
}
