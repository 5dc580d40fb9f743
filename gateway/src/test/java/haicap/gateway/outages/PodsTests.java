package haicap.gateway.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

class PodsTests {

    private static final URI BY_NAME = URI.create("dns+http://case-pods:8080");

    private static final class Counted implements Pods.Place {

        private int begun = 1;

        @Override
        public void begin() {
            begun++;
        }

        @Override
        public Mono<Integer> around(
                Mono<Integer> call, ServerWebExchange exchange, boolean mayWait) {
            return call;
        }
    }

    private final List<Counted> places = new ArrayList<>();
    private volatile List<InetAddress> meant = pods(1, 2);
    private final Pods pods = new Pods(List.of(BY_NAME), this::place, host -> meant());

    @AfterEach
    void close() {
        pods.close();
    }

    @Test
    void areAllThatTheNameHas() {
        assertThat(addresses()).containsExactly("http://10.0.0.1:8080", "http://10.0.0.2:8080");
        assertThat(places).hasSize(2);
    }

    @Test
    void areLookedUpAgainByThemselves() {
        meant = pods(2, 3);

        await().until(() ->
                addresses().equals(List.of("http://10.0.0.2:8080", "http://10.0.0.3:8080")));
    }

    @Test
    void whoIsNewTakesTheBreakerOfWhoLeftAndBeginsAnew() {
        var stayed = pods.get().get(1).guard();
        meant = pods(2, 3);
        pods.look();

        assertThat(pods.get()).extracting(Instance::guard).contains(stayed);
        assertThat(places).extracting(each -> each.begun).containsExactly(2, 1);
    }

    @Test
    void aNameThatIsNotKnownForAMomentMeansWhatItMeantBefore() {
        meant = List.of();
        pods.look();

        assertThat(addresses()).hasSize(2);
    }

    @Test
    void anAddressIsTakenAsItStands() {
        try (var fixed =
                new Pods(
                        List.of(URI.create("http://127.0.0.1:8082")),
                        this::place,
                        host -> meant())) {
            assertThat(fixed.get())
                    .extracting(Instance::address)
                    .containsExactly(URI.create("http://127.0.0.1:8082"));
        }
    }

    private Pods.Place place(int number) {
        var place = new Counted();
        places.add(place);
        return place;
    }

    private List<InetAddress> meant() throws UnknownHostException {
        if (meant.isEmpty()) {
            throw new UnknownHostException("case-pods");
        }
        return meant;
    }

    private List<String> addresses() {
        return pods.get().stream().map(each -> each.address().toString()).toList();
    }

    private static List<InetAddress> pods(int... numbers) {
        var pods = new ArrayList<InetAddress>();
        for (var number : numbers) {
            try {
                pods.add(InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) number}));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return pods;
    }
}
