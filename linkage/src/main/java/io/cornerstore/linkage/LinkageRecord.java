package io.cornerstore.linkage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one person or organisation by one source, ready to be compared.
 *
 * <p>Values arrive normalised in form (e-mail in lower case, phone in E.164, ISO country codes);
 * accents, case, nicknames and abbreviations are folded by the library. An empty text or list means
 * unknown.
 *
 * @param kind person or organisation
 * @param source a small number (0..65535) naming the source system
 * @param givenName first name or names
 * @param additionalName middle name or names
 * @param familyName last name
 * @param nameSuffix junior, III and the like
 * @param organization name of the organisation, or of the employer of a person
 * @param birthDate date of birth, or null when unknown
 * @param sex {@code F}, {@code M}, or anything else for unknown
 * @param emails e-mail addresses
 * @param phones phone numbers
 * @param addresses postal addresses
 * @param strongIds identifiers
 * @param others values of further columns, such as an occupation, compared one by one: in the same
 *     order in all records, an empty text where one is unknown; at most {@value #MOST_OTHERS}
 */
public record LinkageRecord(
    Kind kind,
    int source,
    String givenName,
    String additionalName,
    String familyName,
    String nameSuffix,
    String organization,
    @Nullable PartialDate birthDate,
    String sex,
    List<String> emails,
    List<String> phones,
    List<PostalAddress> addresses,
    List<StrongId> strongIds,
    List<String> others) {

  /** Of more columns than these nothing is compared. */
  public static final int MOST_OTHERS = 4;

  /** Copies the lists. */
  public LinkageRecord {
    if (source < 0 || source > 0xffff) {
      throw new LinkageException("source " + source + " is outside 0..65535.");
    }
    emails = List.copyOf(emails);
    phones = List.copyOf(phones);
    addresses = List.copyOf(addresses);
    strongIds = List.copyOf(strongIds);
    others = List.copyOf(others);
    if (others.size() > MOST_OTHERS) {
      throw new LinkageException(
          others.size() + " further values are more than " + MOST_OTHERS + ".");
    }
  }

  /** Starts a record of which nothing is known. */
  public static Builder builder(Kind kind, int source) {
    return new Builder(kind, source);
  }

  /** Starts a record of a person of source 0 of which nothing is known. */
  public static Builder builder() {
    return new Builder(Kind.PERSON, 0);
  }

  /** Shows kind and source only. */
  @Override
  public String toString() {
    return "LinkageRecord[" + kind + ", source " + source + ", •••]";
  }

  /** Collects the parts of a record; not thread-safe. */
  public static final class Builder {
    private Kind kind;
    private int source;
    private String givenName = "";
    private String additionalName = "";
    private String familyName = "";
    private String nameSuffix = "";
    private String organization = "";
    private @Nullable PartialDate birthDate;
    private String sex = "";
    private final List<String> emails = new ArrayList<>(2);
    private final List<String> phones = new ArrayList<>(2);
    private final List<PostalAddress> addresses = new ArrayList<>(2);
    private final List<StrongId> strongIds = new ArrayList<>(2);
    private List<String> others = List.of();

    private Builder(Kind kind, int source) {
      this.kind = kind;
      this.source = source;
    }

    /** Person or organisation. */
    public Builder kind(Kind value) {
      kind = value;
      return this;
    }

    /** Number of the source system, 0..65535. */
    public Builder source(int value) {
      source = value;
      return this;
    }

    /** First name or names. */
    public Builder givenName(String value) {
      givenName = value;
      return this;
    }

    /** Middle name or names. */
    public Builder additionalName(String value) {
      additionalName = value;
      return this;
    }

    /** Last name. */
    public Builder familyName(String value) {
      familyName = value;
      return this;
    }

    /** Junior, III and the like. */
    public Builder nameSuffix(String value) {
      nameSuffix = value;
      return this;
    }

    /** Name of the organisation, or of a person's employer. */
    public Builder organization(String value) {
      organization = value;
      return this;
    }

    /** Date of birth; null when unknown. */
    public Builder birthDate(@Nullable PartialDate value) {
      birthDate = value;
      return this;
    }

    /** {@code F} or {@code M}; anything else is unknown. */
    public Builder sex(String value) {
      sex = value;
      return this;
    }

    /** Adds an e-mail address; an empty one is ignored. */
    public Builder email(String value) {
      if (!value.isEmpty()) {
        emails.add(value);
      }
      return this;
    }

    /** Adds a phone number; an empty one is ignored. */
    public Builder phone(String value) {
      if (!value.isEmpty()) {
        phones.add(value);
      }
      return this;
    }

    /** Adds a postal address. */
    public Builder address(PostalAddress value) {
      addresses.add(value);
      return this;
    }

    /** Adds an identifier. */
    public Builder strongId(String idKind, String value) {
      strongIds.add(new StrongId(idKind, value));
      return this;
    }

    /** Values of further columns, in the same order in all records. */
    public Builder others(List<String> values) {
      others = values;
      return this;
    }

    /** The record. */
    public LinkageRecord build() {
      return new LinkageRecord(
          kind,
          source,
          givenName,
          additionalName,
          familyName,
          nameSuffix,
          organization,
          birthDate,
          sex,
          emails,
          phones,
          addresses,
          strongIds,
          others);
    }
  }
}
