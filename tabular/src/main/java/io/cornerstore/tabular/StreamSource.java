package io.cornerstore.tabular;

import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A stream that can be read once. */
final class StreamSource implements TabularSource {
  private final String name;
  private final AtomicReference<@Nullable InputStream> stream;

  StreamSource(String name, InputStream stream) {
    this.name = name;
    this.stream = new AtomicReference<>(stream);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.empty();
  }

  @Override
  public RowReader open(TabularOptions options) {
    InputStream once = stream.getAndSet(null);
    if (once == null) {
      throw new TabularException(name, "is a stream and was read already");
    }
    return Opening.text(name, once, options);
  }
}
