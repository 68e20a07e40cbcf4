package io.cornerstore.console.review;

import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.ModelDifference;
import io.cornerstore.identity.ModelDifference.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * In what a model differs from the one in use, in the words of the reader. A line that is not
 * understood stays as it is.
 */
final class DifferenceWords {

  private final Wording words;

  DifferenceWords(Wording words) {
    this.words = words;
  }

  /** One line. */
  String of(String line) {
    return ModelDifference.find(line).map(this::said).orElse(line);
  }

  private String said(ModelDifference difference) {
    List<String> values = new ArrayList<>();
    boolean ofAKind =
        switch (difference.form()) {
          case UNLISTED_BITS, AVERAGE_BITS, FREQUENCIES -> false;
          case LINK_FROM_BITS, REVIEW_FROM_BITS, MATCH_RATE, HOME_RATE, NAMES_TOGETHER, LEVEL ->
              true;
        };
    int place = ofAKind ? 0 : 1;
    for (String name : difference.names()) {
      values.add(name(name, place++));
    }
    for (double number : difference.numbers()) {
      values.add(
          difference.form() == Form.FREQUENCIES ? words.whole((long) number) : number(number));
    }
    return words.text("model-difference." + difference.form().code(), values.toArray());
  }

  /* Kind, attribute and level, in this order. */
  private String name(String name, int place) {
    return switch (place) {
      case 0 -> words.term("model-kind", name);
      case 1 -> words.term("attribute", name);
      default -> words.term("level", name);
    };
  }

  /* Rates are small: as many digits as tell them apart. */
  private String number(double value) {
    return value != 0 && Math.abs(value) < 0.01
        ? words.decimal(value * 1e6, 2) + " × 10⁻⁶"
        : words.decimal(value, 2);
  }
}
