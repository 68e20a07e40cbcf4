package io.cornerstore.intake.normal;

import io.cornerstore.intake.Quality;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.EmailValidator;

/**
 * E-mail addresses in lower case, judged by commons-validator. Local parts are case-sensitive by
 * RFC 5321 section 2.4, but no provider of note treats them so, and people write them either way.
 * Thread-safe.
 */
public final class Emails {

  /* RFC 2606 section 2: well-formed and never delegated; the addresses of made-up people. */
  private static final String MADE_UP = ".example";

  private static final int REMEMBERED_DOMAINS = 4096;

  private final ConcurrentHashMap<String, Boolean> domains = new ConcurrentHashMap<>();

  /** The address as it is compared, without {@code mailto:}, brackets and stray punctuation. */
  public static String normal(String text) {
    String address = PlainText.clean(text);
    int open = address.lastIndexOf('<');
    if (open >= 0 && address.endsWith(">")) {
      address = address.substring(open + 1, address.length() - 1);
    }
    if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
      address = address.substring(7);
    }
    int end = address.length();
    while (end > 0 && ".,;".indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    return address.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /** VALID or DOUBTFUL. */
  public Quality judge(String normal) {
    int at = normal.lastIndexOf('@');
    if (at < 1) {
      return Quality.DOUBTFUL;
    }
    String domain = normal.substring(at + 1);
    boolean valid =
        simpleLocal(normal, at)
            ? knownDomain(domain)
            : EmailValidator.getInstance()
                .isValid(normal.substring(0, at + 1) + asDelegated(domain));
    return valid ? Quality.VALID : Quality.DOUBTFUL;
  }

  private boolean knownDomain(String domain) {
    Boolean known = domains.get(domain);
    if (known == null) {
      known = DomainValidator.getInstance().isValid(asDelegated(domain));
      if (domains.size() < REMEMBERED_DOMAINS) {
        domains.put(domain, known);
      }
    }
    return known;
  }

  /**
   * The validator lists delegated names only: what is before the reserved one is judged as ever.
   */
  private static String asDelegated(String domain) {
    return domain.endsWith(MADE_UP)
        ? domain.substring(0, domain.length() - MADE_UP.length()) + ".com"
        : domain;
  }

  private static boolean simpleLocal(String address, int at) {
    char before = '.';
    for (int i = 0; i < at; i++) {
      char c = address.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
      if (!plain && (c != '.' || before == '.') && c != '+') {
        return false;
      }
      before = c;
    }
    return before != '.' && at <= 64;
  }
}
