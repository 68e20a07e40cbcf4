package io.cornerstore;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Guards the graph of modules, and draws it into {@code target/spring-modulith-docs}. */
class ModularityTests {

  private final ApplicationModules modules = ApplicationModules.of(CornerstoreApplication.class);

  @Test
  void modules_dependOnlyDownwards_asDeclared() {
    modules.verify();
    new Documenter(modules).writeModulesAsPlantUml();
  }
}
