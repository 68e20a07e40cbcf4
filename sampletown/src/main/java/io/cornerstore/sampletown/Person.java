package io.cornerstore.sampletown;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody who lives in the town.
 *
 * @param id 0 to people - 1
 * @param lastDay the day of death, or {@link LocalDate#MAX}
 * @param employer number of the business the person works for, -1 without work
 */
record Person(
    int id,
    Sex sex,
    Called called,
    LocalDate born,
    LocalDate lastDay,
    Contacts contacts,
    Residence residence,
    int employer,
    Habits habits) {

  /**
   * How a person is called. {@code family} is empty for those with one name only; {@code former} is
   * the family name before {@code marriedOn}, else empty.
   */
  record Called(
      String given,
      String middle,
      String family,
      String former,
      LocalDate marriedOn,
      String suffix) {

    String familyOn(LocalDate day) {
      return former.isEmpty() || !day.isBefore(marriedOn) ? family : former;
    }

    @Override
    public String toString() {
      return "Called[•••]";
    }
  }

  /**
   * Ways to reach a person. The first e-mail and mobile number are the present ones. Values of the
   * home and of the nearest relative (partner, for a child a parent) are empty where there are
   * none.
   */
  record Contacts(
      List<String> emails,
      List<String> mobiles,
      String homeEmail,
      String landline,
      String relativeEmail,
      String relativeMobile,
      boolean dependent) {

    @Override
    public String toString() {
      return "Contacts[•••]";
    }
  }

  /** Where a person lives and lived; the same twice for somebody who never moved. */
  record Residence(Dwelling now, Dwelling before, LocalDate movedOn) {

    Dwelling on(LocalDate day) {
      return day.isBefore(movedOn) ? before : now;
    }

    boolean moved() {
      return !now.equals(before);
    }
  }

  /**
   * How a person buys.
   *
   * @param activity 1 is average
   * @param weekdays whether the person has time on working days
   * @param hour preferred hour of the day, 8 to 22
   * @param online part of purchases made on the web, 0 to 1
   * @param taste seed of the favourite categories and makers
   */
  record Habits(double activity, boolean weekdays, int hour, double online, long taste) {}

  int age(LocalDate day) {
    return born.until(day).getYears();
  }

  @Override
  public String toString() {
    return "Person[" + id + "]";
  }
}
