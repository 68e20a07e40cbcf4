package io.cornerstore.console.customer;

import io.cornerstore.console.frame.Reader;
import io.cornerstore.console.view.SearchPage.Hit;
import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.profile.Profiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is typed into a search box, and the customers it finds, worded for who reads. */
public final class TypedSearch {

  private static final int LONGEST = 200;
  private static final int SHORTEST_SUGGESTION = 2;

  private final CustomerSearch search;
  private final Profiles profiles;

  /** Over the search and what of each customer may be shown. */
  public TypedSearch(CustomerSearch search, Profiles profiles) {
    this.search = search;
    this.profiles = profiles;
  }

  /** What was typed, without what surrounds it and not too long. */
  public static String asked(String text) {
    String asked = text.strip();
    return asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
  }

  /** The best of whom it finds; nobody for nothing. */
  public List<Hit> hits(Reader reader, String asked, int most) {
    if (asked.isEmpty()) {
      return List.of();
    }
    Map<CustomerId, String> foundBy = new LinkedHashMap<>();
    search.find(asked, most).forEach(hit -> foundBy.putIfAbsent(hit.customer(), hit.foundBy()));
    Hits hits = Hits.of(reader.words(), asked);
    return profiles
        .summaries(List.copyOf(foundBy.keySet()), reader.staff(), reader.purpose())
        .stream()
        .map(summary -> hits.hit(summary, foundBy.getOrDefault(summary.id(), "name")))
        .toList();
  }

  /** The same while somebody types: nobody for a letter. */
  public List<Hit> suggestions(Reader reader, String asked, int most) {
    return asked.length() < SHORTEST_SUGGESTION ? List.of() : hits(reader, asked, most);
  }
}
