package haicap.acceptance;

import haicap.acceptance.client.Api;
import java.net.URI;

/** One instance, reached at its own addresses: as the gateway and as operators' tools reach it. */
record InstanceDoor(Api api, Api management) implements AutoCloseable {

    static InstanceDoor of(House house, String instance) {
        var address = URI.create("http://127.0.0.1:" + house.system().port(instance));
        return new InstanceDoor(
                Api.of(house.system(), address),
                Api.of(house.system(), house.system().management(instance)));
    }

    /** All that it measures, as it is scraped. */
    String metrics() {
        return management.asNobody().get("/actuator/prometheus").orFail().body();
    }

    /** The value of a metric without regard to its labels. */
    double metric(String name) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        api.close();
        management.close();
    }
}
