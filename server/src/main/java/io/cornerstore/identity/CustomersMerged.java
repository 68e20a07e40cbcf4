package io.cornerstore.identity;

import io.cornerstore.kernel.CustomerId;
import java.util.List;

/** Customers became one; the merged ids lead to {@code into} from now on. */
public record CustomersMerged(CustomerId into, List<CustomerId> merged) {}
