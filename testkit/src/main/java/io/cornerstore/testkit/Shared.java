package io.cornerstore.testkit;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What several test classes take in their constructors and what takes seconds to begin, such as a
 * server: made at the first use, closed after the last test of the run. The classes register the
 * same instance of this; their tests must not mind what the others leave behind.
 */
public final class Shared<T extends AutoCloseable> implements ParameterResolver {

  private final Class<T> type;
  private final Callable<T> start;

  private Shared(Class<T> type, Callable<T> start) {
    this.type = type;
    this.start = start;
  }

  /**
   * Not yet begun.
   *
   * @param type of the parameter it stands for
   */
  public static <T extends AutoCloseable> Shared<T> of(Class<T> type, Callable<T> start) {
    return new Shared<>(type, start);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == type;
  }

  @Override
  public T resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(Shared.class))
        .computeIfAbsent(this, _ -> begin(), type);
  }

  private T begin() {
    try {
      return start.call();
    } catch (Exception e) {
      throw new IllegalStateException(type.getSimpleName() + " did not start", e);
    }
  }
}
