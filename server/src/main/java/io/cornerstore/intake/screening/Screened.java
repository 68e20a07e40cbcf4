package io.cornerstore.intake.screening;

import io.cornerstore.kernel.Personal;
import java.util.List;

/** A text after screening, and what was found in it. */
@Personal
public record Screened(String text, List<Finding> findings) {

  public Screened {
    findings = List.copyOf(findings);
  }

  @Override
  public String toString() {
    return "Screened" + findings;
  }
}
