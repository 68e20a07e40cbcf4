package io.cornerstore.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  @Bean
  AccessPolicy accessPolicy() {
    return new RolePolicy();
  }
}
