// README's tour by a second generated client, which checks every answer against the document as it goes.
import { createClient, createConfig } from "./client/client/index.js";
import { listUnits, listWork, readUnitLineage, receiveCrimeReport, reconcile, streamCity, takeToken } from "./client/sdk.gen.js";
import type { ReceiptRequest } from "./client/types.gen.js";

const [, , baseUrl, officer, unitCode] = process.argv;
const plain = createClient(createConfig({ baseUrl, throwOnError: true }));

async function signedIn(name: string) {
  const { data } = await takeToken<true>({
    client: plain,
    body: { grant_type: "client_credentials", client_id: name, client_secret: "local-demo" },
  });
  return createClient(createConfig({ baseUrl, auth: data.access_token, throwOnError: true }));
}

const client = await signedIn(officer);
const units = await listUnits<true>({ client, query: { code: unitCode } });
const unit = units.data.items[0];
const lineage = await readUnitLineage<true>({ client, path: { id: unit.id } });

// the document says of a stream that it is text; this generator hands out each event's data as JSON
const ended = new AbortController();
const heard: { type?: string; subject?: string }[] = [];
const { stream } = await streamCity({
  client: await signedIn("director"),
  responseValidator: undefined,
  signal: ended.signal,
  sseMaxRetryAttempts: 1,
});
const first = stream.next();

const now = new Date();
const day = (instant: Date) => new Date(instant.getTime() + 7 * 60 * 60 * 1000).toISOString().slice(0, 10);
const body: ReceiptRequest = {
  occurredOn: day(new Date(now.getTime() - 24 * 60 * 60 * 1000)),
  receivedAt: now.toISOString(),
  category: "SO",
  channel: "IN_PERSON",
  urgent: true,
  summary: "Mất xe máy trước chợ",
};
const headers = { "Idempotency-Key": crypto.randomUUID() };
const received = await receiveCrimeReport<true>({ client, headers, body });
const again = await receiveCrimeReport<true>({ client, headers, body });
const refused = await receiveCrimeReport({
  client,
  headers: { "Idempotency-Key": crypto.randomUUID() },
  body: { ...body, occurredOn: "1999-12-31" },
  throwOnError: false,
});

const timer = setTimeout(() => ended.abort(), 20_000);
for (let next = await first; !next.done; next = await stream.next()) {
  const told = next.value as { type?: string; subject?: string };
  heard.push(told);
  if (told.subject === received.data.id) {
    break;
  }
}
clearTimeout(timer);
ended.abort();

const work = await listWork<true>({ client, query: { view: "UNIT", limit: 500 } });

const { data: reconciled } = await reconcile<true>({ client: await signedIn("auditor") });

console.log(
  JSON.stringify({
    unit: unit.id,
    predecessors: lineage.data.predecessors.length,
    received: received.data.id,
    again: again.data.id,
    deadlines: received.data.deadlines.length,
    refused: { status: refused.response.status, pointer: refused.error?.errors?.[0]?.pointer },
    pressing: work.data.items.some((item) => item.id === received.data.id),
    told: heard.at(-1)?.type,
    figuresChecked: reconciled.figuresChecked,
  }),
);
process.exit(0);
