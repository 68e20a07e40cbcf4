package io.cornerstore.linkage.scoring;

import io.cornerstore.linkage.store.Flags;
import io.cornerstore.linkage.store.Rows;
import io.cornerstore.linkage.store.Store;

/** Compares all attributes of two records; not thread-safe. */
final class Comparison {
  private final Rows rows;
  private final Frequencies frequencies;
  private final NameComparison names;
  private final ContactComparison contacts;
  private final OrganizationComparison organizations;
  private final OtherComparison others;

  Comparison(Store store, Frequencies frequencies) {
    this.rows = store.rows();
    this.frequencies = frequencies;
    this.names = new NameComparison(store.names(), frequencies);
    this.contacts = new ContactComparison(store);
    this.organizations = new OrganizationComparison(store.organizations());
    this.others = new OtherComparison(store.others());
  }

  void forget() {
    names.forget();
    contacts.forget();
  }

  long pattern(int a, int b) {
    long core = core(a, b);
    return core | places(a, b, core);
  }

  /** All attributes but e-mail and address, whose comparison takes longest. */
  long core(int a, int b) {
    int[] rowA = rows.row(a);
    int[] rowB = rows.row(b);
    int atA = rows.at(a);
    int atB = rows.at(b);
    int flagsA = rowA[atA + Rows.FLAGS];
    int flagsB = rowB[atB + Rows.FLAGS];
    long core =
        Attribute.SOURCE.at(Flags.source(flagsA) == Flags.source(flagsB) ? 1 : 2)
            | Attribute.ORGANIZATION.at(
                organizations.level(
                    rowA[atA + Rows.ORGANIZATION], rowB[atB + Rows.ORGANIZATION], frequencies))
            | Attribute.PHONE.at(best(a, b, rowA, atA, rowB, atB, Rows.PHONE))
            | Attribute.STRONG.at(best(a, b, rowA, atA, rowB, atB, Rows.STRONG))
            | Attribute.OTHERS.at(others.level(rowA[atA + Rows.OTHERS], rowB[atB + Rows.OTHERS]));
    if ((flagsA & Flags.ORGANIZATION) != 0) {
      return core;
    }
    return core
        | names(rowA, atA, rowB, atB)
        | Attribute.BIRTH.at(DateComparison.level(rowA[atA + Rows.BIRTH], rowB[atB + Rows.BIRTH]))
        | Attribute.SEX.at(equality(Flags.sex(flagsA), Flags.sex(flagsB)))
        | Attribute.SUFFIX.at(equality(Flags.suffix(flagsA), Flags.suffix(flagsB)));
  }

  /** E-mail and address. */
  long places(int a, int b, long core) {
    int[] rowA = rows.row(a);
    int[] rowB = rows.row(b);
    int atA = rows.at(a);
    int atB = rows.at(b);
    int email = best(a, b, rowA, atA, rowB, atB, Rows.EMAIL);
    if (isNamesake(core) && contacts.isFromName(email, rowA, atA)) {
      email = 0;
    }
    return Attribute.EMAIL.at(email)
        | Attribute.ADDRESS.at(best(a, b, rowA, atA, rowB, atB, Rows.ADDRESS));
  }

  /** The level of e-mails, phones or dates of birth of two records; 0 when one has none. */
  int level(int column, int a, int b) {
    int[] rowA = rows.row(a);
    int[] rowB = rows.row(b);
    int atA = rows.at(a);
    int atB = rows.at(b);
    return column == Rows.BIRTH
        ? DateComparison.level(rowA[atA + Rows.BIRTH], rowB[atB + Rows.BIRTH])
        : best(a, b, rowA, atA, rowB, atB, column);
  }

  /** Whether both records have a value of a kind that may repeat. */
  boolean haveBoth(int a, int b, int column) {
    return rows.get(a, column) != 0 && rows.get(b, column) != 0;
  }

  /* Namesakes have similar e-mails, which then says nothing that the names have not said. */
  private static boolean isNamesake(long names) {
    return agrees(Attribute.GIVEN.in(names)) && agrees(Attribute.FAMILY.in(names));
  }

  private static int equality(int a, int b) {
    return a == 0 || b == 0 ? 0 : a == b ? 1 : 2;
  }

  private long names(int[] rowA, int atA, int[] rowB, int atB) {
    int givenA = rowA[atA + Rows.GIVEN];
    int givenB = rowB[atB + Rows.GIVEN];
    int familyA = rowA[atA + Rows.FAMILY];
    int familyB = rowB[atB + Rows.FAMILY];
    int given = names.given(givenA, givenB);
    int family = names.level(familyA, familyB);
    int order = given != 0 || family != 0 ? 1 : 0;
    if (!agrees(given) && !agrees(family)) {
      int cross1 = names.level(givenA, familyB);
      int cross2 = names.level(familyA, givenB);
      boolean both = agrees(cross1) && agrees(cross2);
      boolean single = given == 0 && family == 0 && (agrees(cross1) || agrees(cross2));
      if (both || single) {
        /* The same whichever record comes first. */
        given = Math.max(cross1, cross2);
        family = Math.min(cross1, cross2);
        order = 2;
      }
    }
    int additional = names.level(rowA[atA + Rows.ADDITIONAL], rowB[atB + Rows.ADDITIONAL]);
    return Attribute.GIVEN.at(given)
        | Attribute.FAMILY.at(family)
        | Attribute.ADDITIONAL.at(additional)
        | Attribute.ORDER.at(order);
  }

  private static boolean agrees(int level) {
    return level >= NameLevels.EXACT && level <= NameLevels.INITIAL;
  }

  /* The best level over all combinations of values, 0 when there is none to compare. */
  private int best(int a, int b, int[] rowA, int atA, int[] rowB, int atB, int column) {
    int firstA = rowA[atA + column];
    int firstB = rowB[atB + column];
    if (firstA == 0 || firstB == 0) {
      return 0;
    }
    if (rowA[atA + column + 1] == 0 && rowB[atB + column + 1] == 0) {
      return levelOf(column, firstA, firstB);
    }
    return bestOfMany(a, b, column);
  }

  private int bestOfMany(int a, int b, int column) {
    int countA = rows.count(a, column);
    int countB = rows.count(b, column);
    int best = Attribute.LEVELS;
    for (int i = 0; i < countA; i++) {
      int valueA = rows.value(a, column, i);
      for (int j = 0; j < countB && best > 1; j++) {
        int level = levelOf(column, valueA, rows.value(b, column, j));
        if (level != 0 && level < best) {
          best = level;
        }
      }
    }
    return best == Attribute.LEVELS ? 0 : best;
  }

  private int levelOf(int column, int a, int b) {
    return switch (column) {
      case Rows.EMAIL -> contacts.email(a, b);
      case Rows.PHONE -> contacts.phone(a, b);
      case Rows.ADDRESS -> contacts.address(a, b);
      case Rows.STRONG -> contacts.strongId(a, b);
      default -> throw new IllegalArgumentException("column " + column);
    };
  }
}
