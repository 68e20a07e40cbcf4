package io.cornerstore.profile.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cornerstore.kernel.Personal;
import io.cornerstore.profile.Behaviour;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What, where, when and how a customer buys. */
@Personal
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BehaviourJson(
    String zone,
    String zoneFrom,
    List<TotalJson> totals,
    int purchases,
    int returns,
    int cancellations,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    RecencyFrequencyValueJson recencyFrequencyValue,
    List<ChannelCountJson> channelMix,
    List<Integer> punchCard,
    List<FavouriteJson> categories,
    List<FavouriteJson> makers) {

  static BehaviourJson of(Behaviour behaviour) {
    Behaviour.RecencyFrequencyValue numbers = behaviour.recencyFrequencyValue();
    return new BehaviourJson(
        behaviour.zone().getId(),
        behaviour.zoneFrom().name().toLowerCase(Locale.ROOT),
        behaviour.totals().stream().map(TotalJson::of).toList(),
        behaviour.purchases(),
        behaviour.returns(),
        behaviour.cancellations(),
        behaviour.firstSeen(),
        behaviour.lastSeen(),
        new RecencyFrequencyValueJson(
            numbers.lastPurchase(),
            numbers.daysSince(),
            numbers.frequency(),
            MoneyJson.of(numbers.value())),
        behaviour.channelMix().stream()
            .map(one ->
                new ChannelCountJson(one.month().toString(), one.channel().code(), one.entries()))
            .toList(),
        behaviour.punchCard().counts(),
        behaviour.categories().stream().map(FavouriteJson::of).toList(),
        behaviour.makers().stream().map(FavouriteJson::of).toList());
  }

  @Override
  public String toString() {
    return "BehaviourJson[•••]";
  }

  /** Money of one currency. */
  public record TotalJson(MoneyJson spent, MoneyJson returned, MoneyJson net, int purchases) {

    static TotalJson of(Behaviour.CurrencyTotal total) {
      return new TotalJson(
          MoneyJson.of(total.spent()),
          MoneyJson.of(total.returned()),
          MoneyJson.of(total.net()),
          total.purchases());
    }
  }

  /** The three plain numbers. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RecencyFrequencyValueJson(
      @Nullable Instant lastPurchase,
      @Nullable Long daysSince,
      int frequency,
      List<MoneyJson> value) {}

  /** Entries of one month and channel. */
  public record ChannelCountJson(String month, String channel, int entries) {}

  /** Something they buy again and again. */
  @Personal
  public record FavouriteJson(String name, String quantity, int orders, List<MoneyJson> spent) {

    static FavouriteJson of(Behaviour.Favourite favourite) {
      return new FavouriteJson(
          favourite.name(),
          favourite.quantity().toPlainString(),
          favourite.orders(),
          MoneyJson.of(favourite.spent()));
    }

    @Override
    public String toString() {
      return "FavouriteJson[•••]";
    }
  }
}
