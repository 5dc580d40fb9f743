package haicap.gateway.status;

import haicap.gateway.outages.Addresses;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Asks each instance how it is. Safe for all threads; stateless. */
@Component
final class LookAtParts {

    private static final Duration WITHIN = Duration.ofSeconds(2);

    private final ManagementAddresses addresses;
    private final WebClient client = WebClient.create();

    LookAtParts(ManagementAddresses addresses) {
        this.addresses = addresses;
    }

    /** All parts, in their order; one that does not answer is among them. */
    Mono<List<PartNow>> look() {
        return Flux.fromStream(() -> Stream.of(Part.values()))
                .flatMapSequential(this::look)
                .collectList();
    }

    private Mono<PartNow> look(Part part) {
        return Mono.fromCallable(() -> Addresses.now(addresses.of(part)))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorReturn(Set.of())
                .flatMapIterable(instances -> instances)
                .flatMap(this::ask)
                .collectList()
                .map(instances -> new PartNow(part, instances));
    }

    private Mono<Instance> ask(URI instance) {
        return Mono.zip(isReady(instance), told(instance), Instance::new)
                .switchIfEmpty(isReady(instance).map(ready -> new Instance(ready, null)));
    }

    private Mono<Boolean> isReady(URI instance) {
        return client.get()
                .uri(instance + "/actuator/health/readiness")
                .retrieve()
                .toBodilessEntity()
                .map(answer -> answer.getStatusCode().is2xxSuccessful())
                .timeout(WITHIN)
                .onErrorReturn(false);
    }

    private Mono<Told> told(URI instance) {
        return client.get()
                .uri(instance + "/actuator/status")
                .retrieve()
                .bodyToMono(Told.class)
                .timeout(WITHIN)
                .onErrorComplete();
    }
}
