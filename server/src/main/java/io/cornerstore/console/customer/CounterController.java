package io.cornerstore.console.customer;

import io.cornerstore.console.frame.NoSuchPage;
import io.cornerstore.console.frame.Pages;
import io.cornerstore.console.frame.Reader;
import io.cornerstore.console.frame.Readers;
import io.cornerstore.console.view.SearchPage.Part;
import io.cornerstore.console.view.StatementPage;
import io.cornerstore.identity.CustomerKind;
import io.cornerstore.kernel.CustomerId;
import io.cornerstore.kernel.PersonalField;
import io.cornerstore.kernel.TimeOrderedIds;
import io.cornerstore.profile.Counter;
import io.cornerstore.profile.CustomerView;
import io.cornerstore.profile.GoldenField;
import io.cornerstore.profile.Profiles;
import io.cornerstore.profile.Shelves;
import io.cornerstore.profile.Statement;
import io.cornerstore.profile.StatementRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is written down of a customer who is there: corrections, notes, and taking them back. */
@Controller
final class CounterController {

  private static final String TEMPLATE = "statement";

  private final Pages pages;
  private final Readers readers;
  private final Profiles profiles;
  private final Counter counter;
  private final Shelves shelves;
  private final TimeOrderedIds ids;

  /** What is read and written. */
  record Faces(Profiles profiles, Counter counter, Shelves shelves) {}

  CounterController(Pages pages, Readers readers, Faces faces, TimeOrderedIds ids) {
    this.pages = pages;
    this.readers = readers;
    this.profiles = faces.profiles();
    this.counter = faces.counter();
    this.shelves = faces.shelves();
    this.ids = ids;
  }

  @GetMapping("/customers/{id}/correct")
  ResponseEntity<String> form(HttpServletRequest request, @PathVariable("id") UUID id) {
    readers.requireCounter();
    Reader reader = readers.of(request);
    CustomerView view = view(reader, id);
    if (!view.id().value().equals(id)) {
      return see("/customers/" + view.id() + "/correct");
    }
    Form form = new Form(ids.next().toString(), golden(view), false, List.of());
    return pages.show(TEMPLATE, correction(request, reader, view, form));
  }

  @PostMapping("/customers/{id}/correct")
  ResponseEntity<String> correct(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam("key") String key,
      @RequestParam(name = "where", required = false) @Nullable String where) {
    Reader reader = readers.of(request);
    CustomerView view = view(reader, id);
    Map<PersonalField, String> values = StatementForm.values(request, view.kind());
    try {
      counter.correct(
          view.id(),
          new Counter.Said(key, values, StatementForm.channel(where)),
          reader.staff(),
          reader.purpose());
      return see("/customers/" + view.id());
    } catch (StatementRefused refused) {
      Form form = new Form(key, values, StatementForm.PHONE.equals(where), refused.faults());
      return pages.show(
          HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, correction(request, reader, view, form));
    }
  }

  @PostMapping("/customers/{id}/notes")
  ResponseEntity<String> note(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam("key") String key,
      @RequestParam("text") String text,
      @RequestParam(name = "where", required = false) @Nullable String where) {
    Reader reader = readers.of(request);
    CustomerId customer = new CustomerId(id);
    String typed = text.replace("\r\n", "\n");
    try {
      counter.note(
          customer,
          new Counter.Note(key, typed, StatementForm.channel(where)),
          reader.staff(),
          reader.purpose());
      return see("/customers/" + id + "#timeline");
    } catch (StatementRefused refused) {
      return pages.show(
          HttpStatus.UNPROCESSABLE_CONTENT,
          TEMPLATE,
          note(request, reader, view(reader, id), new Refusal(key, typed, where, refused)));
    } catch (Counter.NoSuchStatement _) {
      throw new NoSuchPage();
    }
  }

  @PostMapping("/customers/{id}/statements/{statement}/withdraw")
  ResponseEntity<String> withdraw(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @PathVariable("statement") UUID statement,
      @RequestParam("reason") String reason) {
    Reader reader = readers.of(request);
    try {
      counter.withdraw(
          new CustomerId(id),
          statement,
          Statement.Reason.findByCode(reason).orElse(Statement.Reason.MISTAKE),
          reader.staff(),
          reader.purpose());
    } catch (Counter.NoSuchStatement _) {
      throw new NoSuchPage();
    }
    return see("/customers/" + id);
  }

  @PostMapping("/customers/{id}/pin")
  ResponseEntity<String> pin(
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam("pinned") boolean pinned) {
    Reader reader = readers.of(request);
    if (pinned) {
      shelves.pin(reader.staff(), new CustomerId(id));
    } else {
      shelves.unpin(reader.staff(), new CustomerId(id));
    }
    return see("/customers/" + id);
  }

  /** What was sent with a form, or is to be shown in it. */
  private record Form(
      String key,
      Map<PersonalField, String> values,
      boolean phone,
      List<StatementRefused.Fault> faults) {}

  private record Refusal(
      String key, String text, @Nullable String where, StatementRefused refused) {}

  private StatementPage correction(
      HttpServletRequest request, Reader reader, CustomerView view, Form form) {
    StatementForm shown = new StatementForm(reader.words());
    return new StatementPage(
        readers.frame(request, "title.correct", "customer"),
        "title.correct",
        view.id().toString(),
        CustomerWords.name(view.displayName(), reader.words()),
        view.kind() == CustomerKind.ORGANIZATION ? "organization" : "person",
        shown.groups(view.kind(), form.values, form.faults),
        List.of(),
        form.key,
        form.phone,
        shown.others(form.faults),
        List.of());
  }

  private StatementPage note(
      HttpServletRequest request, Reader reader, CustomerView view, Refusal refusal) {
    List<Part> parts = StatementForm.marked(refusal.text, refusal.refused.faults());
    return new StatementPage(
        readers.frame(request, "title.note", "customer"),
        "title.note",
        view.id().toString(),
        CustomerWords.name(view.displayName(), reader.words()),
        "person",
        List.of(),
        parts,
        refusal.key,
        StatementForm.PHONE.equals(refusal.where),
        new StatementForm(reader.words()).others(refusal.refused.faults()),
        List.of());
  }

  private CustomerView view(Reader reader, UUID id) {
    return profiles
        .view(new CustomerId(id), reader.staff(), reader.purpose())
        .orElseThrow(NoSuchPage::new);
  }

  private static Map<PersonalField, String> golden(CustomerView view) {
    Map<PersonalField, String> golden = new EnumMap<>(PersonalField.class);
    for (GoldenField field : view.fields()) {
      if (!field.value().masked()) {
        golden.put(field.field(), field.value().text());
      }
    }
    return golden;
  }

  private static ResponseEntity<String> see(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
