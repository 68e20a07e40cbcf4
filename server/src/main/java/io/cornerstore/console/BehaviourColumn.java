package io.cornerstore.console;

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
import java.util.Objects;

/** Words the right column of the customer page: what the history comes to. */
final class BehaviourColumn {

  private static final int FAVOURITES = 6;

  private BehaviourColumn() {}

  static CustomerPage.Behaviour of(Behaviour behaviour) {
    return new CustomerPage.Behaviour(
        behaviour.totals().stream().map(BehaviourColumn::total).toList(),
        facts(behaviour),
        PunchCardPicture.of(behaviour.punchCard()),
        zone(behaviour),
        ChannelMixPicture.of(behaviour.channelMix()),
        favourites(behaviour.categories()),
        favourites(behaviour.makers()));
  }

  private static CustomerPage.Total total(Behaviour.CurrencyTotal total) {
    return new CustomerPage.Total(
        Wording.money(total.net()),
        total.returned().minorUnits() == 0
            ? "spent, nothing returned"
            : "kept of %s, %s returned"
                .formatted(Wording.money(total.spent()), Wording.money(total.returned())));
  }

  private static List<CustomerPage.Fact> facts(Behaviour behaviour) {
    List<CustomerPage.Fact> facts = new ArrayList<>();
    facts.add(new CustomerPage.Fact("Purchases", Wording.whole(behaviour.purchases())));
    facts.add(new CustomerPage.Fact("Returns", Wording.whole(behaviour.returns())));
    facts.add(new CustomerPage.Fact("Cancellations", Wording.whole(behaviour.cancellations())));
    var recency = behaviour.recencyFrequencyValue();
    if (recency.lastPurchase() != null) {
      String day = Wording.day(Objects.requireNonNull(recency.lastPurchase()), behaviour.zone());
      Long days = recency.daysSince();
      facts.add(
          new CustomerPage.Fact(
              "Last purchase",
              days == null ? day : day + ", " + Wording.count(days, "day", "days") + " ago"));
      facts.add(new CustomerPage.Fact("Days with a purchase", Wording.whole(recency.frequency())));
    }
    if (behaviour.firstSeen() != null) {
      facts.add(
          new CustomerPage.Fact(
              "First seen",
              Wording.day(Objects.requireNonNull(behaviour.firstSeen()), behaviour.zone())));
    }
    return facts;
  }

  private static String zone(Behaviour behaviour) {
    String why =
        switch (behaviour.zoneFrom()) {
          case ADDRESS -> "as the address says";
          case STORE -> "as the store says";
          case COUNTRY -> "as the country says";
          case INSTALLATION -> "nothing better is known";
        };
    return behaviour.zone() + ", " + why;
  }

  private static List<CustomerPage.Favourite> favourites(List<Favourite> favourites) {
    if (favourites.isEmpty()) {
      return List.of();
    }
    BigDecimal most = favourites.getFirst().quantity();
    return favourites.stream()
        .limit(FAVOURITES)
        .map(one -> new CustomerPage.Favourite(one.name(), share(one.quantity(), most), words(one)))
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

  private static String words(Favourite favourite) {
    String words =
        Wording.quantity(favourite.quantity())
            + " in "
            + Wording.count(favourite.orders(), "order", "orders");
    return favourite.spent().isEmpty() ? words : words + ", " + Wording.money(favourite.spent());
  }
}
