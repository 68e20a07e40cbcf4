package io.cornerstore.profile;

import static io.cornerstore.kernel.PersonalField.ADDITIONAL_NAME;
import static io.cornerstore.kernel.PersonalField.ADDRESS_LINE2;
import static io.cornerstore.kernel.PersonalField.BIRTH_DATE;
import static io.cornerstore.kernel.PersonalField.COUNTRY;
import static io.cornerstore.kernel.PersonalField.EMAIL;
import static io.cornerstore.kernel.PersonalField.FAMILY_NAME;
import static io.cornerstore.kernel.PersonalField.GIVEN_NAME;
import static io.cornerstore.kernel.PersonalField.HONORIFIC_PREFIX;
import static io.cornerstore.kernel.PersonalField.HONORIFIC_SUFFIX;
import static io.cornerstore.kernel.PersonalField.LANGUAGE;
import static io.cornerstore.kernel.PersonalField.LOCALITY;
import static io.cornerstore.kernel.PersonalField.LOYALTY_CARD;
import static io.cornerstore.kernel.PersonalField.ORGANIZATION;
import static io.cornerstore.kernel.PersonalField.PHONE;
import static io.cornerstore.kernel.PersonalField.POSTAL_CODE;
import static io.cornerstore.kernel.PersonalField.REGION;
import static io.cornerstore.kernel.PersonalField.STREET_ADDRESS;

import io.cornerstore.identity.CustomerKind;
import io.cornerstore.kernel.PersonalField;
import java.util.List;

/**
 * What people say of themselves at a counter. Ids of other systems are not said, and sex is asked
 * by nobody.
 */
final class StatedFields {

  private static final List<PersonalField> PERSON =
      List.of(
          HONORIFIC_PREFIX,
          GIVEN_NAME,
          ADDITIONAL_NAME,
          FAMILY_NAME,
          HONORIFIC_SUFFIX,
          BIRTH_DATE,
          EMAIL,
          PHONE,
          ORGANIZATION,
          STREET_ADDRESS,
          ADDRESS_LINE2,
          LOCALITY,
          REGION,
          POSTAL_CODE,
          COUNTRY,
          LANGUAGE,
          LOYALTY_CARD);

  private static final List<PersonalField> ORGANIZATIONS =
      List.of(
          ORGANIZATION,
          GIVEN_NAME,
          FAMILY_NAME,
          EMAIL,
          PHONE,
          STREET_ADDRESS,
          ADDRESS_LINE2,
          LOCALITY,
          REGION,
          POSTAL_CODE,
          COUNTRY,
          LANGUAGE,
          LOYALTY_CARD);

  private StatedFields() {}

  static List<PersonalField> of(CustomerKind kind) {
    return switch (kind) {
      case PERSON -> PERSON;
      case ORGANIZATION -> ORGANIZATIONS;
    };
  }
}
