package io.cornerstore.profile.web;

import io.cornerstore.access.AccessPolicy;
import io.cornerstore.access.AccessPurpose;
import io.cornerstore.access.Actor;
import io.cornerstore.access.CurrentActor;
import io.cornerstore.profile.web.ApiProblem.Mistake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who calls the API and for which purpose. */
public record Caller(Actor actor, AccessPurpose purpose) {

  /** Where a request names its purpose. */
  public static final String HEADER = "X-Purpose";

  /** Finds the caller of a request; refuses one without actor or purpose. */
  public record Desk(CurrentActor current, AccessPolicy policy) {

    /** The caller; the policy lets it act for the purpose. */
    public Caller caller(@Nullable String purpose) {
      if (purpose == null || purpose.isBlank()) {
        throw new ApiProblem(
            ProblemType.PURPOSE_REQUIRED,
            "The header X-Purpose is missing.",
            List.of(new Mistake("header", HEADER, "is required")));
      }
      Caller caller = new Caller(current.require(), purpose(purpose));
      policy.require(caller.actor(), caller.purpose());
      return caller;
    }

    private static AccessPurpose purpose(String code) {
      try {
        return new AccessPurpose(code.strip());
      } catch (IllegalArgumentException e) {
        throw new ApiProblem(
            ProblemType.PURPOSE_REQUIRED,
            "The header X-Purpose names no purpose.",
            List.of(new Mistake("header", HEADER, String.valueOf(e.getMessage()))));
      }
    }
  }
}
