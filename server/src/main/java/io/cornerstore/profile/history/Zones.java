package io.cornerstore.profile.history;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.Store;
import io.cornerstore.profile.Behaviour.ZoneOrigin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In which zone a customer lives: by country and region of the address, else where the stores stand
 * that the customer goes to, else the zone of most people in the country, else the installation's.
 * Countries and zones are those of the IANA time zone database ({@code zone.tab}); regions by ISO
 * 3166-2 code or name. Immutable.
 */
public final class Zones {

  private record Place(String country, String region) {}

  private record Known(ZoneId zone, boolean whole) {}

  private final Map<Place, Known> known = new HashMap<>();
  private final ZoneId installation;

  /** Reads the table; {@code installation} is the zone of those of whom nothing is known. */
  public Zones(ZoneId installation) {
    this.installation = installation;
    try (InputStream stream =
            Objects.requireNonNull(
                Zones.class.getResourceAsStream("/io/cornerstore/profile/zones.csv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader.lines().skip(1).map(line -> line.split(",", -1)).forEach(this::put);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(String[] row) {
    Place place = new Place(row[0], row[1].toLowerCase(Locale.ROOT));
    known.put(place, new Known(ZoneId.of(row[2]), row[3].equals("whole")));
  }

  /** A zone, and why it. */
  public record Found(ZoneId zone, ZoneOrigin from) {}

  /**
   * Finds the zone.
   *
   * @param country ISO 3166-1 alpha-2
   * @param stores by id, as the catalogue knows them
   */
  public Found find(
      @Nullable String country,
      @Nullable String region,
      History history,
      Map<String, Store> stores) {
    Known byCountry = country == null ? null : known.get(new Place(country, ""));
    Known byRegion =
        country == null || region == null
            ? null
            : known.get(new Place(country, region.strip().toLowerCase(Locale.ROOT)));
    Known exact = byRegion != null ? byRegion : byCountry;
    if (exact != null && exact.whole()) {
      return new Found(exact.zone(), ZoneOrigin.ADDRESS);
    }
    ZoneId byStore = byStore(history.occurrences(), stores);
    if (byStore != null) {
      return new Found(byStore, ZoneOrigin.STORE);
    }
    return byCountry == null
        ? new Found(installation, ZoneOrigin.INSTALLATION)
        : new Found(byCountry.zone(), ZoneOrigin.COUNTRY);
  }

  private static @Nullable ZoneId byStore(List<Occurrence> occurrences, Map<String, Store> stores) {
    Map<ZoneId, Integer> counts = new HashMap<>();
    for (Occurrence occurrence : occurrences) {
      Store store = occurrence.store() == null ? null : stores.get(occurrence.store());
      if (store != null && store.zone() != null && occurrence.type() == InteractionType.PURCHASE) {
        counts.merge(store.zone(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<ZoneId, Integer>comparingByValue()
                .thenComparing(entry -> entry.getKey().getId(), Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
