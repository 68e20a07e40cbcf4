package io.cornerstore.identity.features;

import io.cornerstore.intake.SubjectKind;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.linkage.Kind;
import io.cornerstore.linkage.LinkageException;
import io.cornerstore.linkage.LinkageRecord;
import io.cornerstore.linkage.PartialDate;
import io.cornerstore.linkage.PostalAddress;
import io.cornerstore.linkage.StrongId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of a subject's features the one record that linkage compares. */
public final class LinkageRecords {

  private LinkageRecords() {}

  /**
   * The newest value of each field; of e-mails, phones, addresses and ids the newest three.
   *
   * @param source number of the subject's source system
   */
  public static LinkageRecord of(SubjectKind kind, int source, SubjectFeatures features) {
    boolean organization = kind == SubjectKind.ORGANIZATION;
    var builder = LinkageRecord.builder(organization ? Kind.ORGANIZATION : Kind.PERSON, source);
    List<Contribution> newest = features.contributions();
    addName(builder, newest, organization);
    builder.birthDate(birthDate(newest)).sex(sex(firstOf(newest, PersonalField.SEX)));
    newestOf(newest, PersonalField.EMAIL).forEach(builder::email);
    newestOf(newest, PersonalField.PHONE).forEach(builder::phone);
    for (StrongId id : strongIds(newest)) {
      builder.strongId(id.kind(), id.value());
    }
    Set<PostalAddress> addresses = new LinkedHashSet<>();
    for (Contribution contribution : newest) {
      addresses.addAll(addresses(contribution));
    }
    addresses.stream().limit(SubjectFeatures.KEPT).forEach(builder::address);
    return builder.build();
  }

  /** The addresses a contribution gives: the n-th street goes with the n-th place. */
  static List<PostalAddress> addresses(Contribution contribution) {
    List<String> streets = contribution.values(PersonalField.STREET_ADDRESS).toList();
    List<String> codes = contribution.values(PersonalField.POSTAL_CODE).toList();
    List<String> localities = contribution.values(PersonalField.LOCALITY).toList();
    int count = Math.max(streets.size(), Math.max(codes.size(), localities.size()));
    if (count == 0) {
      return List.of();
    }
    List<String> units = contribution.values(PersonalField.ADDRESS_LINE2).toList();
    List<String> regions = contribution.values(PersonalField.REGION).toList();
    List<String> countries = contribution.values(PersonalField.COUNTRY).toList();
    List<PostalAddress> addresses = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      addresses.add(
          new PostalAddress(
              at(streets, i),
              at(units, i),
              at(localities, i),
              at(regions, i),
              at(codes, i),
              countries.size() == 1 ? countries.getFirst() : at(countries, i)));
    }
    return addresses;
  }

  private static void addName(
      LinkageRecord.Builder builder, List<Contribution> newest, boolean organization) {
    String organizationName = firstOf(newest, PersonalField.ORGANIZATION);
    for (Contribution contribution : newest) {
      NameParts name = NameParts.of(contribution);
      if (name.isEmpty()) {
        continue;
      }
      boolean inOnePiece =
          contribution.first(PersonalField.GIVEN_NAME).isEmpty()
              && contribution.first(PersonalField.FAMILY_NAME).isEmpty();
      if (organization && inOnePiece) {
        organizationName =
            organizationName.isEmpty() ? contribution.first(PersonalField.NAME) : organizationName;
      } else {
        builder
            .givenName(name.given())
            .additionalName(name.additional())
            .familyName(name.family())
            .nameSuffix(name.suffix());
      }
      break;
    }
    builder.organization(organizationName);
  }

  private static @Nullable PartialDate birthDate(List<Contribution> newest) {
    String text = firstOf(newest, PersonalField.BIRTH_DATE);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return PartialDate.parse(text);
    } catch (LinkageException _) {
      return null; // kept by intake as it came: no evidence
    }
  }

  private static String sex(String value) {
    String letter = value.isEmpty() ? "" : value.substring(0, 1).toUpperCase(Locale.ROOT);
    return letter.equals("F") || letter.equals("M") ? letter : "";
  }

  private static List<StrongId> strongIds(List<Contribution> newest) {
    List<StrongId> ids = new ArrayList<>();
    for (PersonalField field : List.of(PersonalField.LOYALTY_CARD, PersonalField.EXTERNAL_ID)) {
      newestOf(newest, field).forEach(value -> ids.add(strongId(field, value)));
    }
    return ids;
  }

  /* The mapping's kind stands before an external id: ids of two kinds are not comparable. */
  private static StrongId strongId(PersonalField field, String value) {
    int colon = field == PersonalField.EXTERNAL_ID ? value.indexOf(':') : -1;
    return colon < 0
        ? new StrongId(field.token(), value)
        : new StrongId(field.token() + ':' + value.substring(0, colon), value.substring(colon + 1));
  }

  private static List<String> newestOf(List<Contribution> newest, PersonalField field) {
    return newest.stream()
        .flatMap(contribution -> contribution.values(field))
        .distinct()
        .limit(SubjectFeatures.KEPT)
        .toList();
  }

  private static String firstOf(List<Contribution> newest, PersonalField field) {
    for (Contribution contribution : newest) {
      String value = contribution.first(field);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private static String at(List<String> values, int i) {
    return i < values.size() ? values.get(i) : "";
  }
}
