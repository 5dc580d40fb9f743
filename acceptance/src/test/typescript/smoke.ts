// Token, a crime report received once, the same report read, the units listed, a problem read: by nothing but the generated client.
import { CaseApi, Configuration, IdentityApi, type ReceiptRequest, OrgStructureApi, ProblemFromJSON, ResponseError } from "./client/index.js";

declare const process: { argv: string[] };

const [, , basePath, clientId] = process.argv;
const identity = new IdentityApi(new Configuration({ basePath }));
const token = await identity.takeToken({
  grantType: "client_credentials",
  clientId,
  clientSecret: "local-demo",
});
// this generator sends what it is given for OAuth as the whole header
const signedIn = new Configuration({ basePath, accessToken: `Bearer ${token.accessToken}` });

const now = new Date();
const cases = new CaseApi(signedIn);
const receiptRequest: ReceiptRequest = {
  occurredOn: new Date(now.getTime() - 48 * 60 * 60 * 1000),
  receivedAt: now,
  category: "SO",
  channel: "ONLINE",
  summary: "Mất xe đạp trong ngõ",
};
const idempotencyKey = crypto.randomUUID();
const received = await cases.receiveCrimeReport({ idempotencyKey, receiptRequest });
const again = await cases.receiveCrimeReport({ idempotencyKey, receiptRequest });
const read = await cases.readCrimeReport({ id: received.id });
const units = await new OrgStructureApi(signedIn).listUnits({ tier: ["COMMUNE"], limit: 5 });

const refusal = await cases
  .receiveCrimeReport({ idempotencyKey: crypto.randomUUID(), receiptRequest: { ...receiptRequest, occurredOn: new Date("1999-12-31") } })
  .then(() => undefined, (error: unknown) => error);
if (!(refusal instanceof ResponseError)) {
  throw new Error("not refused: " + refusal);
}
const problem = ProblemFromJSON(await refusal.response.json());

console.log(
  JSON.stringify({
    received: received.id,
    again: again.id,
    read: read.id,
    deadlines: read.deadlines.length,
    units: units.items.length,
    refused: { status: problem.status, pointer: problem.errors?.[0]?.pointer },
  }),
);
