package haicap.gateway.passing;

import io.netty.util.NetUtil;
import java.util.HexFormat;

/**
 * The part of an address that one client cannot change as it likes: of IPv6 the first 64 bits, of
 * IPv4 all of them. Immutable.
 */
public record ClientNetwork(String name) {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    /** Of a literal address; of anything else itself. */
    public static ClientNetwork of(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return new ClientNetwork(
                bytes == null || bytes.length != IPV6_BYTES
                        ? address
                        : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES));
    }
}
