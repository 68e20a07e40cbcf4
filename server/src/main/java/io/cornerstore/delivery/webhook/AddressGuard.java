package io.cornerstore.delivery.webhook;

import io.cornerstore.delivery.WebhookRefused;
import io.cornerstore.delivery.WebhookSettings;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Keeps webhooks from reaching into this network: the special-purpose blocks of IPv4 and IPv6 (RFC
 * 6890) are refused, and what an address hides that is translated to another (RFC 4291, 6052, 3056,
 * 4380). The address that was looked at is the one connected to, so a name cannot answer twice.
 */
final class AddressGuard {

  private final WebhookSettings settings;

  AddressGuard(WebhookSettings settings) {
    this.settings = settings;
  }

  /** The address of an endpoint; throws {@link WebhookRefused} when it may not be used. */
  URI checked(String url) {
    URI address;
    try {
      address = new URI(url.strip());
    } catch (URISyntaxException e) {
      throw new WebhookRefused("this is no address. Maybe https://hooks.example.org/customers?");
    }
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (address.getHost() == null || address.getUserInfo() != null) {
      throw new WebhookRefused("an address has a host and no user: https://hooks.example.org/…");
    }
    if (address.getFragment() != null || url.length() > 2000) {
      throw new WebhookRefused("an address has no '#' and at most 2,000 characters");
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && settings.unsafePlainHttp())) {
      throw new WebhookRefused(
          "an address begins with https://. cornerstore.webhooks.unsafe-plain-http allows http://");
    }
    return address;
  }

  /** The address to connect to. */
  InetAddress resolve(String host) throws IOException {
    String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    InetAddress[] addresses = InetAddress.getAllByName(name);
    for (InetAddress address : addresses) {
      if (!settings.unsafePrivateAddresses() && !isPublic(address)) {
        throw new IOException(
            "the name leads into a private network; cornerstore.webhooks.unsafe-private-addresses"
                + " allows that");
      }
    }
    return addresses[0];
  }

  /** Whether the address is one of the whole internet. */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int a = bytes[0] & 0xFF;
    int b = bytes[1] & 0xFF;
    int c = bytes[2] & 0xFF;
    return !(a == 0
        || a >= 224
        || (a == 100 && b >= 64 && b < 128)
        || (a == 192 && b == 0 && (c == 0 || c == 2))
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (b == 18 || b == 19))
        || (a == 198 && b == 51 && c == 100)
        || (a == 203 && b == 0 && c == 113));
  }

  /** Only what is given out, 2000::/3, without Teredo, 6to4, documentation and benchmarks. */
  private static boolean isPublic6(byte[] bytes) {
    int first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    int second = (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
    boolean global = (first & 0xE000) == 0x2000;
    boolean special = first == 0x2002 || first == 0x3fff || (first == 0x2001 && second < 0x0200);
    return global && !special && !(first == 0x2001 && second == 0x0db8);
  }
}
