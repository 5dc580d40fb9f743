package haicap.gateway;

import java.util.List;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every path that is open to the world. What is not on this page is 404, but for the wall, which
 * the gateway serves itself.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouteLocator page(RouteLocatorBuilder locator, Parts parts, Checks checks) {
        var page = new RoutePage(locator, checks);

        page.streams("feed-streams", parts.reporting())
                .at("/api/v1/feed/*/stream", "/api/v1/feed/units/*/stream");

        page.requests("case", parts.casework())
                .at(
                        "/api/v1/crime-reports/**",
                        "/api/v1/case/parked/**",
                        "/api/v1/case/incarnation",
                        "/api/v1/case/audit",
                        "/api/v1/case/audit/export",
                        "/api/v1/case/retention/**");

        page.imports("crime-report-imports", parts.casework()).at("/api/v1/crime-report-imports");

        page.requests("org-structure", parts.orgStructure())
                .at(
                        "/api/v1/units/**",
                        "/api/v1/unit-tree",
                        "/api/v1/posts/**",
                        "/api/v1/appointments/**",
                        "/api/v1/officers/**",
                        "/api/v1/me",
                        "/api/v1/org-structure/parked/**",
                        "/api/v1/org-structure/incarnation",
                        "/api/v1/org-structure/audit",
                        "/api/v1/org-structure/audit/export",
                        "/api/v1/org-structure/retention/**");

        page.imports("imports", parts.orgStructure()).at("/api/v1/imports/**");

        page.requests("inspection", parts.inspection())
                .at(
                        "/api/v1/obstacles/**",
                        "/api/v1/campaigns/**",
                        "/api/v1/visits/**",
                        "/api/v1/findings/**",
                        "/api/v1/inspection/parked/**",
                        "/api/v1/inspection/incarnation",
                        "/api/v1/inspection/audit",
                        "/api/v1/inspection/audit/export",
                        "/api/v1/inspection/retention/**");

        page.requests("reporting", parts.reporting())
                .at(
                        "/api/v1/feed/**",
                        "/api/v1/reporting/parked/**",
                        "/api/v1/reporting/incarnation",
                        "/api/v1/reporting/audit",
                        "/api/v1/reporting/audit/export",
                        "/api/v1/reporting/retention/**",
                        "/api/v1/reporting/rebuild");

        page.slowRequests("reconciliation", parts.reporting()).at("/api/v1/reconciliation");

        page.slowRequests("org-structure-audit", parts.orgStructure())
                .at("/api/v1/org-structure/audit/verification");
        page.slowRequests("case-audit", parts.casework()).at("/api/v1/case/audit/verification");
        page.slowRequests("inspection-audit", parts.inspection())
                .at("/api/v1/inspection/audit/verification");
        page.slowRequests("reporting-audit", parts.reporting())
                .at("/api/v1/reporting/audit/verification");

        page.tokens("token", parts.identity()).at("/oauth2/token");
        page.tokens("sign-in", parts.identity())
                .at("/oauth2/authorize", "/login", "/login/style.css", "/logout");
        page.open("identity", parts.identity()).at("/oauth2/jwks", "/.well-known/**");

        if (parts.floor() != null) {
            page.requests("floor", List.of(parts.floor())).at("/api/v1/floor");
        }
        return page.build();
    }
}
