package io.cornerstore.profile.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;

/**
 * Requests that Tomcat cannot take apart, with a zero byte in the path for instance, never reach
 * the application; they are answered with a problem as all others, not with a page of Tomcat's.
 */
final class UnreadableRequests
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(context -> {
      if (context.getParent() instanceof StandardHost host) {
        host.setErrorReportValveClass(Valve.class.getName());
      }
    });
  }

  /** Made by Tomcat. */
  public static final class Valve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
      if (response.getStatus() < 400
          || response.getContentWritten() > 0
          || !response.setErrorReported()) {
        return;
      }
      ProblemType type = ProblemType.ofStatus(response.getStatus());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      try {
        response
            .getReporter()
            .write(
                """
                {"type":"about:blank","title":"%s","status":%d,"detail":"The request cannot be read."}
                """
                    .formatted(type.title(), response.getStatus()));
        response.finishResponse();
      } catch (IOException _) {
        // Nobody listens any more.
      }
    }
  }
}
