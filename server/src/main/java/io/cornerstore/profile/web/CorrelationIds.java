package io.cornerstore.profile.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id that stands in every log line, in problems and in the answer's header
 * {@value #HEADER}. A caller may send its own, a UUID or 32 hexadecimal digits: in any looser form
 * a name or a number of somebody could come into the log.
 */
final class CorrelationIds extends OncePerRequestFilter {

  static final String HEADER = "X-Correlation-Id";
  private static final String KEY = "correlation";
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final RandomGenerator random;

  CorrelationIds(RandomGenerator random) {
    this.random = random;
  }

  /** The id of this request. */
  static String of(HttpServletRequest request) {
    return request.getAttribute(HEADER) instanceof String id ? id : "";
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String sent = request.getHeader(HEADER);
    String id =
        sent != null && FORM.matcher(sent).matches()
            ? sent
            : HexFormat.of().toHexDigits(random.nextLong());
    request.setAttribute(HEADER, id);
    response.setHeader(HEADER, id);
    MDC.put(KEY, id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(KEY);
    }
  }
}
