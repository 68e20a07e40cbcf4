package io.cornerstore.profile.web.json;

import io.cornerstore.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount.
 *
 * @param amount in major units as a decimal number, all digits of the currency: {@code "12.30"}
 */
public record MoneyJson(String amount, String currency) {

  static MoneyJson of(Money money) {
    return new MoneyJson(money.amount().toPlainString(), money.currency());
  }

  static @Nullable MoneyJson ofNullable(@Nullable Money money) {
    return money == null ? null : of(money);
  }

  static List<MoneyJson> of(List<Money> amounts) {
    return amounts.stream().map(MoneyJson::of).toList();
  }
}
