// Every POST needs a key of its own; whoever tries things out need not invent one.
const withKey = (request) => {
  if (request.method === "POST" && request.url.includes("/api/v1/")) {
    request.headers["Idempotency-Key"] ||= crypto.randomUUID();
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
page.initOAuth({ usePkceWithAuthorizationCodeGrant: true, scopes: "openid" });
