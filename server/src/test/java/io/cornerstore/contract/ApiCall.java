package io.cornerstore.contract;

import io.cornerstore.contract.ApiDescription.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request that was made up for an operation.
 *
 * @param target path and query as they are sent
 */
record ApiCall(
    Operation operation,
    Kind kind,
    String method,
    String target,
    Map<String, String> headers,
    byte @Nullable [] body) {

  /** What is right or wrong about a request. */
  enum Kind {
    /** As described. */
    VALID(false),
    /** As described, but what it names does not exist. */
    STRANGE_IDS(false),
    /** A parameter of the wrong form, or a required one left out. */
    WRONG_PARAMETER(true),
    /** A body that its schema does not allow. */
    WRONG_BODY(true),
    /** A body that is no JSON object at all. */
    NO_JSON(true),
    /** A body that is larger than any may be; every second one does not say how large it is. */
    TOO_LARGE(true),
    /** A body that calls itself something else. */
    WRONG_TYPE(true),
    /** Asks for an answer that nobody gives. */
    WRONG_ACCEPT(false),
    /** A method that the path does not have. */
    WRONG_METHOD(true),
    /** Without a key. */
    NO_KEY(true),
    /** With a key that does not exist, or one that may do nothing here. */
    WRONG_KEY(true);

    private final boolean wrong;

    Kind(boolean wrong) {
      this.wrong = wrong;
    }

    /** Whether such a request must be refused. */
    boolean wrong() {
      return wrong;
    }
  }
}
