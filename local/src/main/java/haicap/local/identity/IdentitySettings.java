package haicap.local.identity;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param issuer what tokens name as their issuer
 * @param audience what access tokens name as their audience
 * @param clients the demo clients, a CSV of the seeds
 * @param secrets the folder of the signing key and of the services' own secrets
 */
@ConfigurationProperties("haicap.identity")
record IdentitySettings(String issuer, String audience, Path clients, Path secrets) {}
