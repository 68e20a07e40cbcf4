package io.cornerstore.profile.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.Personal;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.SourceSummary;
import io.cornerstore.profile.web.json.GoldenFieldJson.ProvenanceJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything on one page. */
@Personal
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerJson(
    UUID id,
    String kind,
    long version,
    Instant since,
    ShownJson displayName,
    IdentityJson identity,
    List<GoldenFieldJson> fields,
    List<String> masked,
    List<ExtraJson> extras,
    List<SourceJson> sources,
    @Nullable HomeJson household,
    BehaviourJson behaviour,
    TimelineJson timeline) {

  /** As the face gives it. */
  public static CustomerJson of(CustomerView view) {
    return new CustomerJson(
        view.id().value(),
        kind(view.kind()),
        view.version(),
        view.since(),
        ShownJson.of(view.displayName()),
        new IdentityJson(
            view.identity().strength().name().toLowerCase(Locale.ROOT), view.identity().subjects()),
        view.fields().stream().map(GoldenFieldJson::of).toList(),
        GoldenFieldJson.tokens(view.masked()),
        view.extras().stream().map(ExtraJson::of).toList(),
        view.sources().stream().map(SourceJson::of).toList(),
        HomeJson.of(view.household()),
        BehaviourJson.of(view.behaviour()),
        TimelineJson.of(view.recent()));
  }

  static String kind(CustomerKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "CustomerJson[" + id + "]";
  }

  /** How firmly the records hang together. */
  public record IdentityJson(String strength, int subjects) {}

  /** The home shared with others. */
  public record HomeJson(UUID id, List<UUID> members, List<String> reasons) {

    static @Nullable HomeJson of(CustomerView.@Nullable Home home) {
      return home == null
          ? null
          : new HomeJson(
              home.id().value(),
              home.members().stream().map(CustomerId::value).toList(),
              home.reasons());
    }
  }

  /** A column beyond the personal fields. */
  @Personal
  public record ExtraJson(String name, ShownJson value, ProvenanceJson provenance) {

    static ExtraJson of(CustomerView.ExtraValue extra) {
      return new ExtraJson(
          extra.name(), ShownJson.of(extra.value()), ProvenanceJson.of(extra.provenance()));
    }

    @Override
    public String toString() {
      return "ExtraJson[•••]";
    }
  }

  /** What one source knows. */
  public record SourceJson(
      String source,
      String party,
      List<String> channels,
      int subjects,
      int records,
      int interactions,
      Instant first,
      Instant last,
      List<String> fields) {

    static SourceJson of(SourceSummary summary) {
      return new SourceJson(
          summary.source().code(),
          ProvenanceJson.party(summary.party()),
          summary.channels().stream().map(Channel::code).toList(),
          summary.subjects(),
          summary.records(),
          summary.interactions(),
          summary.first(),
          summary.last(),
          GoldenFieldJson.tokens(summary.fields()));
    }
  }
}
