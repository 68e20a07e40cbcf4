package io.cornerstore.identity.enquiry;

import io.cornerstore.intake.LookupField;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.Personal;
import io.cornerstore.linkage.LinkageException;
import io.cornerstore.linkage.PartialDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody typed into the search box, and what it may be. */
@Personal
record SearchText(String text) {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern PHONE_FORM = Pattern.compile("\\+?[0-9 ()./-]+");
  private static final Pattern CODE_FORM = Pattern.compile("[\\p{L}0-9][\\p{L}0-9._/#-]{1,63}");
  private static final Pattern POSTCODE_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{2,9}");
  private static final Pattern EMAIL_START_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+@-]+");
  private static final Pattern YEAR_FORM = Pattern.compile("(19|20)[0-9]{2}");
  private static final Pattern DAY_FORM =
      Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]((?:19|20)[0-9]{2})");
  private static final Pattern ISO_DAY_FORM =
      Pattern.compile("((?:19|20)[0-9]{2})-([0-9]{1,2})-([0-9]{1,2})");
  private static final int PHONE_DIGITS = 6;
  private static final int CODE_DIGITS = 3;
  private static final int SHORTEST_EMAIL_START = 4;
  private static final int LONGEST_SPACED_CODE = 24;

  static SearchText of(String typed) {
    return new SearchText(typed.strip());
  }

  Optional<CustomerId> customerId() {
    return UUID_FORM.matcher(text).matches()
        ? Optional.of(CustomerId.parse(text))
        : Optional.empty();
  }

  /** What to look up exactly, the most telling first. */
  Set<LookupField> lookups() {
    Set<LookupField> fields = EnumSet.noneOf(LookupField.class);
    long digits = digits(text);
    if (text.indexOf('@') > 0) {
      fields.add(LookupField.EMAIL);
    }
    if (digits >= PHONE_DIGITS && PHONE_FORM.matcher(text).matches()) {
      fields.add(LookupField.PHONE);
    }
    if (digits > 0 && CODE_FORM.matcher(text).matches()) {
      fields.add(LookupField.ORDER);
      fields.add(LookupField.LOYALTY_CARD);
      fields.add(LookupField.SUBJECT_KEY);
    } else if (isSpacedCode()) {
      fields.add(LookupField.ORDER);
      fields.add(LookupField.LOYALTY_CARD);
    }
    if (digits > 0 && POSTCODE_FORM.matcher(text).matches()) {
      fields.add(LookupField.POSTAL_CODE);
    }
    return fields;
  }

  /* As numbers stand on cards and receipts, in groups. */
  private boolean isSpacedCode() {
    return text.length() <= LONGEST_SPACED_CODE
        && digits(text) >= PHONE_DIGITS
        && words().stream().allMatch(word -> digits(word) > 0)
        && CODE_FORM.matcher(text.replace(" ", "")).matches();
  }

  /** Order, receipt and card numbers among several words. */
  List<String> codes() {
    List<String> words = words();
    return words.size() < 2
        ? List.of()
        : words.stream()
            .filter(word -> digits(word) >= CODE_DIGITS && CODE_FORM.matcher(word).matches())
            .filter(word -> birth(word).isEmpty())
            .toList();
  }

  /** Whether it may be words of a name or address, or a part of a phone number. */
  boolean isForIndex() {
    return digits(text) >= 4 || text.chars().filter(Character::isLetter).count() >= 2;
  }

  /** The words beside a year or day of birth, when there are both. */
  Optional<String> besideBirth() {
    List<String> words = words();
    String rest =
        words.stream().filter(word -> birth(word).isEmpty()).collect(Collectors.joining(" "));
    boolean named = rest.chars().filter(Character::isLetter).count() >= 2;
    return named && birth().isPresent() ? Optional.of(rest) : Optional.empty();
  }

  /** The year or day of birth that one of the words may be. */
  Optional<PartialDate> birth() {
    return words().stream().flatMap(word -> birth(word).stream()).findFirst();
  }

  private static Optional<PartialDate> birth(String word) {
    Matcher day = DAY_FORM.matcher(word);
    Matcher iso = ISO_DAY_FORM.matcher(word);
    String date = "";
    if (YEAR_FORM.matcher(word).matches()) {
      date = word;
    } else if (day.matches()) {
      date = "%s-%2s-%2s".formatted(day.group(3), day.group(2), day.group(1)).replace(' ', '0');
    } else if (iso.matches()) {
      date = "%s-%2s-%2s".formatted(iso.group(1), iso.group(2), iso.group(3)).replace(' ', '0');
    }
    try {
      return date.isEmpty() ? Optional.empty() : Optional.of(PartialDate.parse(date));
    } catch (LinkageException _) {
      return Optional.empty(); // no day of any year
    }
  }

  /** Whether it may be how an e-mail address begins. */
  boolean isEmailStart() {
    return text.length() >= SHORTEST_EMAIL_START
        && EMAIL_START_FORM.matcher(text).matches()
        && text.chars().anyMatch(Character::isLetter);
  }

  /** Whether it looks like an e-mail address more than like a name. */
  boolean looksLikeEmail() {
    return text.indexOf('@') > 0 || text.indexOf('.') > 0 || text.indexOf('_') > 0;
  }

  /** Whether it is digits and what stands between them. */
  boolean isNumber() {
    return PHONE_FORM.matcher(text).matches();
  }

  private List<String> words() {
    return Arrays.stream(text.split("[\\s,;]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static long digits(String text) {
    return text.chars().filter(Character::isDigit).count();
  }

  @Override
  public String toString() {
    return "SearchText[•••]";
  }
}
