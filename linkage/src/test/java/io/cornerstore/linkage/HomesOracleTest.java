package io.cornerstore.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Homes against their definition, flooded record by record. */
class HomesOracleTest {
  private static final int SMALL_HOUSE = 8;

  /** What a record says about a home; an empty street stands for no address. */
  private record Resident(String street, String family, String phone) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void homes_randomStreets_equalTheDefinition(long seed) {
    Random random = new Random(seed);
    List<Resident> residents = new ArrayList<>();
    ResidentIndex index = new ResidentIndex();
    for (int i = 0; i < 150; i++) {
      String street = random.nextInt(6) == 0 ? "" : 1 + house(random) + " Elm Lane";
      String family = "Stone" + (char) ('a' + random.nextInt(5)) + "by";
      String phone = random.nextInt(3) == 0 ? "" : "+1202555010" + random.nextInt(8);
      residents.add(new Resident(street, family, phone));
      LinkageRecord.Builder record =
          LinkageRecord.builder().givenName("Mary").familyName(family).phone(phone);
      if (!street.isEmpty()) {
        record.address(new PostalAddress(street, "", "Tidewell", "", "17001", "US"));
      }
      index.put(record.build());
    }
    Set<Set<Integer>> found = new HashSet<>();
    for (int[] household : index.homes().households()) {
      Set<Integer> members = new TreeSet<>();
      for (int member : household) {
        members.add(member);
        assertThat(index.homes().homeOf(member)).isEqualTo(household);
      }
      found.add(members);
    }
    assertThat(found).isEqualTo(households(residents)).isNotEmpty();
  }

  /* Few live in most houses, many in some. */
  private static int house(Random random) {
    return (int) (40 * Math.pow(random.nextDouble(), 3));
  }

  private static Set<Set<Integer>> households(List<Resident> residents) {
    Map<String, Integer> living = new HashMap<>();
    residents.forEach(resident -> living.merge(resident.street, 1, Integer::sum));
    Set<Set<Integer>> households = new HashSet<>();
    for (int start = 0; start < residents.size(); start++) {
      Set<Integer> home = new TreeSet<>(Set.of(start));
      List<Integer> waiting = new ArrayList<>(List.of(start));
      while (!waiting.isEmpty()) {
        Resident one = residents.get(waiting.removeLast());
        for (int i = 0; i < residents.size(); i++) {
          if (liveTogether(one, residents.get(i), living) && home.add(i)) {
            waiting.add(i);
          }
        }
      }
      if (home.size() > 1) {
        households.add(home);
      }
    }
    return households;
  }

  private static boolean liveTogether(Resident a, Resident b, Map<String, Integer> living) {
    if (a.street.isEmpty() || !a.street.equals(b.street)) {
      return false;
    }
    boolean samePhone = !a.phone.isEmpty() && a.phone.equals(b.phone);
    return living.get(a.street) <= SMALL_HOUSE || a.family.equals(b.family) || samePhone;
  }
}
