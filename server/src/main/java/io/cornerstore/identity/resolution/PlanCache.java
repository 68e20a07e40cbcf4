package io.cornerstore.identity.resolution;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps PostgreSQL from reusing plans: one made while the tables were empty would take hours on
 * full ones.
 */
final class PlanCache {

  private PlanCache() {}

  /** Until the end of the caller's transaction every statement is planned for its own values. */
  static void planByTheData(JdbcClient jdbc) {
    jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
  }
}
