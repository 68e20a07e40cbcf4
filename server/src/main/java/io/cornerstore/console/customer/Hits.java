package io.cornerstore.console.customer;

import io.cornerstore.console.view.SearchPage.Hit;
import io.cornerstore.console.view.SearchPage.Part;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.profile.CustomerSummary;
import io.cornerstore.profile.ShownValue;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Words lines of customers, with what was looked for marked in them. */
public final class Hits {

  private final Wording words;
  private final MarkedText marked;

  private Hits(Wording words, MarkedText marked) {
    this.words = words;
    this.marked = marked;
  }

  /** Lines that nobody searched for. */
  public static Hits of(Wording words) {
    return new Hits(words, new MarkedText(""));
  }

  /** Lines that answer what was typed. */
  public static Hits of(Wording words, String asked) {
    return new Hits(words, new MarkedText(asked));
  }

  /** One that was not searched for. */
  public Hit hit(CustomerSummary summary) {
    return hit(summary, (String) null);
  }

  /** A line, and what the search agreed on. */
  public Hit hit(CustomerSummary summary, @Nullable String foundBy) {
    String name = CustomerWords.name(summary.displayName(), words);
    List<String> details = new ArrayList<>();
    for (var value :
        new ShownValue[] {
          summary.locality(), summary.birthYear(), summary.email(), summary.phone()
        }) {
      if (value != null) {
        details.add(value.text());
      }
    }
    List<Part> nameParts = marked.parts(name);
    return new Hit(
        summary.id().toString(),
        summary.kind() == CustomerKind.ORGANIZATION,
        CustomerWords.initials(name),
        nameParts,
        marked.parts(String.join(" · ", details)),
        why(foundBy, nameParts),
        "order".equals(foundBy),
        summary.value().isEmpty() ? null : words.money(summary.value()),
        summary.lastSeen() == null
            ? null
            : words.day(Objects.requireNonNull(summary.lastSeen()), ZoneOffset.UTC),
        summary.doubtful());
  }

  /* A name that is marked explains itself; one that is not was found by another on record. */
  private @Nullable String why(@Nullable String foundBy, List<Part> name) {
    if (foundBy == null) {
      return null;
    }
    boolean byName = foundBy.equals("name") || foundBy.equals("name-birth");
    if (byName && name.stream().anyMatch(Part::marked)) {
      return null;
    }
    String term = words.term("found", byName ? "other-name" : foundBy);
    return words.text("search.found-by", term);
  }
}
