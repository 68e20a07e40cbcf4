package io.cornerstore.testkit;

import java.util.concurrent.ThreadLocalRandom;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;

/**
 * Checks that something holds for many generated values, and reports the smallest counterexample
 * found together with the seed that brings it back.
 *
 * <p>{@code -Dproperties.seed} repeats a run, {@code -Dproperties.examples} changes the number of
 * examples (500).
 */
public final class Properties {

  private static final int EXAMPLES = 500;

  private Properties() {}

  /** What must hold for one value: an assertion that may throw. */
  @FunctionalInterface
  public interface Check<A> {
    /** Throws when the property does not hold. */
    void check(A a) throws Exception;
  }

  /** What must hold for two values. */
  @FunctionalInterface
  public interface Check2<A, B> {
    /** Throws when the property does not hold. */
    void check(A a, B b) throws Exception;
  }

  /** What must hold for three values. */
  @FunctionalInterface
  public interface Check3<A, B, C> {
    /** Throws when the property does not hold. */
    void check(A a, B b, C c) throws Exception;
  }

  /** Holds for all values of the generator. */
  public static <A> void forAll(Gen<A> first, Check<A> property) {
    run(theory -> theory.forAll(first).checkAssert(a -> guarded(() -> property.check(a))));
  }

  /** Holds for all pairs. */
  public static <A, B> void forAll(Gen<A> first, Gen<B> second, Check2<A, B> property) {
    run(theory ->
        theory.forAll(first, second).checkAssert((a, b) -> guarded(() -> property.check(a, b))));
  }

  /** Holds for all triples. */
  public static <A, B, C> void forAll(
      Gen<A> first, Gen<B> second, Gen<C> third, Check3<A, B, C> property) {
    run(theory ->
        theory
            .forAll(first, second, third)
            .checkAssert((a, b, c) -> guarded(() -> property.check(a, b, c))));
  }

  private static void run(java.util.function.Consumer<QuickTheory> theory) {
    long seed = Long.getLong("properties.seed", ThreadLocalRandom.current().nextLong());
    int examples = Integer.getInteger("properties.examples", EXAMPLES);
    try {
      theory.accept(QuickTheory.qt().withFixedSeed(seed).withExamples(examples));
    } catch (AssertionError e) {
      throw new AssertionError(
          "-Dproperties.seed=" + seed + " repeats this:\n" + e.getMessage(), e);
    }
  }

  private interface Body {
    void run() throws Exception;
  }

  private static void guarded(Body body) {
    try {
      body.run();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
