package io.cornerstore.identity.resolution;

import io.cornerstore.kernel.SourceSystem;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Small numbers for source systems, given once and kept. Thread-safe. */
final class SourceNumbers {

  private final JdbcClient jdbc;
  private final ConcurrentMap<SourceSystem, Integer> numbers = new ConcurrentHashMap<>();

  SourceNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of the source; outside of a transaction that may be rolled back. */
  int of(SourceSystem source) {
    return numbers.computeIfAbsent(source, this::findOrAdd);
  }

  private int findOrAdd(SourceSystem source) {
    jdbc.sql("insert into identity.source (code) values (:code) on conflict (code) do nothing")
        .param("code", source.code())
        .update();
    return jdbc.sql("select number from identity.source where code = :code")
        .param("code", source.code())
        .query(Integer.class)
        .single();
  }
}
