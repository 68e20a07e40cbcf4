package io.cornerstore.profile.counter;

import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.identity.CustomerSearch.Hit;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.profile.Counter.Lookalike;
import io.cornerstore.profile.CustomerSummary;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.ShownValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is there already: whoever is reached by the same e-mail, phone or card, and whoever is called
 * alike and lives in the same town or was born in the same year, as far as these were said.
 */
final class Lookalikes {

  private static final int SHOWN = 5;
  private static final int NAMESAKES = 40;
  private static final double ALIKE = 0.8;

  private final CustomerSearch search;
  private final Profiles profiles;

  Lookalikes(CustomerSearch search, Profiles profiles) {
    this.search = search;
    this.profiles = profiles;
  }

  /** At most five, those with most in common first. */
  List<Lookalike> of(
      CustomerKind kind, Map<PersonalField, String> normal, Actor actor, AccessPurpose purpose) {
    Map<CustomerId, Set<String>> agreeing = new LinkedHashMap<>();
    exactly(normal.get(PersonalField.EMAIL), "email", agreeing);
    exactly(normal.get(PersonalField.PHONE), "phone", agreeing);
    exactly(normal.get(PersonalField.LOYALTY_CARD), "card", agreeing);
    String name = name(kind, normal);
    if (!name.isEmpty()) {
      search.find(name, NAMESAKES).stream()
          .filter(hit -> hit.score() >= ALIKE)
          .forEach(hit -> add(hit, "name", agreeing));
    }
    List<Lookalike> found = new ArrayList<>();
    for (CustomerSummary summary :
        profiles.summaries(List.copyOf(agreeing.keySet()), actor, purpose)) {
      Set<String> agrees = agreeing.getOrDefault(summary.id(), Set.of());
      addPlaceAndYear(summary, normal, agrees);
      if (summary.kind() == kind && isAlike(agrees, normal)) {
        found.add(new Lookalike(summary, List.copyOf(agrees)));
      }
    }
    found.sort(Comparator.comparingInt((Lookalike one) -> one.agrees().size()).reversed());
    return found.stream().limit(SHOWN).toList();
  }

  private void exactly(@Nullable String value, String what, Map<CustomerId, Set<String>> agreeing) {
    if (value != null) {
      search.find(value, NAMESAKES).stream()
          .filter(hit -> hit.foundBy().equals(what))
          .forEach(hit -> add(hit, what, agreeing));
    }
  }

  private static void add(Hit hit, String what, Map<CustomerId, Set<String>> agreeing) {
    agreeing.computeIfAbsent(hit.customer(), _ -> new LinkedHashSet<>()).add(what);
  }

  private static String name(CustomerKind kind, Map<PersonalField, String> normal) {
    return kind == CustomerKind.ORGANIZATION
        ? normal.getOrDefault(PersonalField.ORGANIZATION, "")
        : (normal.getOrDefault(PersonalField.GIVEN_NAME, "")
                + " "
                + normal.getOrDefault(PersonalField.FAMILY_NAME, ""))
            .strip();
  }

  private static void addPlaceAndYear(
      CustomerSummary summary, Map<PersonalField, String> normal, Set<String> agrees) {
    String place = lower(summary.locality());
    boolean town = contains(place, normal.get(PersonalField.LOCALITY));
    if (town || contains(place, normal.get(PersonalField.POSTAL_CODE))) {
      agrees.add("town");
    }
    String born = normal.get(PersonalField.BIRTH_DATE);
    if (born != null
        && born.length() >= 4
        && lower(summary.birthYear()).equals(born.substring(0, 4))) {
      agrees.add("birth-year");
    }
  }

  private static boolean contains(String place, @Nullable String said) {
    return said != null && !said.isEmpty() && place.contains(said.toLowerCase(Locale.ROOT));
  }

  private static String lower(@Nullable ShownValue value) {
    return value == null || value.masked() ? "" : value.text().toLowerCase(Locale.ROOT);
  }

  /* A name alone says much only when nothing was said that could tell namesakes apart. */
  private static boolean isAlike(Set<String> agrees, Map<PersonalField, String> normal) {
    boolean reached =
        agrees.contains("email") || agrees.contains("phone") || agrees.contains("card");
    boolean apart =
        normal.containsKey(PersonalField.LOCALITY)
            || normal.containsKey(PersonalField.POSTAL_CODE)
            || normal.containsKey(PersonalField.BIRTH_DATE);
    return reached || (agrees.contains("name") && (agrees.size() > 1 || !apart));
  }
}
