package io.cornerstore.operations;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.slf4j.MDC;

/**
 * Gives each request a random name: it stands in every log line of the request and in the header
 * {@value #HEADER} of the answer. Names from outside are not taken: they could hold anything, and
 * nothing that others write belongs into the log.
 */
final class RequestNames implements Filter {

  static final String HEADER = "X-Request-Id";
  static final String KEY = "request";

  private final RandomGenerator random;

  RequestNames(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String name = HexFormat.of().toHexDigits(random.nextLong());
    if (response instanceof HttpServletResponse http) {
      http.setHeader(HEADER, name);
    }
    MDC.put(KEY, name);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(KEY);
    }
  }
}
