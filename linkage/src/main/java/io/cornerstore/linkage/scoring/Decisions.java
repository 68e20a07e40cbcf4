package io.cornerstore.linkage.scoring;

/**
 * What bits alone do not decide: which patterns may link without a person, and which never.
 *
 * <p>Weights say how likely; a false merge shows one life to another, so that what links by itself
 * must also rest on evidence of a kind that tells persons of one home apart.
 */
public final class Decisions {
  private Decisions() {}

  /** Whether something speaks so clearly against the pair that no weight outweighs it. */
  public static boolean isVetoed(long pattern) {
    int given = Attribute.GIVEN.in(pattern);
    return given == NameLevels.DIFFERENT
        || Attribute.SUFFIX.in(pattern) == 2
        || Attribute.BIRTH.in(pattern) == DateComparison.GENERATION
        || (Attribute.SEX.in(pattern) == 2 && given != NameLevels.EXACT);
  }

  /**
   * Whether a pair of persons rests on what namesakes of one home may share, so that the records
   * around it count: no identifier agrees, and no e-mail is all there is.
   */
  public static boolean mayBeNamesakes(long pattern) {
    return Attribute.STRONG.in(pattern) != 1
        && Attribute.SOLE.in(pattern) == 0
        && Attribute.ORGANIZATION.in(pattern) == 0;
  }

  /**
   * Whether two organisations have no word in common and no identifier either: two in one house,
   * with one switchboard, rather than one under another name.
   */
  public static boolean isNamedOtherwise(long pattern) {
    return Attribute.ORGANIZATION.in(pattern) == OrganizationComparison.DIFFERENT
        && Attribute.STRONG.in(pattern) != 1;
  }

  /** Whether names of organisations were compared, and none of persons. */
  public static boolean isOfOrganizations(long pattern) {
    return Attribute.ORGANIZATION.in(pattern) != 0
        && Attribute.GIVEN.in(pattern) == 0
        && Attribute.FAMILY.in(pattern) == 0;
  }

  /** Whether the pair may link without a person when its weight suffices. */
  public static boolean isIdentifying(long pattern, boolean organization) {
    return organization ? identifiesOrganization(pattern) : identifiesPerson(pattern);
  }

  private static boolean identifiesPerson(long pattern) {
    if (Attribute.SOLE.in(pattern) != 0) {
      return true;
    }
    int given = Attribute.GIVEN.in(pattern);
    if (Attribute.STRONG.in(pattern) == 1 && given != NameLevels.DIFFERENT) {
      return true;
    }
    if (given == 0) {
      return isBornAlike(pattern);
    }
    return given <= NameLevels.CLOSE && isSupported(pattern);
  }

  /* Without a given name only twins can be confounded who share the date of birth and the e-mail,
   * or the family name and the place too. */
  private static boolean isBornAlike(long pattern) {
    if (!within(Attribute.BIRTH, pattern, DateComparison.EXACT)) {
      return false;
    }
    return within(Attribute.EMAIL, pattern, ContactComparison.EXACT)
        || (Attribute.FAMILY.in(pattern) == NameLevels.EXACT
            && (within(Attribute.PHONE, pattern, ContactComparison.EXACT)
                || within(Attribute.ADDRESS, pattern, ContactComparison.TOWN)));
  }

  /* Something beside the name agrees: in part between sources, wholly within one, since a source
   * that keeps two records of one name usually means two persons, and its own habits (numbered
   * mailboxes, one exchange of phones) make them agree in part. */
  private static boolean isSupported(long pattern) {
    if (Attribute.SOURCE.in(pattern) == 1) {
      return within(Attribute.BIRTH, pattern, DateComparison.TWO)
          || within(Attribute.EMAIL, pattern, ContactComparison.EXACT)
          || within(Attribute.PHONE, pattern, ContactComparison.EXACT)
          || within(Attribute.ADDRESS, pattern, ContactComparison.STREET);
    }
    return within(Attribute.BIRTH, pattern, DateComparison.TWO)
        || within(Attribute.EMAIL, pattern, ContactComparison.EMAIL_SIMILAR)
        || within(Attribute.PHONE, pattern, ContactComparison.PHONE_TYPO)
        || within(Attribute.ADDRESS, pattern, ContactComparison.TOWN)
        || within(Attribute.ADDITIONAL, pattern, NameLevels.CLOSE);
  }

  private static boolean identifiesOrganization(long pattern) {
    int name = Attribute.ORGANIZATION.in(pattern);
    if (Attribute.STRONG.in(pattern) == 1) {
      return name != OrganizationComparison.DIFFERENT;
    }
    return name >= 1
        && name <= OrganizationComparison.SAME_WORDS
        && (within(Attribute.EMAIL, pattern, ContactComparison.EMAIL_TYPO)
            || within(Attribute.PHONE, pattern, ContactComparison.PHONE_TYPO)
            || within(Attribute.ADDRESS, pattern, ContactComparison.CODE));
  }

  private static boolean within(Attribute attribute, long pattern, int worst) {
    int level = attribute.in(pattern);
    return level >= 1 && level <= worst;
  }

  /**
   * Whether e-mail and family name agree between sources and the given name is at least alike, so
   * that it matters whether others hold the e-mail too.
   */
  public static boolean isAlikeUnderOneEmail(long pattern) {
    return Attribute.EMAIL.in(pattern) == ContactComparison.EXACT
        && Attribute.SOURCE.in(pattern) == 2
        && within(Attribute.GIVEN, pattern, NameLevels.SIMILAR)
        && Attribute.FAMILY.in(pattern) == NameLevels.EXACT;
  }

  /** Whether an e-mail agrees and there is no name to compare, so that its holders matter. */
  public static boolean isEmailOnly(long pattern) {
    return Attribute.EMAIL.in(pattern) == ContactComparison.EXACT && mayBeEmailOnly(pattern);
  }

  /** Whether that is so once the e-mails are found to agree. */
  static boolean mayBeEmailOnly(long pattern) {
    return Attribute.SOURCE.in(pattern) == 2
        && Attribute.GIVEN.in(pattern) == 0
        && Attribute.FAMILY.in(pattern) == 0
        && Attribute.BIRTH.in(pattern) == 0
        && Attribute.ORDER.in(pattern) == 0;
  }
}
