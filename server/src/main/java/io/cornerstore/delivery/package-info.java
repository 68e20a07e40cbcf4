/**
 * What leaves for other systems: exports and the feed of changes, read by cursor, and webhooks that
 * tell of customers by id. Also the HTTP interface of those who connect channels. Personal values
 * leave only for an actor and a purpose, recorded with their count; webhooks carry none.
 */
@NullMarked
@ApplicationModule(
    displayName = "Delivery",
    allowedDependencies = {
      "kernel",
      "audit",
      "access",
      "vault",
      "intake",
      "identity",
      "profile",
      "profile :: web"
    })
package io.cornerstore.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
