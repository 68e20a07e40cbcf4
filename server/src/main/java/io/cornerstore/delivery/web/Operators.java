package io.cornerstore.delivery.web;

import io.cornerstore.access.AccessDeniedProblem;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.profile.web.ApiProblem;
import io.cornerstore.profile.web.Caller;
import org.jspecify.annotations.Nullable;

/** Those who run feeds: they act for the purpose {@code operation} and nothing else. */
final class Operators {

  private Operators() {}

  static Actor actor(Caller.Desk desk, @Nullable String purpose) {
    Caller caller = desk.caller(purpose);
    if (!caller.purpose().equals(AccessPurpose.OPERATION)) {
      throw new AccessDeniedProblem("feeds are run for the purpose 'operation'");
    }
    return caller.actor();
  }

  static int limit(int limit, int most) {
    if (limit < 1 || limit > most) {
      throw ApiProblem.parameter("limit", "must be a whole number from 1 to " + most);
    }
    return limit;
  }

  static @Nullable Integer feed(@Nullable Integer feed) {
    if (feed != null && feed < 1) {
      throw ApiProblem.parameter("feed", "must be a whole number from 1");
    }
    return feed;
  }
}
