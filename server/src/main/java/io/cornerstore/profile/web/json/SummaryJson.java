package io.cornerstore.profile.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cornerstore.kernel.Personal;
import io.cornerstore.profile.CustomerSummary;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a list of customers; {@code foundBy} and {@code score} only among search hits. */
@Personal
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SummaryJson(
    UUID id,
    String kind,
    boolean doubtful,
    ShownJson displayName,
    @Nullable ShownJson locality,
    @Nullable ShownJson birthYear,
    @Nullable ShownJson email,
    @Nullable ShownJson phone,
    List<MoneyJson> value,
    int purchases,
    @Nullable Instant lastSeen,
    @Nullable String foundBy,
    @Nullable Double score) {

  /** A member of a household. */
  public static SummaryJson of(CustomerSummary summary) {
    return of(summary, null, null);
  }

  /** A hit. */
  public static SummaryJson of(
      CustomerSummary summary, @Nullable String foundBy, @Nullable Double score) {
    return new SummaryJson(
        summary.id().value(),
        CustomerJson.kind(summary.kind()),
        summary.doubtful(),
        ShownJson.of(summary.displayName()),
        ShownJson.ofNullable(summary.locality()),
        ShownJson.ofNullable(summary.birthYear()),
        ShownJson.ofNullable(summary.email()),
        ShownJson.ofNullable(summary.phone()),
        MoneyJson.of(summary.value()),
        summary.purchases(),
        summary.lastSeen(),
        foundBy,
        score);
  }

  @Override
  public String toString() {
    return "SummaryJson[" + id + "]";
  }
}
