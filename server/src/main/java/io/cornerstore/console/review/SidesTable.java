package io.cornerstore.console.review;

import io.cornerstore.console.view.SidesView;
import io.cornerstore.console.view.SidesView.EffectRow;
import io.cornerstore.console.view.SidesView.FieldRow;
import io.cornerstore.console.view.Wording;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.profile.Behaviour;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.SourceSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two sides beside each other and what both would be together.
 *
 * @param together the view of all subjects of both
 */
record SidesTable(CustomerView left, CustomerView right, CustomerView together, Wording words) {

  /** The sides under headings with these keys. */
  SidesView shown(String leftKey, String rightKey, String togetherKey) {
    return new SidesView(
        words.text(leftKey), words.text(rightKey), words.text(togetherKey), fields(), effects());
  }

  private List<FieldRow> fields() {
    return Arrays.stream(PersonalField.values())
        .filter(field -> left.find(field).isPresent() || right.find(field).isPresent())
        .map(this::field)
        .toList();
  }

  private FieldRow field(PersonalField field) {
    Set<String> first = values(left, field);
    Set<String> second = values(right, field);
    FieldComparison comparison = FieldComparison.of(first, second);
    return new FieldRow(
        words.field(field),
        List.copyOf(first),
        List.copyOf(second),
        comparison.code(),
        comparison.symbol(),
        words.term("compare", comparison.code()),
        together.find(field).map(golden -> golden.value().text()).orElse(null));
  }

  private static Set<String> values(CustomerView view, PersonalField field) {
    Set<String> values = new LinkedHashSet<>();
    view.find(field)
        .ifPresent(golden -> {
          values.add(golden.value().text());
          golden.alternatives().forEach(other -> values.add(other.value().text()));
        });
    return values;
  }

  private List<EffectRow> effects() {
    List<EffectRow> rows = new ArrayList<>();
    rows.add(row("effect.identities", view -> words.whole(view.identity().subjects())));
    rows.add(row("effect.records", view -> words.whole(records(view))));
    rows.add(row("effect.sources", SidesTable::sources));
    rows.add(row("behaviour.purchases", view -> words.whole(view.behaviour().purchases())));
    rows.add(row("behaviour.returns", view -> words.whole(view.behaviour().returns())));
    rows.add(row("effect.spent", view -> spent(view.behaviour())));
    rows.add(row("behaviour.first-seen", view -> day(view, view.behaviour().firstSeen())));
    rows.add(row("effect.last-seen", view -> day(view, view.behaviour().lastSeen())));
    if (left.household() != null || right.household() != null) {
      rows.add(
          new EffectRow(
              words.text("effect.household"),
              household(left),
              household(right),
              householdTogether()));
    }
    return rows;
  }

  private EffectRow row(String key, Function<CustomerView, String> value) {
    return new EffectRow(
        words.text(key), value.apply(left), value.apply(right), value.apply(together));
  }

  private static long records(CustomerView view) {
    return view.sources().stream().mapToLong(SourceSummary::records).sum();
  }

  private static String sources(CustomerView view) {
    return String.join(
        ", ", view.sources().stream().map(source -> source.source().code()).distinct().toList());
  }

  private String spent(Behaviour behaviour) {
    return words.money(behaviour.totals().stream().map(Behaviour.CurrencyTotal::net).toList());
  }

  private String day(CustomerView view, @Nullable Instant at) {
    return at == null ? "–" : words.day(at, view.behaviour().zone());
  }

  private String household(CustomerView view) {
    CustomerView.Home home = view.household();
    return home == null ? "–" : words.text("effect.members", home.members().size());
  }

  private String householdTogether() {
    CustomerView.Home first = left.household();
    CustomerView.Home second = right.household();
    if (first != null && second != null && first.id().equals(second.id())) {
      int members = first.members().size() - 1;
      return members < 2 ? "–" : words.text("effect.members", members);
    }
    return words.text("effect.household-anew");
  }
}
