package haicap.gateway.limits;

import org.springframework.cloud.gateway.filter.GatewayFilter;

/** The limits that routes choose from. */
public record Limits(
        GatewayFilter perCaller,
        GatewayFilter perAddress,
        GatewayFilter openStreams,
        GatewayFilter body,
        GatewayFilter openBody,
        GatewayFilter importBody) {}
