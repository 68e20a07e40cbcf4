package io.cornerstore.identity;

import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.SubjectId;

/** Says why: decoded from the resident index, with no personal value in the answer. */
public interface Explanations {

  /** The edges that hold this customer together. */
  MatchGraph of(CustomerId customer);

  /** What speaks for and against two subjects being the same, linked or not. */
  MatchGraph.Edge between(SubjectId a, SubjectId b);
}
