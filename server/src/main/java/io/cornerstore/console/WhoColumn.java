package io.cornerstore.console;

import io.cornerstore.audit.RecordedEntry;
import io.cornerstore.console.view.CustomerPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.Decision;
import io.cornerstore.intake.Party;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.GoldenField;
import io.cornerstore.profile.Provenance;
import io.cornerstore.profile.SourceSummary;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words the head and the left column of the customer page: who this is and how we know. */
final class WhoColumn {

  private final CustomerView view;
  private final ZoneId zone;

  WhoColumn(CustomerView view) {
    this.view = view;
    this.zone = view.behaviour().zone();
  }

  CustomerPage.Head head() {
    boolean organization = view.kind() == CustomerKind.ORGANIZATION;
    List<String> chips = new ArrayList<>();
    chips.add(organization ? "organisation" : "person");
    var first = view.behaviour().firstSeen();
    chips.add("known since " + Wording.day(first == null ? view.since() : first, zone));
    view.find(PersonalField.LANGUAGE)
        .filter(field -> !field.value().masked())
        .ifPresent(field -> chips.add("speaks " + field.value().text()));
    return new CustomerPage.Head(
        view.id().toString(),
        view.displayName().text(),
        CustomerWords.initials(view.displayName().text()),
        organization,
        subtitle(),
        strength(),
        chips);
  }

  private String subtitle() {
    List<String> parts = new ArrayList<>();
    view.find(PersonalField.LOCALITY, PersonalField.COUNTRY)
        .forEach(field -> parts.add(field.value().text()));
    var lastSeen = view.behaviour().lastSeen();
    if (lastSeen != null) {
      parts.add("last seen " + Wording.day(lastSeen, zone));
    }
    return String.join(" · ", parts);
  }

  private CustomerPage.Strength strength() {
    return switch (view.identity().strength()) {
      case SINGLE -> new CustomerPage.Strength("good", "one identity, nothing to join");
      case LINKED ->
          new CustomerPage.Strength(
              "good", view.identity().subjects() + " identities, firmly joined");
      case DOUBTFUL ->
          new CustomerPage.Strength(
              "care", view.identity().subjects() + " identities, please check");
    };
  }

  List<CustomerPage.Field> fields() {
    return view.fields().stream().map(this::field).toList();
  }

  private CustomerPage.Field field(GoldenField golden) {
    Provenance from = golden.provenance();
    return new CustomerPage.Field(
        Wording.field(golden.field()),
        golden.value().text(),
        golden.value().masked(),
        Wording.basis(from.basis()),
        from.source().code(),
        Wording.channel(from.channel()) + (from.party() == Party.THIRD_PARTY ? ", bought in" : ""),
        Wording.day(from.at(), zone),
        golden.rule().explanation(),
        from.record().toString(),
        golden.agreeing() > 1 ? Wording.count(golden.agreeing(), "record", "records") : null,
        golden.alternatives().stream().map(this::other).toList());
  }

  private CustomerPage.Other other(GoldenField.Alternative alternative) {
    Provenance from = alternative.provenance();
    return new CustomerPage.Other(
        alternative.value().text(),
        from.source() + ", " + Wording.basis(from.basis()) + ", " + Wording.day(from.at(), zone));
  }

  List<String> masked() {
    return view.masked().fields().stream().map(Wording::field).toList();
  }

  List<CustomerPage.Extra> extras() {
    return view.extras().stream().map(this::extra).toList();
  }

  private CustomerPage.Extra extra(CustomerView.ExtraValue extra) {
    Provenance from = extra.provenance();
    return new CustomerPage.Extra(
        extra.name(),
        extra.value().text(),
        extra.value().masked(),
        from.source() + ", " + Wording.day(from.at(), zone));
  }

  List<CustomerPage.Source> sources() {
    return view.sources().stream().map(this::source).toList();
  }

  private CustomerPage.Source source(SourceSummary source) {
    String counts = Wording.count(source.records(), "record", "records");
    if (source.subjects() > 1) {
      counts += " under " + Wording.count(source.subjects(), "identity", "identities");
    }
    String first = Wording.day(source.first(), zone);
    String last = Wording.day(source.last(), zone);
    return new CustomerPage.Source(
        source.source().code(),
        String.join(", ", source.channels().stream().map(Wording::channel).toList()),
        counts,
        first.equals(last) ? last : first + " to " + last,
        source.party() == Party.THIRD_PARTY);
  }

  CustomerPage.Change change(Decision decision) {
    return new CustomerPage.Change(
        what(decision),
        Wording.time(decision.at(), zone),
        actor(decision.actor()),
        decision.reason());
  }

  static String what(Decision decision) {
    String moved = Wording.count(decision.moves().size(), "identity", "identities");
    return switch (decision.type()) {
      case MERGE -> "Merged: " + moved + " joined";
      case SPLIT -> "Split: " + moved + " separated";
      case UNDO -> "Taken back: " + moved + " returned";
    };
  }

  static String actor(String auditName) {
    return auditName.startsWith("machine:")
        ? "the engine (" + auditName.substring(8) + ")"
        : "a member of staff";
  }

  CustomerPage.Access access(RecordedEntry recorded) {
    return new CustomerPage.Access(
        Wording.time(recorded.at(), zone),
        actor(recorded.entry().actor()),
        PURPOSES.getOrDefault(recorded.entry().purpose(), recorded.entry().purpose()),
        Wording.sentence(recorded.entry().action().replace('.', ' ')));
  }

  private static final Map<String, String> PURPOSES =
      Map.of(
          "service", "serving the customer",
          "stewardship", "settling who is who",
          "analysis", "understanding behaviour",
          "privacy", "privacy",
          "operation", "running the system");
}
