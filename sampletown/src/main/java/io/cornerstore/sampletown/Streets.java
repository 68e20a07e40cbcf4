package io.cornerstore.sampletown;

import java.util.List;
import java.util.Map;

/** The ways people write a street and a unit. */
final class Streets {

  private static final Map<String, List<String>> SHORT =
      Map.of(
          "Street", List.of("St", "St.", "Str"),
          "Avenue", List.of("Ave", "Ave.", "Av"),
          "Road", List.of("Rd", "Rd."),
          "Drive", List.of("Dr", "Dr.", "Drv"),
          "Lane", List.of("Ln", "Ln."),
          "Court", List.of("Ct", "Crt"),
          "Place", List.of("Pl", "Pl."),
          "Boulevard", List.of("Blvd", "Blvd.", "Bd"));

  private static final Map<String, String> LONG =
      Map.of(" N ", " North ", " S ", " South ", " E ", " East ", " W ", " West ");

  private Streets() {}

  static String written(String street, Dice dice) {
    String text = street;
    int last = text.lastIndexOf(' ');
    double style = dice.unit();
    if (style < 0.45) {
      List<String> shorter = SHORT.getOrDefault(text.substring(last + 1), List.of());
      text = shorter.isEmpty() ? text : text.substring(0, last + 1) + dice.pick(shorter);
    } else if (style < 0.53) {
      text = text.substring(0, last);
    }
    if (dice.chance(0.5)) {
      for (Map.Entry<String, String> direction : LONG.entrySet()) {
        text = text.replace(direction.getKey(), direction.getValue());
      }
    }
    return text;
  }

  static String unit(String unit, Dice dice) {
    if (unit.isEmpty() || dice.chance(0.28)) {
      return "";
    }
    int space = unit.indexOf(' ');
    return switch (dice.weighted(50, 30, 20)) {
      case 0 -> unit;
      case 1 -> "#" + unit.substring(space + 1);
      default -> "Unit " + unit.substring(space + 1);
    };
  }
}
