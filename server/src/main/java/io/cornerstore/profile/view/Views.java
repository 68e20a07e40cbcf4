package io.cornerstore.profile.view;

import io.cornerstore.identity.Customer;
import io.cornerstore.intake.Catalogue;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.SourceRecord;
import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.Page;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SourceRecordId;
import io.cornerstore.profile.Behaviour;
import io.cornerstore.profile.CustomerSummary;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.CustomerView.Home;
import io.cornerstore.profile.CustomerView.Identity;
import io.cornerstore.profile.CustomerView.Strength;
import io.cornerstore.profile.GoldenField;
import io.cornerstore.profile.ShownValue;
import io.cornerstore.profile.SubjectSummary;
import io.cornerstore.profile.TimelineEntry;
import io.cornerstore.profile.TimelineFilter;
import io.cornerstore.profile.history.BehaviourCounts;
import io.cornerstore.profile.history.Cursor;
import io.cornerstore.profile.history.Goods;
import io.cornerstore.profile.history.History;
import io.cornerstore.profile.history.TimelinePages;
import io.cornerstore.profile.history.Zones;
import io.cornerstore.profile.survivorship.Survivorship;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes what is shown of a customer from its opened records. Thread-safe. */
public final class Views {

  /** Entries of the timeline that come with a view. */
  private static final int RECENT = 50;

  private final Catalogue catalogue;
  private final Survivorship survivorship;
  private final Zones zones;
  private final Clock clock;

  /** All parts. */
  public Views(Catalogue catalogue, Survivorship survivorship, Zones zones, Clock clock) {
    this.catalogue = catalogue;
    this.survivorship = survivorship;
    this.zones = zones;
    this.clock = clock;
  }

  /** The whole view. */
  public CustomerView view(
      Customer customer, @Nullable Home home, List<OpenedRecord> opened, Mask mask) {
    List<OpenedRecord> current = current(opened);
    GoldenFields golden = GoldenFields.of(current, survivorship);
    History history = History.of(current);
    Goods goods = Goods.of(history, catalogue);
    List<GoldenField> fields = golden.shown(mask);
    FieldSet masked =
        FieldSet.of(
            fields.stream()
                .filter(field -> field.value().masked())
                .map(GoldenField::field)
                .toList());
    return new CustomerView(
        customer.id(),
        customer.kind(),
        customer.version(),
        customer.since(),
        DisplayNames.of(customer.id(), customer.kind(), golden, mask),
        new Identity(strength(customer), customer.subjects().size()),
        fields,
        masked,
        SourceSummaries.extras(current, mask),
        SourceSummaries.of(current),
        home,
        behaviour(golden, history, goods),
        new TimelinePages(history, goods, mask).page(TimelineFilter.ALL, null, RECENT));
  }

  /** One page of the timeline. */
  public Page<TimelineEntry> timeline(
      List<OpenedRecord> opened,
      Mask mask,
      TimelineFilter filter,
      @Nullable Cursor after,
      int limit) {
    History history = History.of(current(opened));
    return new TimelinePages(history, Goods.of(history, catalogue), mask)
        .page(filter, after, limit);
  }

  /** One line for a list. */
  public CustomerSummary summary(Customer customer, List<OpenedRecord> opened, Mask mask) {
    List<OpenedRecord> current = current(opened);
    GoldenFields golden = GoldenFields.of(current, survivorship);
    Behaviour behaviour = behaviour(golden, History.of(current));
    String email = golden.value(PersonalField.EMAIL);
    String phone = golden.value(PersonalField.PHONE);
    String born = golden.value(PersonalField.BIRTH_DATE);
    return new CustomerSummary(
        customer.id(),
        customer.kind(),
        customer.doubtful(),
        DisplayNames.of(customer.id(), customer.kind(), golden, mask),
        town(golden, mask),
        born == null || born.length() < 4
            ? null
            : mask.show(PersonalField.BIRTH_DATE, born.substring(0, 4)),
        email == null ? null : mask.hintOfEmail(email),
        phone == null ? null : mask.hintOfPhone(phone),
        behaviour.recencyFrequencyValue().value(),
        behaviour.purchases(),
        behaviour.lastSeen());
  }

  /**
   * The golden values as they are, for writing on: malformed ones, which won for want of better,
   * left out.
   */
  public Map<PersonalField, String> golden(List<OpenedRecord> opened) {
    return GoldenFields.of(current(opened), survivorship).sound();
  }

  /** What each source subject says of itself. */
  public List<SubjectSummary> subjects(List<OpenedRecord> opened, Mask mask) {
    return SubjectSummaries.of(current(opened), mask);
  }

  private Behaviour behaviour(GoldenFields golden, History history) {
    return behaviour(golden, history, Goods.NONE);
  }

  private Behaviour behaviour(GoldenFields golden, History history, Goods goods) {
    Zones.Found zone =
        zones.find(
            golden.value(PersonalField.COUNTRY),
            golden.value(PersonalField.REGION),
            history,
            goods.stores());
    return BehaviourCounts.of(history, goods, zone, clock.instant());
  }

  private static @Nullable ShownValue town(GoldenFields golden, Mask mask) {
    List<PersonalField> parts =
        Stream.of(PersonalField.LOCALITY, PersonalField.POSTAL_CODE)
            .filter(field -> golden.value(field) != null)
            .toList();
    if (parts.isEmpty()) {
      return null;
    }
    List<ShownValue> open =
        parts.stream()
            .map(field -> mask.show(field, String.valueOf(golden.value(field))))
            .filter(shown -> !shown.masked())
            .toList();
    return open.isEmpty()
        ? mask.show(parts.getFirst(), "")
        : ShownValue.open(open.stream().map(ShownValue::text).collect(Collectors.joining(" ")));
  }

  private static Strength strength(Customer customer) {
    if (customer.doubtful()) {
      return Strength.DOUBTFUL;
    }
    return customer.subjects().size() == 1 ? Strength.SINGLE : Strength.LINKED;
  }

  /** The records that count: neither replaced, nor gone, nor late. */
  public static List<OpenedRecord> current(List<OpenedRecord> opened) {
    List<SourceRecord> current =
        Survivorship.current(opened.stream().map(OpenedRecord::record).toList());
    if (current.size() == opened.size()) {
      return opened;
    }
    Set<SourceRecordId> ids = HashSet.newHashSet(current.size());
    current.forEach(record -> ids.add(record.id()));
    return opened.stream().filter(one -> ids.contains(one.record().id())).toList();
  }
}
