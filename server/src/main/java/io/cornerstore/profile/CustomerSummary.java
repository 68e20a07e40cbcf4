package io.cornerstore.profile;

import io.cornerstore.identity.CustomerKind;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of hits: enough to tell customers apart, not to reach them.
 *
 * @param displayName as in {@link CustomerView}
 * @param locality town, and postcode where there is one
 * @param birthYear to tell a junior from a senior
 * @param email first letter and domain, the rest dots
 * @param phone last two digits, the rest dots
 * @param value net by currency, the one with most purchases first
 */
@Personal
public record CustomerSummary(
    CustomerId id,
    CustomerKind kind,
    boolean doubtful,
    ShownValue displayName,
    @Nullable ShownValue locality,
    @Nullable ShownValue birthYear,
    @Nullable ShownValue email,
    @Nullable ShownValue phone,
    List<Money> value,
    int purchases,
    @Nullable Instant lastSeen) {

  public CustomerSummary {
    value = List.copyOf(value);
  }

  @Override
  public String toString() {
    return "CustomerSummary[" + id + "]";
  }
}
