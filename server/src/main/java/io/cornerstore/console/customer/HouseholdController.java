package io.cornerstore.console.customer;

import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Reader;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.HouseholdPage;
import io.cornerstore.console.view.Wording;
import io.cornerstore.identity.Households;
import io.cornerstore.identity.Households.Household;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.profile.CustomerSummary;
import io.cornerstore.profile.Profiles;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who lives together: a line for each, and never a history of several. */
@Controller
final class HouseholdController {

  private static final int MOST_MEMBERS = 50;

  private final Pages pages;
  private final Readers readers;
  private final Households households;
  private final Profiles profiles;

  HouseholdController(Pages pages, Readers readers, Households households, Profiles profiles) {
    this.pages = pages;
    this.readers = readers;
    this.households = households;
    this.profiles = profiles;
  }

  @GetMapping("/customers/{id}/home")
  ResponseEntity<String> home(HttpServletRequest request, @PathVariable("id") UUID id) {
    Reader reader = readers.of(request);
    CustomerId asked = new CustomerId(id);
    Household household = households.of(asked).orElseThrow(NoSuchPage::new);
    List<CustomerId> members = household.members().stream().limit(MOST_MEMBERS).toList();
    List<CustomerSummary> opened = profiles.summaries(members, reader.staff(), reader.purpose());
    Hits hits = Hits.of(reader.words());
    return pages.show(
        "household",
        new HouseholdPage(
            readers.frame(request, "title.household", "customer"),
            id.toString(),
            name(opened, asked, reader.words()),
            opened.stream().map(hits::hit).toList(),
            household.reasons().stream()
                .map(reason -> reader.words().term("household-shares", reason))
                .collect(Collectors.joining(", "))));
  }

  private static String name(List<CustomerSummary> opened, CustomerId asked, Wording words) {
    return opened.stream()
        .filter(one -> one.id().equals(asked))
        .map(one -> CustomerWords.name(one.displayName(), words))
        .findFirst()
        .orElse("");
  }
}
