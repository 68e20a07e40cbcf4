package io.cornerstore.intake;

import io.cornerstore.kernel.Money;
import io.cornerstore.kernel.Personal;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order, receipt or return.
 *
 * @param sku the product's code as the source writes it, upper case
 * @param quantity as the source gave it; negative for goods that came back
 * @param product false for postage, fees and the like
 */
@Personal
public record OrderLine(
    @Nullable String sku,
    @Nullable String name,
    BigDecimal quantity,
    @Nullable Money unitPrice,
    @Nullable Money amount,
    @Nullable String category,
    @Nullable String maker,
    boolean product) {

  @Override
  public String toString() {
    return "OrderLine[•••]";
  }
}
