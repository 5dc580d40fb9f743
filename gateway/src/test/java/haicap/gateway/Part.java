package haicap.gateway;

import io.netty.channel.Channel;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A backend on a real port whose answers the test decides. */
final class Part implements AutoCloseable {

    interface Behaviour
            extends BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {}

    static final Behaviour ECHO =
            (request, response) ->
                    request.receive()
                            .aggregate()
                            .asByteArray()
                            .map(body -> body.length)
                            .defaultIfEmpty(0)
                            .flatMap(length ->
                                    response.header("Content-Type", "text/plain")
                                            .sendString(Mono.just(request.uri() + " " + length))
                                            .then());

    private final Queue<Channel> connections = new ConcurrentLinkedQueue<>();
    private final Queue<HttpServerRequest> requests = new ConcurrentLinkedQueue<>();
    private volatile Behaviour behaviour = ECHO;
    private DisposableServer server;

    Part() {
        server = listen(0);
    }

    static Behaviour status(int status) {
        return (request, response) ->
                response.status(status)
                        .header("Content-Type", "application/problem+json")
                        .sendString(Mono.just("{\"code\":\"from-the-part\"}"))
                        .then();
    }

    private DisposableServer listen(int port) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .doOnConnection(connection -> connections.add(connection.channel()))
                .handle((request, response) -> {
                    requests.add(request);
                    return behaviour.apply(request, response);
                })
                .bindNow();
    }

    void behaves(Behaviour next) {
        behaviour = next;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    HttpServerRequest lastRequest() {
        return List.copyOf(requests).getLast();
    }

    long requests() {
        return requests.size();
    }

    long openConnections() {
        return connections.stream().filter(Channel::isActive).count();
    }

    void dies() {
        server.disposeNow();
        connections.forEach(Channel::close);
    }

    void returns() {
        server = listen(server.port());
    }

    @Override
    public void close() {
        dies();
    }
}
