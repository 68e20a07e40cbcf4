package io.cornerstore.profile.web.json;

import io.cornerstore.kernel.Personal;
import io.cornerstore.profile.ShownValue;
import org.jspecify.annotations.Nullable;

/** A value, or what is left of it behind the mask. */
@Personal
public record ShownJson(String text, boolean masked) {

  static ShownJson of(ShownValue shown) {
    return new ShownJson(shown.text(), shown.masked());
  }

  static @Nullable ShownJson ofNullable(@Nullable ShownValue shown) {
    return shown == null ? null : of(shown);
  }

  @Override
  public String toString() {
    return "ShownJson[•••]";
  }
}
