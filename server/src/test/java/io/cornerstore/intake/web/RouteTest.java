package io.cornerstore.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornerstore.intake.segment.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/i, IDENTIFY",
    "/v1/t, TRACK",
    "/v1/p, PAGE",
    "/v1/s, SCREEN",
    "/v1/g, GROUP",
    "/v1/a, ALIAS",
    "/v1/identify, IDENTIFY",
    "/v1/track/, TRACK",
    "/v1/merge, MERGE"
  })
  void single_letterOrWord_isItsType(String path, EventType type) {
    assertThat(Route.find(path)).contains(new Route.Single(type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/batch", "/v1/batch/", "/v1/b", "/v1/import", "/v1/import/"})
  void batch_allItsPaths(String path) {
    assertThat(Route.find(path)).contains(new Route.Batch(false));
  }

  @Test
  void settings_withAndWithoutVersion() {
    assertThat(Route.find("/v1/projects/k/settings")).contains(new Route.Settings("k"));
    assertThat(Route.find("/projects/k/settings/")).contains(new Route.Settings("k"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "/v1/",
        "/v1/x",
        "/v1/identifyy",
        "/v1/batch/x",
        "/v1/projects/settings",
        "/projects/a/b/settings",
        "/analytics.js/v1/k/analytics.min.js",
        "/v1//track"
      })
  void otherPaths_areNone(String path) {
    assertThat(Route.find(path)).isEmpty();
  }
}
