package io.cornerstore.profile.survivorship;

import static io.cornerstore.kernel.PersonalField.ADDITIONAL_NAME;
import static io.cornerstore.kernel.PersonalField.ADDRESS_LINE2;
import static io.cornerstore.kernel.PersonalField.COUNTRY;
import static io.cornerstore.kernel.PersonalField.FAMILY_NAME;
import static io.cornerstore.kernel.PersonalField.GIVEN_NAME;
import static io.cornerstore.kernel.PersonalField.HONORIFIC_PREFIX;
import static io.cornerstore.kernel.PersonalField.HONORIFIC_SUFFIX;
import static io.cornerstore.kernel.PersonalField.LOCALITY;
import static io.cornerstore.kernel.PersonalField.NAME;
import static io.cornerstore.kernel.PersonalField.POSTAL_CODE;
import static io.cornerstore.kernel.PersonalField.REGION;
import static io.cornerstore.kernel.PersonalField.STREET_ADDRESS;

import io.cornerstore.kernel.FieldSet;
import io.cornerstore.kernel.PersonalField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How some fields find their winner. Fields of one rule come from one record: a street of one
 * address never stands beside the town of another.
 *
 * @param fields that win together
 * @param wholes for completeness: a record that has all of the first set is better than one that
 *     has all of the second, and so on; a record that has none of them is last
 * @param order the criteria, the strongest first; {@link Criterion#PARTY} always is
 * @param slipsYield a value that looks like another one mistyped yields to that one where more
 *     identities agree on it, or where it was said at the counter; only for rules with wholes,
 *     because it is the whole that is compared
 */
public record SurvivorshipRule(
    FieldSet fields, List<FieldSet> wholes, List<Criterion> order, boolean slipsYield) {

  /**
   * The rules of the product: names together, the address together, every other field by itself.
   * Own data before bought-in, then the more complete, then declared, verified, observed, inferred,
   * then the newer, then the more trusted source, then the later entry of the log. A name that
   * looks mistyped yields to the one that more identities agree on.
   */
  public static final List<SurvivorshipRule> DEFAULTS = defaults();

  public SurvivorshipRule {
    wholes = List.copyOf(wholes);
    order = List.copyOf(order);
    if (order.isEmpty() || order.getFirst() != Criterion.PARTY) {
      throw new IllegalArgumentException(
          "the first criterion must be PARTY: bought-in data never win over own data");
    }
    if (slipsYield && wholes.isEmpty()) {
      throw new IllegalArgumentException("slips can only yield where wholes say what is compared");
    }
  }

  private static List<SurvivorshipRule> defaults() {
    Set<PersonalField> names =
        EnumSet.of(
            HONORIFIC_PREFIX, NAME, GIVEN_NAME, ADDITIONAL_NAME, FAMILY_NAME, HONORIFIC_SUFFIX);
    Set<PersonalField> address =
        EnumSet.of(STREET_ADDRESS, ADDRESS_LINE2, LOCALITY, REGION, POSTAL_CODE, COUNTRY);
    List<Criterion> whole =
        List.of(
            Criterion.PARTY,
            Criterion.COMPLETENESS,
            Criterion.BASIS,
            Criterion.FRESHNESS,
            Criterion.TRUST);
    List<SurvivorshipRule> rules = new ArrayList<>();
    rules.add(
        new SurvivorshipRule(
            FieldSet.of(names),
            List.of(set(GIVEN_NAME, FAMILY_NAME), set(NAME), set(FAMILY_NAME), set(GIVEN_NAME)),
            whole,
            true));
    rules.add(
        new SurvivorshipRule(
            FieldSet.of(address),
            List.of(
                set(STREET_ADDRESS, POSTAL_CODE),
                set(STREET_ADDRESS, LOCALITY),
                set(POSTAL_CODE),
                set(LOCALITY),
                set(STREET_ADDRESS)),
            whole,
            false));
    List<Criterion> single =
        List.of(Criterion.PARTY, Criterion.BASIS, Criterion.FRESHNESS, Criterion.TRUST);
    for (PersonalField field : PersonalField.values()) {
      if (!names.contains(field) && !address.contains(field)) {
        rules.add(new SurvivorshipRule(set(field), List.of(), single, false));
      }
    }
    return List.copyOf(rules);
  }

  private static FieldSet set(PersonalField... fields) {
    return FieldSet.of(List.of(fields));
  }

  /** Index of the first whole the record has; their number when it has none. */
  int missing(FieldSet has) {
    for (int i = 0; i < wholes.size(); i++) {
      int whole = wholes.get(i).bits();
      if ((has.bits() & whole) == whole) {
        return i;
      }
    }
    return wholes.size();
  }

  /** The first whole the record has; no field when it has none. */
  FieldSet whole(FieldSet has) {
    int index = missing(has);
    return index < wholes.size() ? wholes.get(index) : FieldSet.NONE;
  }
}
