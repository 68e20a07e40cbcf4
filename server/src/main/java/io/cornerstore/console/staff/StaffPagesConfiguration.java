package io.cornerstore.console.staff;

import io.cornerstore.audit.AuditTrail;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import({SignInController.class, StaffController.class, WelcomeController.class})
class StaffPagesConfiguration {

  @Bean
  StaffActs consoleStaffActs(AuditTrail audit) {
    return new StaffActs(audit);
  }
}
