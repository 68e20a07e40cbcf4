package io.cornerstore.identity;

import io.cornerstore.kernel.CustomerId;
import java.util.List;

/** Subjects left a customer and are customers of their own. */
public record CustomerSplit(CustomerId from, List<CustomerId> formed) {}
