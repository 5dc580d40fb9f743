// Every POST needs a key of its own; whoever tries things out need not invent one. The example would
// make the second wish a repetition of the first.
const EXAMPLE = ["components", "parameters", "idempotencyKey", "example"];

const withKey = (request) => {
  if (request.method === "POST" && request.url.includes("/api/v1/")) {
    const key = request.headers["Idempotency-Key"];
    const asPrinted = key === page.specSelectors.specJson().getIn(EXAMPLE);
    if (!key || asPrinted) request.headers["Idempotency-Key"] = crypto.randomUUID();
  }
  return request;
};

const page = SwaggerUIBundle({
  dom_id: "#api",
  url: "/docs/openapi.json",
  deepLinking: true,
  docExpansion: "none",
  filter: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  oauth2RedirectUrl: `${location.origin}/docs/oauth2-redirect.html`,
  requestInterceptor: withKey,
});

// People sign in as at the wall, by the name that the wall has at the identity of this place.
const place = await (await fetch("/wall/config.json", { cache: "no-store" })).json();
page.initOAuth({
  clientId: place.signIn.clientId,
  scopes: place.signIn.scope,
  usePkceWithAuthorizationCodeGrant: true,
});
