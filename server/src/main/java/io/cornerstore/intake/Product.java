package io.cornerstore.intake;

import io.cornerstore.kernel.Money;
import org.jspecify.annotations.Nullable;

/** A product of the catalogue. */
public record Product(
    String sku,
    @Nullable String name,
    @Nullable String category,
    @Nullable String subcategory,
    @Nullable String maker,
    @Nullable Money price) {}
