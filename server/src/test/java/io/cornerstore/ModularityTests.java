package io.cornerstore;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Guards the graph of modules, and draws it into {@code target/spring-modulith-docs}. */
class ModularityTests {

  /** Libraries of this repository: beside the server, not modules in it. */
  private static final String[] LIBRARIES = {
    "io.cornerstore.linkage..",
    "io.cornerstore.tabular..",
    "io.cornerstore.postgres..",
    "io.cornerstore.testkit.."
  };

  private final ApplicationModules modules =
      ApplicationModules.of(
          CornerstoreApplication.class, JavaClass.Predicates.resideInAnyPackage(LIBRARIES));

  @Test
  void modules_dependOnlyDownwards_asDeclared() {
    modules.verify();
    new Documenter(modules).writeModulesAsPlantUml();
  }
}
