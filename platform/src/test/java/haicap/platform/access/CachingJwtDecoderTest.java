package haicap.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class CachingJwtDecoderTest {

    private static final Instant ISSUED = Instant.parse("2025-10-01T00:00:00Z");
    private static final Instant EXPIRES = ISSUED.plusSeconds(3_600);

    private final class SetClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final List<String> checked = new ArrayList<>();
    private final CachingJwtDecoder tokens = new CachingJwtDecoder(this::check, new SetClock());
    private Instant now = ISSUED.plusSeconds(5);

    private Jwt check(String token) {
        checked.add(token);
        if (token.startsWith("forged")) {
            throw new BadJwtException("forged");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("chief-00004")
                .issuedAt(ISSUED)
                .expiresAt(EXPIRES)
                .build();
    }

    @Test
    void aGoodTokenIsCheckedOnce() {
        var first = tokens.decode("good");

        assertThat(tokens.decode("good")).isSameAs(first);
        assertThat(checked).containsExactly("good");
    }

    @Test
    void anotherSignatureIsAnotherToken() {
        tokens.decode("good.a");
        tokens.decode("good.b");

        assertThat(checked).containsExactly("good.a", "good.b");
    }

    @Test
    void aRefusedTokenIsCheckedEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        }
        assertThat(checked).containsExactly("forged", "forged");
    }

    @Test
    void anExpiredTokenIsCheckedAgain() {
        tokens.decode("good");
        now = EXPIRES;

        tokens.decode("good");

        assertThat(checked).containsExactly("good", "good");
    }
}
