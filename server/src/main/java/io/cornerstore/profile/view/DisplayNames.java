package io.cornerstore.profile.view;

import io.cornerstore.identity.CustomerKind;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.profile.ShownValue;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to call a customer. */
final class DisplayNames {

  private static final List<PersonalField> PARTS =
      List.of(
          PersonalField.HONORIFIC_PREFIX,
          PersonalField.GIVEN_NAME,
          PersonalField.ADDITIONAL_NAME,
          PersonalField.FAMILY_NAME,
          PersonalField.HONORIFIC_SUFFIX);

  private DisplayNames() {}

  static ShownValue of(CustomerId id, CustomerKind kind, GoldenFields golden, Mask mask) {
    ShownValue person = person(golden, mask);
    ShownValue organization = single(PersonalField.ORGANIZATION, golden, mask);
    Stream<@Nullable ShownValue> inOrder =
        Stream.of(
            kind == CustomerKind.ORGANIZATION ? organization : person,
            kind == CustomerKind.ORGANIZATION ? person : null,
            single(PersonalField.NICKNAME, golden, mask),
            kind == CustomerKind.ORGANIZATION ? null : organization,
            single(PersonalField.EMAIL, golden, mask));
    ShownValue best = inOrder.filter(Objects::nonNull).findFirst().orElse(null);
    String text = id.toString();
    String number = ShownValue.NUMBER_SIGN + text.substring(text.length() - 8);
    if (best == null) {
      return ShownValue.open(number);
    }
    return best.masked() ? ShownValue.masked(number) : best;
  }

  private static @Nullable ShownValue person(GoldenFields golden, Mask mask) {
    String whole = golden.value(PersonalField.NAME);
    boolean parts =
        golden.value(PersonalField.GIVEN_NAME) != null
            || golden.value(PersonalField.FAMILY_NAME) != null;
    if (!parts) {
      return whole == null ? null : mask.show(PersonalField.NAME, whole);
    }
    String joined =
        PARTS.stream()
            .filter(mask.opens()::has)
            .map(golden::value)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    boolean open =
        mask.opens().has(PersonalField.GIVEN_NAME) || mask.opens().has(PersonalField.FAMILY_NAME);
    return open ? ShownValue.open(joined) : ShownValue.masked("");
  }

  private static @Nullable ShownValue single(PersonalField field, GoldenFields golden, Mask mask) {
    String value = golden.value(field);
    return value == null ? null : mask.show(field, value);
  }
}
