package io.cornerstore.bench;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The arguments {@code name=number}; a single number alone is the first one's. */
record Arguments(Map<String, BigDecimal> given) {

  /** Reads them; {@code first} is the name of one without a name. */
  static Arguments of(String[] arguments, String first) {
    Map<String, BigDecimal> given = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? first : argument.substring(0, equals);
      given.put(name, new BigDecimal(argument.substring(equals + 1).replace("_", "")));
    }
    return new Arguments(given);
  }

  int number(String name, int usual) {
    return given.getOrDefault(name, BigDecimal.valueOf(usual)).intValueExact();
  }

  /** One that may have a fraction. */
  double fraction(String name, double usual) {
    return given.getOrDefault(name, BigDecimal.valueOf(usual)).doubleValue();
  }
}
