package io.cornerstore.profile.history;

import static io.cornerstore.profile.SampleRecord.line;
import static io.cornerstore.profile.SampleRecord.pounds;
import static io.cornerstore.profile.SampleRecord.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.OpenedRecord;
import io.cornerstore.intake.OrderLine;
import io.cornerstore.kernel.Channel;
import io.cornerstore.kernel.Money;
import io.cornerstore.profile.Behaviour;
import io.cornerstore.profile.Behaviour.Favourite;
import io.cornerstore.profile.Behaviour.ZoneOrigin;
import io.cornerstore.profile.SampleRecord;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BehaviourCountsTest {

  private static final long SEED = 20260723;
  private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static Behaviour behaviour(ZoneId zone, List<OpenedRecord> records) {
    return BehaviourCounts.of(
        History.of(records), Goods.NONE, new Zones.Found(zone, ZoneOrigin.ADDRESS), NOW);
  }

  private static Behaviour behaviour(SampleRecord... records) {
    return behaviour(LONDON, List.of(records).stream().map(SampleRecord::opened).toList());
  }

  private static SampleRecord purchase(long id) {
    return record(id).happened(InteractionType.PURCHASE).order("O" + id);
  }

  @Test
  void nothing_givesZeros() {
    Behaviour behaviour = behaviour();
    assertThat(behaviour.totals()).isEmpty();
    assertThat(behaviour.firstSeen()).isNull();
    assertThat(behaviour.recencyFrequencyValue().daysSince()).isNull();
    assertThat(behaviour.punchCard().maximum()).isZero();
  }

  @Test
  void currencies_areNeverAdded() {
    Behaviour behaviour =
        behaviour(
            purchase(1).amount(pounds("10.00")),
            purchase(2).amount(pounds("5.00")),
            purchase(3).amount(new Money(700, "EUR")));
    assertThat(behaviour.recencyFrequencyValue().value())
        .containsExactly(pounds("15.00"), new Money(700, "EUR"));
  }

  @Test
  void returnsAndCancellations_countAsSuch() {
    Behaviour behaviour =
        behaviour(
            purchase(1).amount(pounds("10.00")),
            purchase(2).amount(pounds("8.00")),
            record(3).happened(InteractionType.RETURN).about("O1").amount(pounds("-4.00")),
            record(4).happened(InteractionType.CANCELLATION).about("O2"));
    assertThat(behaviour.purchases()).isEqualTo(2);
    assertThat(behaviour.returns()).isEqualTo(1);
    assertThat(behaviour.cancellations()).isEqualTo(1);
    assertThat(behaviour.totals().getFirst())
        .isEqualTo(
            new Behaviour.CurrencyTotal(pounds("18.00"), pounds("12.00"), pounds("6.00"), 2));
    assertThat(behaviour.recencyFrequencyValue().frequency()).isEqualTo(1);
  }

  @Test
  void adjustments_countNowhere() {
    Behaviour behaviour =
        behaviour(record(1).happened(InteractionType.ADJUSTMENT).bought("S", -5, "-9.00", "Tea"));
    assertThat(behaviour.firstSeen()).isNull();
    assertThat(behaviour.totals()).isEmpty();
    assertThat(behaviour.channelMix()).isEmpty();
    assertThat(behaviour.categories()).isEmpty();
  }

  @Test
  void charges_countAsSpentButAreNoFavourites() {
    OrderLine postage =
        new OrderLine(
            "POST", "Postage", BigDecimal.ONE, null, pounds("3.00"), "Postage", null, false);
    Behaviour behaviour = behaviour(purchase(1).bought("S", 1, "2.00", "Tea").line(postage));
    assertThat(behaviour.totals().getFirst().spent()).isEqualTo(pounds("5.00"));
    assertThat(behaviour.categories()).extracting(Favourite::name).containsExactly("Tea");
  }

  @Test
  void favourites_areNetOfWhatCameBack() {
    Behaviour behaviour =
        behaviour(
            purchase(1).bought("S1", 5, "10.00", "Tea").bought("S2", 3, "9.00", "Coffee"),
            record(2)
                .happened(InteractionType.RETURN)
                .about("O1")
                .line(line("S1", -4, "-8.00", "tea")));
    assertThat(behaviour.categories()).extracting(Favourite::name).containsExactly("Coffee", "Tea");
    assertThat(behaviour.categories().getLast().quantity()).isEqualByComparingTo("1");
    assertThat(behaviour.categories().getLast().spent()).containsExactly(pounds("2.00"));
  }

  @Test
  void punchCard_summerTime_countsLocalHours() {
    Behaviour behaviour =
        behaviour(
            purchase(1).at("2026-01-05T08:30:00Z"),
            purchase(2).at("2026-07-06T07:30:00Z").amount(pounds("1.00")));
    assertThat(behaviour.punchCard().at(DayOfWeek.MONDAY, 8)).isEqualTo(2);
  }

  @Test
  void punchCard_hourThatClocksRepeat_countsBothTimesInOneCell() {
    Behaviour behaviour =
        behaviour(purchase(1).at("2026-10-25T00:30:00Z"), purchase(2).at("2026-10-25T01:30:00Z"));
    assertThat(behaviour.punchCard().at(DayOfWeek.SUNDAY, 1)).isEqualTo(2);
  }

  @Test
  void months_nearMidnight_areThoseOfTheZone() {
    List<OpenedRecord> records =
        List.of(
            purchase(1).from("till", Channel.STORE_PURCHASE).at("2026-01-31T18:00:00Z").opened());
    Behaviour jakarta = behaviour(ZoneId.of("Asia/Jakarta"), records);
    assertThat(jakarta.channelMix().getFirst().month()).isEqualTo(YearMonth.of(2026, 2));
    assertThat(jakarta.punchCard().at(DayOfWeek.SUNDAY, 1)).isEqualTo(1);
  }

  @Test
  void recency_countsDaysOfTheCalendar() {
    Behaviour behaviour = behaviour(purchase(1).at("2026-06-29T22:59:00Z"));
    assertThat(behaviour.recencyFrequencyValue().daysSince()).isEqualTo(2);
    Behaviour afterMidnight = behaviour(purchase(1).at("2026-06-29T23:01:00Z"));
    assertThat(afterMidnight.recencyFrequencyValue().daysSince()).isEqualTo(1);
  }

  @Test
  void randomHistories_agreeWithCountingTheEventsOneByOne() {
    Random random = new Random(SEED);
    for (int round = 0; round < 400; round++) {
      RandomHistory story = RandomHistory.of(random);
      List<OpenedRecord> records = story.records();
      Collections.shuffle(records, random);
      Behaviour behaviour = behaviour(LONDON, records);
      String where = "round %d of seed %d".formatted(round, SEED);
      assertThat(behaviour.purchases()).as(where).isEqualTo(story.orders().size());
      assertThat(behaviour.recencyFrequencyValue().frequency())
          .as(where)
          .isEqualTo(story.daysBought(LONDON));
      for (String currency : RandomHistory.CURRENCIES) {
        Behaviour.CurrencyTotal total =
            behaviour.totals().stream()
                .filter(one -> one.spent().currency().equals(currency))
                .findFirst()
                .orElse(
                    new Behaviour.CurrencyTotal(
                        new Money(0, currency), new Money(0, currency), new Money(0, currency), 0));
        assertThat(total.spent().amount()).as(where).isEqualByComparingTo(story.spent(currency));
        assertThat(total.returned().amount())
            .as(where)
            .isEqualByComparingTo(story.givenBack(currency));
        assertThat(total.net()).isEqualTo(total.spent().plus(total.returned().negated()));
      }
      for (String category : RandomHistory.CATEGORIES) {
        BigDecimal kept =
            behaviour.categories().stream()
                .filter(one -> one.name().equals(category))
                .map(Favourite::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        assertThat(kept).as(where).isEqualByComparingTo(story.kept(category));
      }
      for (DayOfWeek day : DayOfWeek.values()) {
        for (int hour = 0; hour < 24; hour++) {
          assertThat(behaviour.punchCard().at(day, hour))
              .as(where)
              .isEqualTo(story.boughtAt(LONDON, day, hour));
        }
      }
    }
  }
}
