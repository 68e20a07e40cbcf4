package io.cornerstore.profile.history;

import static io.cornerstore.profile.SampleRecord.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.InteractionType;
import io.cornerstore.intake.Store;
import io.cornerstore.profile.Behaviour.ZoneOrigin;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZonesTest {

  private static final Map<String, Store> STORES =
      Map.of("12", new Store("12", "Mill Road", null, "US", ZoneId.of("America/Denver")));

  private final Zones zones = new Zones(ZoneOffset.UTC);
  private final History nothing = History.of(List.of());
  private final History inStore =
      History.of(List.of(record(1).happened(InteractionType.PURCHASE).in("12").opened()));

  @Test
  void countryWithOneZone_isEnough() {
    assertThat(zones.find("GB", null, inStore, STORES))
        .isEqualTo(new Zones.Found(ZoneId.of("Europe/London"), ZoneOrigin.ADDRESS));
  }

  @Test
  void region_byCodeOrName_decidesInACountryWithSeveral() {
    assertThat(zones.find("US", "CA", nothing, Map.of()).zone())
        .isEqualTo(ZoneId.of("America/Los_Angeles"));
    assertThat(zones.find("US", " california ", nothing, Map.of()).zone())
        .isEqualTo(ZoneId.of("America/Los_Angeles"));
    assertThat(zones.find("ID", "Bali", nothing, Map.of()).zone())
        .isEqualTo(ZoneId.of("Asia/Makassar"));
  }

  @Test
  void countryWithSeveral_withoutRegion_takesTheStores() {
    assertThat(zones.find("US", null, inStore, STORES))
        .isEqualTo(new Zones.Found(ZoneId.of("America/Denver"), ZoneOrigin.STORE));
  }

  @Test
  void countryWithSeveral_withoutStore_takesWhereMostLive() {
    assertThat(zones.find("US", "??", nothing, Map.of()))
        .isEqualTo(new Zones.Found(ZoneId.of("America/New_York"), ZoneOrigin.COUNTRY));
  }

  @Test
  void nothingKnown_takesTheInstallations() {
    assertThat(zones.find(null, null, nothing, Map.of()))
        .isEqualTo(new Zones.Found(ZoneOffset.UTC, ZoneOrigin.INSTALLATION));
  }
}
