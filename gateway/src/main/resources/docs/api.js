// Every POST needs a key of its own; whoever tries things out need not invent one.
const api = await (await fetch("/docs/openapi.json")).json();
api.components.parameters.idempotencyKey.required = false;

const withKey = (request) => {
  if (request.method === "POST" && request.url.includes("/api/v1/")) {
    request.headers["Idempotency-Key"] ||= crypto.randomUUID();
  }
  return request;
};

const page = SwaggerUIBundle({
  dom_id: "#api",
  spec: api,
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
