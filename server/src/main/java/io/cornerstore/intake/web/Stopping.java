package io.cornerstore.intake.web;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Knows whether the server is about to stop. */
final class Stopping implements ApplicationListener<ContextClosedEvent> {

  private volatile boolean stopping;

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    stopping = true;
  }

  boolean now() {
    return stopping;
  }
}
