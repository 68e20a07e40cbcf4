package io.cornerstore;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The server: every module in one process. */
@Modulithic(systemName = "Cornerstore")
@SpringBootApplication(proxyBeanMethods = false)
public class CornerstoreApplication {

  /** Starts the server with the given Spring arguments. */
  public static void main(String[] arguments) {
    SpringApplication.run(CornerstoreApplication.class, arguments);
  }
}
