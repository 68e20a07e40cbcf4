package io.cornerstore.operations;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where operators' notes are.
 *
 * @param dataFolder folder with the note of the last backups; absent where there is none
 * @param version of the program
 */
@ConfigurationProperties("cornerstore.operations")
record OperationsSettings(@Nullable Path dataFolder, @Nullable String version) {}
