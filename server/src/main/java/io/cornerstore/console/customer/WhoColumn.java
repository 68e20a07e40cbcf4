package io.cornerstore.console.customer;

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

/** Words the head and the left column of the customer page: who this is and how we know. */
final class WhoColumn {

  private final CustomerView view;
  private final StatedWords stated;
  private final ZoneId zone;
  private final Wording words;

  WhoColumn(CustomerView view, Wording words) {
    this(view, words, StatedWords.NONE);
  }

  WhoColumn(CustomerView view, Wording words, StatedWords stated) {
    this.view = view;
    this.stated = stated;
    this.words = words;
    this.zone = view.behaviour().zone();
  }

  CustomerPage.Head head() {
    boolean organization = view.kind() == CustomerKind.ORGANIZATION;
    String name = CustomerWords.name(view.displayName(), words);
    List<String> chips = new ArrayList<>();
    chips.add(words.text(organization ? "who.organization" : "who.person"));
    var first = view.behaviour().firstSeen();
    chips.add(words.text("who.known-since", words.day(first == null ? view.since() : first, zone)));
    view.find(PersonalField.LANGUAGE)
        .filter(field -> !field.value().masked())
        .ifPresent(field -> chips.add(words.text("who.speaks", field.value().text())));
    return new CustomerPage.Head(
        view.id().toString(),
        name,
        CustomerWords.initials(name),
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
      parts.add(words.text("who.last-seen", words.day(lastSeen, zone)));
    }
    return String.join(" · ", parts);
  }

  private CustomerPage.Strength strength() {
    return switch (view.identity().strength()) {
      case SINGLE -> new CustomerPage.Strength("good", words.text("who.single"));
      case LINKED ->
          new CustomerPage.Strength("good", words.text("who.linked", view.identity().subjects()));
      case DOUBTFUL ->
          new CustomerPage.Strength("care", words.text("who.doubtful", view.identity().subjects()));
    };
  }

  List<CustomerPage.Field> fields() {
    return view.fields().stream().map(this::field).toList();
  }

  private CustomerPage.Field field(GoldenField golden) {
    Provenance from = golden.provenance();
    return new CustomerPage.Field(
        words.field(golden.field()),
        golden.value().text(),
        golden.value().masked(),
        words.basis(from.basis()),
        from.source().code(),
        from.party() == Party.THIRD_PARTY
            ? words.text("who.bought-in-channel", words.channel(from.channel()))
            : words.channel(from.channel()),
        words.day(from.at(), zone),
        words.term("rule", golden.rule().code()),
        from.record().toString(),
        golden.agreeing() > 1 ? words.text("count.records", golden.agreeing()) : null,
        golden.alternatives().stream().map(this::other).toList(),
        stated.of(from.record()));
  }

  private CustomerPage.Other other(GoldenField.Alternative alternative) {
    Provenance from = alternative.provenance();
    return new CustomerPage.Other(
        alternative.value().text(),
        from.source() + ", " + words.basis(from.basis()) + ", " + words.day(from.at(), zone));
  }

  List<String> masked() {
    return view.masked().fields().stream().map(words::field).toList();
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
        from.source() + ", " + words.day(from.at(), zone));
  }

  List<CustomerPage.Source> sources() {
    return view.sources().stream().map(this::source).toList();
  }

  private CustomerPage.Source source(SourceSummary source) {
    String counts =
        source.subjects() > 1
            ? words.text("who.records-of-identities", source.records(), source.subjects())
            : words.text("count.records", source.records());
    String first = words.day(source.first(), zone);
    String last = words.day(source.last(), zone);
    return new CustomerPage.Source(
        source.source().code(),
        String.join(", ", source.channels().stream().map(words::channel).toList()),
        counts,
        first.equals(last) ? last : words.text("who.from-to", first, last),
        source.party() == Party.THIRD_PARTY);
  }

  CustomerPage.Change change(Decision decision) {
    return new CustomerPage.Change(
        CustomerWords.what(decision, words),
        words.time(decision.at(), zone),
        CustomerWords.actor(decision.actor(), words),
        decision.reason());
  }

  CustomerPage.Access access(RecordedEntry recorded) {
    return new CustomerPage.Access(
        words.time(recorded.at(), zone),
        CustomerWords.actor(recorded.entry().actor(), words),
        words.term("purpose-within", recorded.entry().purpose()),
        words.sentence("action", recorded.entry().action()));
  }
}
