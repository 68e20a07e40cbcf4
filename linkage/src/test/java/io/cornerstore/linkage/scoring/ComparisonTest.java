package io.cornerstore.linkage.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.cornerstore.linkage.store.NameTable;
import io.cornerstore.linkage.text.Nicknames;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.core.Gen;

class ComparisonTest {
  private final NameTable names = new NameTable(Nicknames.standard());
  private final NameComparison comparison = new NameComparison(names, Frequencies.none());

  @ParameterizedTest
  @CsvSource({
    "mary,mary,exact",
    "william,bill,nickname",
    "smith,smyth,typing-error",
    "santoso,santosa,typing-error",
    "mary,mary ann,part",
    "smith,smith jones,part",
    "j,john,initial",
    "m,m,initial",
    "j,mary,different",
    "mary,robert,different",
    "stonebridge,stonebrigde,typing-error",
    "christopher,christine,similar"
  })
  void nameLevel_examples_areAsExpected(String a, String b, String level) {
    assertThat(NameLevels.NAMES.get(comparison.level(hold(a), hold(b)))).isEqualTo(level);
    assertThat(comparison.level(hold(b), hold(a))).isEqualTo(comparison.level(hold(a), hold(b)));
  }

  @Test
  void nameLevel_unknownName_isNothingToCompare() {
    assertThat(comparison.level(0, hold("mary"))).isZero();
    assertThat(comparison.level(0, 0)).isZero();
  }

  @Test
  void nameLevel_remembered_isTheSame() {
    int a = hold("stonebridge");
    int b = hold("stonebrige");
    int first = comparison.level(a, b);
    assertThat(comparison.level(a, b)).isEqualTo(first);
    comparison.forget();
    assertThat(comparison.level(a, b)).isEqualTo(first);
  }

  private int hold(String name) {
    return names.hold(name.getBytes(StandardCharsets.UTF_8), 0, name.length());
  }

  private static int date(int year, int month, int day) {
    return year << 9 | month << 5 | day;
  }

  @Test
  void dateLevel_examples_areAsExpected() {
    int birth = date(1980, 5, 17);
    assertThat(DateComparison.level(birth, birth)).isEqualTo(DateComparison.EXACT);
    assertThat(DateComparison.level(birth, 0)).isZero();
    assertThat(DateComparison.level(birth, date(1980, 5, 11))).isEqualTo(DateComparison.TYPO);
    assertThat(DateComparison.level(birth, date(1908, 5, 17))).isEqualTo(DateComparison.TYPO);
    assertThat(DateComparison.level(birth, date(1982, 5, 17))).isEqualTo(DateComparison.TYPO);
    assertThat(DateComparison.level(date(1980, 5, 7), date(1980, 7, 5)))
        .isEqualTo(DateComparison.TYPO);
    assertThat(DateComparison.level(birth, date(1980, 0, 0))).isEqualTo(DateComparison.KNOWN);
    assertThat(DateComparison.level(birth, date(0, 5, 17))).isEqualTo(DateComparison.KNOWN);
    assertThat(DateComparison.level(birth, date(1980, 11, 17))).isEqualTo(DateComparison.TWO);
    assertThat(DateComparison.level(birth, date(1980, 11, 2))).isEqualTo(DateComparison.YEAR);
    assertThat(DateComparison.level(birth, date(1984, 11, 2))).isEqualTo(DateComparison.DIFFERENT);
    assertThat(DateComparison.level(birth, date(1955, 3, 2))).isEqualTo(DateComparison.GENERATION);
    assertThat(DateComparison.level(date(1980, 0, 0), date(0, 5, 17))).isZero();
  }

  @Test
  void dateLevel_anyTwo_isSymmetric() {
    qt().forAll(dates(), dates())
        .check((a, b) -> {
          int level = DateComparison.level(a, b);
          return level == DateComparison.level(b, a)
              && level >= 0
              && level <= DateComparison.GENERATION;
        });
  }

  @Test
  void dateLevel_sameFullDate_isExact() {
    qt().forAll(
            integers().between(1900, 2020), integers().between(1, 12), integers().between(1, 31))
        .check((y, m, d) ->
            DateComparison.level(date(y, m, d), date(y, m, d)) == DateComparison.EXACT);
  }

  private static Gen<Integer> dates() {
    return integers()
        .between(1970, 1990)
        .zip(
            integers().between(0, 12),
            integers().between(0, 31),
            (year, month, day) -> date(year, month, day));
  }

  @Test
  void attribute_levels_roundTripThroughAPattern() {
    long pattern = 0;
    for (Attribute attribute : Attribute.all()) {
      pattern |= attribute.at(attribute.levels().size() - 1);
    }
    for (Attribute attribute : Attribute.all()) {
      assertThat(attribute.in(pattern)).isEqualTo(attribute.levels().size() - 1);
      assertThat(attribute.in(pattern & ~attribute.mask())).isZero();
    }
  }

  @Test
  void priorWeights_everyAttribute_isAProbabilityAndMonotone() {
    for (Weights weights :
        java.util.List.of(PriorWeights.persons(), PriorWeights.organizations())) {
      double[] bits = weights.matchBits();
      for (Attribute attribute : Attribute.all()) {
        if (attribute == Attribute.SOLE || attribute == Attribute.ORDER) {
          continue;
        }
        double m = 0;
        double u = 0;
        double h = 0;
        int last = attribute.levels().size() - 1;
        for (int level = 1; level <= last; level++) {
          m += weights.match()[attribute.place(level)];
          u += weights.random()[attribute.place(level)];
          h += weights.home()[attribute.place(level)];
        }
        assertThat(m).as("m %s", attribute).isBetween(0.999, 1.001);
        assertThat(u).as("u %s", attribute).isBetween(0.999, 1.001);
        assertThat(h).as("h %s", attribute).isBetween(0.999, 1.001);
        assertThat(bits[attribute.place(1)]).isGreaterThanOrEqualTo(bits[attribute.place(last)]);
      }
    }
  }

  @Test
  void demotion_moreHolders_isNeverBetter() {
    for (int holders = 1; holders < 5_000; holders++) {
      assertThat(Demotion.bits(holders + 1)).isLessThanOrEqualTo(Demotion.bits(holders));
      assertThat(Demotion.changes(holders + 1))
          .isEqualTo(Demotion.bits(holders + 1) != Demotion.bits(holders));
    }
    assertThat(Demotion.bits(2)).isZero();
    assertThat(Demotion.bits(200)).isLessThan(-6);
  }

  @Test
  void decisions_sharedContactsAlone_doNotIdentify() {
    long contacts =
        Attribute.EMAIL.at(1)
            | Attribute.PHONE.at(1)
            | Attribute.ADDRESS.at(1)
            | Attribute.FAMILY.at(1)
            | Attribute.ORDER.at(1);
    assertThat(Decisions.isIdentifying(contacts, false)).isFalse();
    assertThat(Decisions.isIdentifying(contacts | Attribute.GIVEN.at(1), false)).isTrue();
    assertThat(Decisions.isVetoed(contacts | Attribute.GIVEN.at(NameLevels.DIFFERENT))).isTrue();
    assertThat(Decisions.isVetoed(contacts | Attribute.SUFFIX.at(2))).isTrue();
    assertThat(Decisions.isVetoed(contacts | Attribute.GIVEN.at(2) | Attribute.SEX.at(2))).isTrue();
  }
}
