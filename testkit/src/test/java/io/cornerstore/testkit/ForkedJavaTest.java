package io.cornerstore.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ForkedJavaTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Greets, and then waits for ever or fails. */
  static final class Greeter {
    static void main(String[] arguments) throws InterruptedException {
      PrintStream out =
          new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, UTF_8);
      out.println("noise");
      out.println("hello " + arguments[0]);
      if (arguments[0].equals("failure")) {
        throw new IllegalStateException("as asked");
      }
      new CountDownLatch(1).await();
    }
  }

  @Test
  void awaitLine_childPrints_skipsToIt() {
    try (ForkedJava child = ForkedJava.start(Greeter.class, "wörld")) {
      assertThat(child.awaitLine("hello ", LIMIT)).isEqualTo("wörld");
      assertThat(ProcessHandle.of(child.pid())).isPresent();
      child.kill();
      assertThat(ProcessHandle.of(child.pid())).isEmpty();
    }
  }

  @Test
  void awaitLine_childEnds_failsWithItsErrors() {
    try (ForkedJava child = ForkedJava.start(Greeter.class, "failure")) {
      assertThatThrownBy(() -> child.awaitLine("never", LIMIT))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("as asked");
      assertThat(child.waitFor(LIMIT)).isOne();
    }
  }
}
