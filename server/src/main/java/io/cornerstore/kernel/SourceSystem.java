package io.cornerstore.kernel;

import java.util.regex.Pattern;

/** Code of a system that records come from: {@code webshop}, {@code crm}, {@code tills-north}. */
public record SourceSystem(String code) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  public SourceSystem {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a source code is 1 to 63 of a-z, 0-9 and '-', starting with a letter or digit. Maybe write it in lower case with '-' between words?");
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
