package io.cornerstore.identity.assignment;

import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ids as the text of a PostgreSQL array, for {@code cast(:ids as uuid[])}. */
public final class ArrayText {

  private ArrayText() {}

  /** The subjects' ids. */
  public static String subjects(Collection<SubjectId> ids) {
    return of(ids, SubjectId::toString);
  }

  /** The customers' ids. */
  public static String customers(Collection<CustomerId> ids) {
    return of(ids, CustomerId::toString);
  }

  /** Items whose text needs no quotes: ids, numbers, truth values. */
  public static <T> String of(Collection<T> items, Function<? super T, String> text) {
    return items.stream().map(text).collect(Collectors.joining(",", "{", "}"));
  }
}
