package io.cornerstore.intake.web;

import io.cornerstore.access.PresentedKeys;
import io.cornerstore.intake.Intake;
import io.cornerstore.intake.feed.Workshop;
import io.cornerstore.intake.log.PostgresFeedWatch;
import io.cornerstore.intake.segment.EventCalls;
import io.cornerstore.intake.segment.EventSettings;
import io.cornerstore.kernel.TimeOrderedIds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import tools.jackson.databind.json.JsonMapper;

/** The events API, where there is a web server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(EventSettings.class)
class EventsConfiguration {

  private static final List<String> PATHS =
      List.of(
          "/v1/*",
          "/beacon/*",
          "/pixel/*",
          "/projects/*",
          "/sourceConfig/*",
          "/analytics.js/*",
          "/health/*",
          "/version/*");

  private static final Duration PREFLIGHT_HOLDS = Duration.ofMinutes(15);

  /** Bytes of all bodies in work together; what is made of one is some ten times its size. */
  private static final int BODIES = 16 * 1024 * 1024;

  /* A caller that asks first sends its body only to who will read it: not to a refused key, and not
   * to a server that is about to stop. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesAskedForWhenRead() {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> connector.setProperty("continueResponseTiming", "onRead"));
  }

  @Bean
  Stopping eventsStopping() {
    return new Stopping();
  }

  @Bean
  EventCalls eventCalls(
      Intake intake,
      Workshop workshop,
      TimeOrderedIds ids,
      EventSettings settings,
      PostgresFeedWatch watch) {
    return new EventCalls(intake, workshop, ids, settings, watch);
  }

  @Bean
  ServletRegistrationBean<EventsServlet> eventsServlet(
      PresentedKeys keys,
      EventCalls calls,
      Stopping stopping,
      EventSettings settings,
      JsonMapper json,
      Clock clock) {
    var parts =
        new EventsServlet.Parts(
            new WriteKeys(keys),
            new BodyReader(BODIES),
            calls,
            new BootAnswers(settings.publicUrl(), clock),
            new Answers(json, clock),
            stopping,
            clock);
    var registration = new ServletRegistrationBean<>(new EventsServlet(parts));
    registration.setUrlMappings(PATHS);
    registration.setLoadOnStartup(1);
    return registration;
  }

  /** Found by its name by the filter that guards these paths. */
  @Bean
  CorsConfigurationSource corsConfigurationSource(EventSettings settings) {
    var pages = new CorsConfiguration();
    settings.allowedOrigins().forEach(pages::addAllowedOriginPattern);
    pages.setAllowedMethods(List.of("GET", "POST"));
    // Answered with the names that were asked for: the star itself would not cover Authorization.
    pages.addAllowedHeader(CorsConfiguration.ALL);
    pages.setExposedHeaders(List.of("Retry-After", "X-RateLimit-Reset"));
    pages.setMaxAge(PREFLIGHT_HOLDS);
    // For every path: only the door of these paths asks, and below a servlet's own prefix the
    // paths of a source by path would not be the ones in the request.
    return _ -> pages;
  }
}
