package io.cornerstore.console.customer;

import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Reader;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.SearchPage.Hit;
import io.cornerstore.console.view.StatementPage;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.TimeOrderedIds;
import io.cornerstore.profile.Counter;
import io.cornerstore.profile.Counter.Newcomer;
import io.cornerstore.profile.StatementRefused;
import io.cornerstore.profile.StatementRefused.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds a customer, after asking whether it is one of those who look alike. */
@Controller
final class NewcomerController {

  private static final String TEMPLATE = "statement";
  private static final String ORGANIZATION = "organization";

  private final Pages pages;
  private final Readers readers;
  private final Counter counter;
  private final TimeOrderedIds ids;

  NewcomerController(Pages pages, Readers readers, Counter counter, TimeOrderedIds ids) {
    this.pages = pages;
    this.readers = readers;
    this.counter = counter;
    this.ids = ids;
  }

  @GetMapping("/customers/new")
  ResponseEntity<String> form(
      HttpServletRequest request,
      @RequestParam(name = "kind", required = false) @Nullable String kind) {
    readers.requireCounter();
    Sent sent = new Sent(ids.next().toString(), kind(kind), Map.of(), false);
    return pages.show(TEMPLATE, page(request, sent, List.of(), List.of()));
  }

  @PostMapping("/customers")
  ResponseEntity<String> add(
      HttpServletRequest request,
      @RequestParam("key") String key,
      @RequestParam("kind") String kind,
      @RequestParam(name = "where", required = false) @Nullable String where,
      @RequestParam(name = "not", required = false) @Nullable List<UUID> notThese) {
    Reader reader = readers.of(request);
    CustomerKind wanted = kind(kind);
    Sent sent =
        new Sent(
            key, wanted, StatementForm.values(request, wanted), StatementForm.PHONE.equals(where));
    Set<CustomerId> others = new HashSet<>();
    if (notThese != null) {
      notThese.forEach(id -> others.add(new CustomerId(id)));
    }
    Newcomer newcomer =
        new Newcomer(
            new Counter.Said(key, sent.values, StatementForm.channel(where)), wanted, others);
    try {
      CustomerId added = counter.add(newcomer, reader.staff(), reader.purpose());
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create("/customers/" + added))
          .build();
    } catch (StatementRefused refused) {
      return pages.show(
          HttpStatus.UNPROCESSABLE_CONTENT,
          TEMPLATE,
          page(request, sent, refused.faults(), List.of()));
    } catch (Counter.LookalikesFirst _) {
      return pages.show(
          HttpStatus.CONFLICT, TEMPLATE, page(request, sent, List.of(), alike(reader, newcomer)));
    }
  }

  private record Sent(
      String key, CustomerKind kind, Map<PersonalField, String> values, boolean phone) {}

  private List<Hit> alike(Reader reader, Newcomer newcomer) {
    Hits hits = Hits.of(reader.words());
    return counter.lookalikes(newcomer, reader.staff(), reader.purpose()).stream()
        .map(one -> hits.hit(one.customer(), one.agrees().getFirst()))
        .toList();
  }

  private StatementPage page(
      HttpServletRequest request, Sent sent, List<Fault> faults, List<Hit> alike) {
    StatementForm form = new StatementForm(readers.words(request));
    return new StatementPage(
        readers.frame(request, "title.new-customer", "home"),
        "title.new-customer",
        null,
        "",
        sent.kind == CustomerKind.ORGANIZATION ? ORGANIZATION : "person",
        form.groups(sent.kind, sent.values, faults),
        List.of(),
        sent.key,
        sent.phone,
        form.others(faults),
        alike);
  }

  private static CustomerKind kind(@Nullable String kind) {
    return ORGANIZATION.equals(kind) ? CustomerKind.ORGANIZATION : CustomerKind.PERSON;
  }
}
