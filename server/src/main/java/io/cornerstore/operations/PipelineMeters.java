package io.cornerstore.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** The pipeline's figures for whoever collects metrics. */
final class PipelineMeters implements MeterBinder {

  private final Pipeline pipeline;

  PipelineMeters(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder(
            "cornerstore.records.received", pipeline, of(Pipeline.Figures::received))
        .description("Records in the log, from files and events")
        .register(registry);
    gauge(
        registry,
        "cornerstore.resolver.lag",
        "Records whose customer is not worked out yet",
        Pipeline.Figures::unresolved);
    gauge(
        registry,
        "cornerstore.golden.lag",
        "Changes of customers whose golden record is not written yet",
        Pipeline.Figures::unwritten);
    gauge(
        registry,
        "cornerstore.review.queue",
        "Pairs of records that wait for a steward",
        Pipeline.Figures::reviews);
    gauge(
        registry,
        "cornerstore.quarantine.rows",
        "Rows that could not be read and wait in quarantine",
        Pipeline.Figures::quarantined);
  }

  private void gauge(
      MeterRegistry registry,
      String name,
      String description,
      ToDoubleFunction<Pipeline.Figures> figure) {
    Gauge.builder(name, pipeline, of(figure)).description(description).register(registry);
  }

  private static ToDoubleFunction<Pipeline> of(ToDoubleFunction<Pipeline.Figures> figure) {
    return pipeline -> figure.applyAsDouble(pipeline.figures());
  }
}
