package io.cornerstore.console.customer;

import io.cornerstore.access.StaffAccounts;
import io.cornerstore.identity.CustomerSearch;
import io.cornerstore.identity.Stewardship;
import io.cornerstore.profile.Counter;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.Shelves;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import({
  CounterController.class,
  CustomerController.class,
  HouseholdController.class,
  NewcomerController.class
})
class CustomerPagesConfiguration {

  @Bean
  TypedSearch typedSearch(CustomerSearch search, Profiles profiles) {
    return new TypedSearch(search, profiles);
  }

  @Bean
  CustomerController.Faces customerFaces(
      Profiles profiles,
      Stewardship stewardship,
      Counter counter,
      Shelves shelves,
      CustomerSearch search,
      StaffAccounts accounts) {
    return new CustomerController.Faces(profiles, stewardship, counter, shelves, search, accounts);
  }

  @Bean
  CounterController.Faces counterPageFaces(Profiles profiles, Counter counter, Shelves shelves) {
    return new CounterController.Faces(profiles, counter, shelves);
  }
}
