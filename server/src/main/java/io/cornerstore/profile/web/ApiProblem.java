package io.cornerstore.profile.web;

import java.util.List;

/** A request that is answered with a problem. Carries ids and places, never a personal value. */
public final class ApiProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * One mistake.
   *
   * @param in where {@code place} is: {@code pointer} (RFC 6901, into the body), {@code parameter}
   *     or {@code header}
   */
  public record Mistake(String in, String place, String detail) {}

  private final ProblemType type;
  private final transient List<Mistake> mistakes;

  /** Of a type, with what is wrong here. */
  public ApiProblem(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  /** The same with each mistake and its place. */
  public ApiProblem(ProblemType type, String detail, List<Mistake> mistakes) {
    super(detail);
    this.type = type;
    this.mistakes = List.copyOf(mistakes);
  }

  /** A wrong query parameter. */
  public static ApiProblem parameter(String name, String detail) {
    return new ApiProblem(
        ProblemType.INVALID_REQUEST,
        "The request has a mistake.",
        List.of(new Mistake("parameter", name, detail)));
  }

  ProblemType type() {
    return type;
  }

  List<Mistake> mistakes() {
    return mistakes;
  }
}
