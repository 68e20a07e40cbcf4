package io.cornerstore.console.customer;

import io.cornerstore.console.picture.ChannelMixPicture;
import io.cornerstore.console.picture.PunchCardPicture;
import io.cornerstore.console.view.CustomerPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.profile.Behaviour;
import io.cornerstore.profile.Behaviour.Favourite;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Words the right column of the customer page: what the history comes to. */
final class BehaviourColumn {

  private static final int FAVOURITES = 6;

  private final Wording words;

  BehaviourColumn(Wording words) {
    this.words = words;
  }

  CustomerPage.Behaviour of(Behaviour behaviour) {
    return new CustomerPage.Behaviour(
        behaviour.totals().stream().map(this::total).toList(),
        facts(behaviour),
        PunchCardPicture.of(behaviour.punchCard(), words),
        zone(behaviour),
        ChannelMixPicture.of(behaviour.channelMix(), words),
        favourites(behaviour.categories()),
        favourites(behaviour.makers()));
  }

  private CustomerPage.Total total(Behaviour.CurrencyTotal total) {
    return new CustomerPage.Total(
        words.money(total.net()),
        total.returned().minorUnits() == 0
            ? words.text("behaviour.all-kept")
            : words.text(
                "behaviour.kept-of", words.money(total.spent()), words.money(total.returned())));
  }

  private List<CustomerPage.Fact> facts(Behaviour behaviour) {
    List<CustomerPage.Fact> facts = new ArrayList<>();
    facts.add(fact("behaviour.purchases", words.whole(behaviour.purchases())));
    facts.add(fact("behaviour.returns", words.whole(behaviour.returns())));
    facts.add(fact("behaviour.cancellations", words.whole(behaviour.cancellations())));
    var recency = behaviour.recencyFrequencyValue();
    if (recency.lastPurchase() != null) {
      String day = words.day(Objects.requireNonNull(recency.lastPurchase()), behaviour.zone());
      Long days = recency.daysSince();
      facts.add(
          fact(
              "behaviour.last-purchase",
              days == null ? day : words.text("behaviour.days-ago", day, days)));
      facts.add(fact("behaviour.purchase-days", words.whole(recency.frequency())));
    }
    if (behaviour.firstSeen() != null) {
      facts.add(
          fact(
              "behaviour.first-seen",
              words.day(Objects.requireNonNull(behaviour.firstSeen()), behaviour.zone())));
    }
    return facts;
  }

  private CustomerPage.Fact fact(String key, String value) {
    return new CustomerPage.Fact(words.text(key), value);
  }

  private String zone(Behaviour behaviour) {
    String why = words.term("zone", behaviour.zoneFrom().name().toLowerCase(Locale.ROOT));
    return behaviour.zone() + ", " + why;
  }

  private List<CustomerPage.Favourite> favourites(List<Favourite> favourites) {
    if (favourites.isEmpty()) {
      return List.of();
    }
    BigDecimal most = favourites.getFirst().quantity();
    return favourites.stream()
        .limit(FAVOURITES)
        .map(
            one -> new CustomerPage.Favourite(one.name(), share(one.quantity(), most), orders(one)))
        .toList();
  }

  private static int share(BigDecimal quantity, BigDecimal most) {
    if (most.signum() <= 0) {
      return 0;
    }
    int share =
        quantity.multiply(BigDecimal.valueOf(100)).divide(most, RoundingMode.HALF_UP).intValue();
    return Math.clamp(share, 2, 100);
  }

  private String orders(Favourite favourite) {
    String orders =
        words.text("behaviour.in-orders", words.quantity(favourite.quantity()), favourite.orders());
    return favourite.spent().isEmpty() ? orders : orders + ", " + words.money(favourite.spent());
  }
}
