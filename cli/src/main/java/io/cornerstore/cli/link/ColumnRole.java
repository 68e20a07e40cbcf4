package io.cornerstore.cli.link;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of a file means to linkage, and by which names it is known. */
enum ColumnRole {
  /** Names the record; never evidence. */
  ID("id|.*(^|_)id|key|record|unique_id"),
  GIVEN_NAME("given_?names?|first_?names?|f_?name(_c1)?|forenames?|vorname|nama_depan"),
  SECOND_GIVEN_NAME("f_?name_c2|second_?name"),
  ADDITIONAL_NAME("middle_?(names?|initial)|additional_?names?"),
  FAMILY_NAME("family_?names?|last_?names?|l_?name(_c1)?|sur_?names?|nachname|nama_belakang"),
  SECOND_FAMILY_NAME("l_?name_c2|second_?surname"),
  NAME_SUFFIX("(name_)?suffix"),
  /** Both names of a person in one column. */
  FULL_NAME("full_?name|person_?name|customer_?name|nama"),
  ORGANIZATION("organi[sz]ation(_?name)?|company(_?name)?|business(_?name)?|firm|firma|employer"),
  BIRTH_DATE("dob|birth_?dates?|date_of_birth|birthday|b_?day|born|geburtsdatum|tanggal_lahir"),
  BIRTH_YEAR("by|yob|birth_?year|year_of_birth"),
  BIRTH_MONTH("bm|birth_?month|month_of_birth"),
  BIRTH_DAY("bd|birth_?day_of_month|day_of_birth"),
  SEX("sex|gender|geschlecht|jenis_kelamin"),
  EMAIL("e_?mail(_?address)?"),
  PHONE("(tele)?phone(_?(number|no))?|tel|mobile|cell|telefon|telepon|hp"),
  HOUSE_NUMBER("(street|house|building)_?(number|no)|hausnummer"),
  STREET("street(_?(name|address))?|address(_?(line)?_?1)?|addr(ess)?|strasse|jalan|alamat"),
  UNIT("address_?(line)?_?2|unit|apartment|suite"),
  CITY("city|town|suburb|locality|place|ort|kota"),
  REGION("state|region|province|county|state_code"),
  POSTAL_CODE("post_?(al)?_?code|zip(_?code)?|plz|kode_?pos"),
  COUNTRY("country(_?code)?|land|negara"),
  /** An identifier of the person, such as a social security number. */
  STRONG_ID("soc_?sec(_?id)?|ssn|social_security(_number)?|tax_?(id|number)|passport|nik|vat_?id"),
  /** Any other text that is compared, such as an occupation; only when somebody says so. */
  OTHER("(?!)"),
  /** Says which records are the same; never evidence. */
  TRUTH("(?!)"),
  /** Left out of the comparison. */
  IGNORED("(?!)");

  private final Pattern names;

  ColumnRole(String names) {
    this.names = Pattern.compile(names);
  }

  /** The role of which a header is a usual name; an identifier comes last. */
  static Optional<ColumnRole> named(String header) {
    String plain =
        header
            .strip()
            .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_");
    for (ColumnRole role : values()) {
      if (role != ID && role.names.matcher(plain).matches()) {
        return Optional.of(role);
      }
    }
    return ID.names.matcher(plain).matches() ? Optional.of(ID) : Optional.empty();
  }

  /** Whether records are compared by it. */
  boolean isEvidence() {
    return this != ID && this != TRUTH && this != IGNORED;
  }

  /** The name on the command line, such as {@code given-name}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of a name on the command line. */
  static Optional<ColumnRole> labelled(String label) {
    for (ColumnRole role : values()) {
      if (role.label().equals(label)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
