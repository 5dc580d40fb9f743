package haicap.acceptance;

import haicap.acceptance.client.Api;
import java.net.URI;

/** One instance, reached at its own address as operators' tools reach it. */
record InstanceDoor(Api api) implements AutoCloseable {

    static InstanceDoor of(House house, String instance) {
        var address = URI.create("http://127.0.0.1:" + house.system().port(instance));
        return new InstanceDoor(Api.of(house.system(), address));
    }

    /** The value of a metric without regard to its labels. */
    double metric(String name) {
        return api.asNobody()
                .get("/actuator/prometheus")
                .orFail()
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        api.close();
    }
}
