package io.cornerstore.identity.features;

import io.cornerstore.kernel.PersonalField;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The newest values of each field, gathered newest first. Not thread-safe. */
final class FreshValues {

  /* The parts of a name belong together: the newest contribution that has any of these wins. */
  private static final Set<PersonalField> NAME =
      EnumSet.of(PersonalField.NAME, PersonalField.GIVEN_NAME, PersonalField.FAMILY_NAME);
  private static final Set<PersonalField> NAME_ADDITIONS =
      EnumSet.of(PersonalField.ADDITIONAL_NAME, PersonalField.HONORIFIC_SUFFIX);
  private static final Set<PersonalField> ADDRESS =
      EnumSet.of(
          PersonalField.STREET_ADDRESS,
          PersonalField.ADDRESS_LINE2,
          PersonalField.LOCALITY,
          PersonalField.REGION,
          PersonalField.POSTAL_CODE,
          PersonalField.COUNTRY);
  private static final Set<PersonalField> SEVERAL =
      EnumSet.of(
          PersonalField.EMAIL,
          PersonalField.PHONE,
          PersonalField.LOYALTY_CARD,
          PersonalField.EXTERNAL_ID);

  private final Map<PersonalField, Set<String>> seen = new EnumMap<>(PersonalField.class);
  private final Set<PersonalField> single = EnumSet.noneOf(PersonalField.class);
  private final Set<Object> addresses = new HashSet<>();

  /** Takes the contribution in; false when everything it says is known already or too old. */
  boolean adds(Contribution contribution) {
    boolean adds = false;
    boolean named = single.contains(PersonalField.NAME);
    for (FieldValue value : contribution.values()) {
      PersonalField field = value.field();
      if (NAME.contains(field)) {
        adds |= !named && single.add(PersonalField.NAME);
      } else if (SEVERAL.contains(field)) {
        Set<String> known = seen.computeIfAbsent(field, _ -> new HashSet<>());
        adds |= known.size() < SubjectFeatures.KEPT && known.add(value.value());
      } else if (!ADDRESS.contains(field) && !NAME_ADDITIONS.contains(field)) {
        adds |= single.add(field);
      }
    }
    return addsAddress(contribution) || adds;
  }

  private boolean addsAddress(Contribution contribution) {
    boolean adds = false;
    for (var address : LinkageRecords.addresses(contribution)) {
      adds |= addresses.size() < SubjectFeatures.KEPT && addresses.add(address);
    }
    return adds;
  }
}
