package io.cornerstore.bench;

import java.util.HashMap;
import java.util.Map;

/** The arguments {@code name=number}; a single number alone is the first one's. */
record Arguments(Map<String, Long> given) {

  /** Reads them; {@code first} is the name of one without a name. */
  static Arguments of(String[] arguments, String first) {
    Map<String, Long> given = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? first : argument.substring(0, equals);
      given.put(name, Long.parseLong(argument.substring(equals + 1).replace("_", "")));
    }
    return new Arguments(given);
  }

  int number(String name, int usual) {
    return Math.toIntExact(given.getOrDefault(name, (long) usual));
  }
}
