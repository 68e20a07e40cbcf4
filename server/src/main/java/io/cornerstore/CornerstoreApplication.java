package io.cornerstore;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.modulith.Modulithic;

/**
 * The server: every module in one process.
 *
 * <p>A module's beans are named by its configurations. Only these are looked for: reading each of
 * some five hundred classes to see whether it is one would be a good part of a start.
 */
@Modulithic(systemName = "Cornerstore")
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(resourcePattern = "**/*Configuration.class")
public class CornerstoreApplication {

  /** Starts the server with the given Spring arguments. */
  public static void main(String[] arguments) {
    SpringApplication.run(CornerstoreApplication.class, arguments);
  }
}
