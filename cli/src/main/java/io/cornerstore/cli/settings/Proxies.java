package io.cornerstore.cli.settings;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses and networks of proxies as the one regular expression Tomcat's valve takes. */
final class Proxies {

  private static final String ANY = "\\d{1,3}";

  private Proxies() {}

  static String pattern(String list) {
    return Arrays.stream(list.split(",", -1)).map(Proxies::one).collect(Collectors.joining("|"));
  }

  private static String one(String proxy) {
    int slash = proxy.indexOf('/');
    if (slash < 0) {
      return Pattern.quote(proxy);
    }
    String[] parts = proxy.substring(0, slash).split("\\.", -1);
    int fixed = Integer.parseInt(proxy.substring(slash + 1)) / 8;
    for (int i = fixed; i < parts.length; i++) {
      parts[i] = ANY;
    }
    return String.join("\\.", parts);
  }
}
