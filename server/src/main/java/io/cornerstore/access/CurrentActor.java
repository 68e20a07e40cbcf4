package io.cornerstore.access;

import java.util.Optional;

/** Who makes the current request: the staff member signed in, or the holder of an API key. */
public interface CurrentActor {

  /** The actor of the request this thread works on, if somebody is signed in. */
  Optional<Actor> find();

  /** The same; throws {@link AccessDeniedProblem} when nobody is signed in. */
  Actor require();
}
