package io.cornerstore.delivery;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.Personal;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Customers for other systems, page by page under a cursor. Every page names actor and purpose and
 * is recorded with what it concerns; fields that the purpose does not open are left out.
 *
 * <p>The cursor of {@link #changes} is the version of the last customer read. Versions are given
 * out under one lock in the order of commit, and a page ends where golden records end: what was
 * passed can get no smaller version later, so nothing is missed, and one version is met once,
 * however many write meanwhile. Whoever changes between two pages is met again with the new
 * version.
 *
 * <p>All methods throw {@link io.cornerstore.access.AccessDeniedProblem} when the actor may not act
 * for the purpose, and IllegalArgumentException for a foreign cursor. Thread-safe.
 */
public interface Exports {

  /** The most customers of a page. */
  int MOST = 1_000;

  /** The golden records, each customer once, by id. */
  Chunk<GoldenRow> golden(Asked asked);

  /** Which id of which source is which customer. */
  Chunk<CrossReference> crossReference(Asked asked);

  /**
   * Who was formed, changed, merged or ended after the cursor, with golden values. A page may be
   * empty although {@code cursor} says where to go on later.
   */
  Chunk<ChangedCustomer> changes(Asked asked);

  /**
   * A question.
   *
   * @param cursor of the chunk before; null: from the beginning
   * @param limit customers of the page, 1 to {@value #MOST}
   */
  record Asked(Actor actor, AccessPurpose purpose, @Nullable String cursor, int limit) {

    public Asked {
      if (limit < 1 || limit > MOST) {
        throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
      }
    }

    /** The next page. */
    public Asked after(String next) {
      return new Asked(actor, purpose, next, limit);
    }
  }

  /**
   * Some rows.
   *
   * @param cursor where to go on
   * @param more whether there is more at this moment
   */
  record Chunk<T>(List<T> rows, String cursor, boolean more) {

    public Chunk {
      rows = List.copyOf(rows);
    }
  }

  /** A customer and the golden values that the purpose opens. */
  @Personal
  record GoldenRow(
      CustomerId customer,
      String kind,
      long version,
      Instant since,
      Map<PersonalField, String> fields) {

    public GoldenRow {
      fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
      return "GoldenRow[" + customer + "]";
    }
  }

  /**
   * An id of a source.
   *
   * @param key the source's own id; absent when it has none or the purpose does not open it
   */
  @Personal
  record CrossReference(
      String source, @Nullable String key, SubjectId subject, CustomerId customer) {

    @Override
    public String toString() {
      return "CrossReference[" + subject + "]";
    }
  }

  /**
   * A customer that is not what it was.
   *
   * @param status {@code current}, {@code merged} or {@code ended}
   * @param mergedInto the customer it is part of now
   * @param golden absent unless it is current
   */
  @Personal
  record ChangedCustomer(
      CustomerId customer,
      long version,
      String status,
      @Nullable CustomerId mergedInto,
      @Nullable GoldenRow golden) {

    @Override
    public String toString() {
      return "ChangedCustomer[" + customer + "]";
    }
  }
}
