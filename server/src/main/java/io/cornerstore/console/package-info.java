/** Screens and the JSON API over the public faces below. Owns nothing. */
@NullMarked
@ApplicationModule(
    displayName = "Console",
    allowedDependencies = {
      "kernel",
      "audit",
      "access",
      "vault",
      "intake",
      "identity",
      "profile",
      "delivery",
      "operations"
    })
package io.cornerstore.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
