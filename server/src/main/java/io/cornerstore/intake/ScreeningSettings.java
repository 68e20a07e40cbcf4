package io.cornerstore.intake;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What may not be kept.
 *
 * @param refusedWords a file with words that notes may not hold, beside the product's own list, or
 *     that are taken off it
 */
@ConfigurationProperties("cornerstore.screening")
public record ScreeningSettings(@Nullable Path refusedWords) {}
