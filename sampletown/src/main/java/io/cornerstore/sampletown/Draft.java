package io.cornerstore.sampletown;

import io.cornerstore.sampletown.Person.Called;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person in the making, while the household is not complete. */
final class Draft {

  final int id;
  final int culture;
  final Sex sex;
  final LocalDate born;
  String given = "";
  String middle = "";
  String family = "";
  String former = "";
  String suffix = "";
  LocalDate marriedOn = LocalDate.MIN;
  LocalDate lastDay = LocalDate.MAX;
  @Nullable Draft relative;
  boolean dependent;
  final List<String> emails = new ArrayList<>();
  final List<String> mobiles = new ArrayList<>();

  Draft(int id, int culture, Sex sex, LocalDate born) {
    this.id = id;
    this.culture = culture;
    this.sex = sex;
    this.born = born;
  }

  int age(LocalDate day) {
    return born.until(day).getYears();
  }

  Called called() {
    return new Called(given, middle, family, former, marriedOn, suffix);
  }

  String relativeEmail() {
    Draft other = relative;
    return other == null || other.emails.isEmpty() ? "" : other.emails.getFirst();
  }

  String relativeMobile() {
    Draft other = relative;
    return other == null || other.mobiles.isEmpty() ? "" : other.mobiles.getFirst();
  }
}
