package io.cornerstore.intake.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornerstore.intake.IntakeException;
import io.cornerstore.intake.MappingSuggestion;
import io.cornerstore.intake.mapping.MappingReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingSuggestionTest {

  @TempDir Path folder;

  private String suggest(String name, String content) throws Exception {
    Path file = Files.writeString(folder.resolve(name), content);
    String yaml = MappingSuggestion.of(file);
    assertThat(MappingReader.read(folder.resolve("x.mapping.yaml"), yaml).mistakes())
        .as(yaml)
        .isEmpty();
    return yaml;
  }

  @Test
  void personFile_withUsualNames_isRecognised() throws Exception {
    String yaml =
        suggest(
            "Customers 2026.csv",
            """
            CustomerKey,Prefix,FirstName,LastName,BirthDate,Gender,EmailAddress,Phone,City,ZIP,Country,Shoe Size
            1,Mr,Jon,Yang,04/18/1966,M,jon@example.org,+44 20 7946 0958,London,SW1A 1AA,United Kingdom,42
            2,Ms,Eve,Zhu,5/4/1965,F,eve@example.org,+44 20 7946 0959,Leeds,LS1 1AA,GB,38
            """);

    assertThat(yaml)
        .contains("source: customers-2026")
        .contains("rows: upserts")
        .contains("key: CustomerKey")
        .contains("given-name: FirstName")
        .contains("bday: {column: BirthDate, formats: [\"M/d/yyyy\"]}")
        .contains("email: EmailAddress")
        .contains("tel: Phone")
        .contains("postal-code: ZIP")
        .contains("# extra: [\"Shoe Size\"]")
        .doesNotContain("jon@example.org");
  }

  @Test
  void orderFile_withLines_isRecognised() throws Exception {
    String yaml =
        suggest(
            "retail.csv",
            """
            InvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID;Country
            536365;85123A;WHITE HOLDER;6;01.12.2010 08:26;2,55;17850;United Kingdom
            536366;71053;LANTERN;6;02.12.2010 08:28;3,39;17850;France
            """);

    assertThat(yaml)
        .contains("order: InvoiceNo")
        .contains("sku: StockCode")
        .contains("quantity: Quantity")
        .contains("unit-price: UnitPrice")
        .contains("formats: [\"d.M.yyyy H:mm\"]")
        .contains("group: InvoiceNo")
        .contains("key: CustomerID");
  }

  @Test
  void columns_withoutAPlaceInTheMapping_areNamedAsNotKept() throws Exception {
    String yaml =
        suggest(
            "people.csv",
            "customer_id,last_name,phone,order_no,quantity\n1,Lee,020 7946 0958,O1,2\n2,Ray,020 7946 0959,O2,3\n");

    assertThat(yaml).contains("# extra: [order_no, quantity]").contains("# country: GB");
  }

  @Test
  void file_withoutPersonOrTime_isRefusedWithAReason() throws Exception {
    assertThatThrownBy(() -> suggest("p.csv", "sku,price\nA1,2.50\nB2,3.50\n"))
        .isInstanceOf(IntakeException.class)
        .hasMessageContaining("looks like a person");
  }

  @Test
  void dates_thatCouldBeBoth_areMarkedDoubtful() throws Exception {
    String yaml = suggest("b.csv", "id,name,born\n1,Ann Lee,01/02/1980\n2,Bob Ray,03/04/1981\n");

    assertThat(yaml).contains("the other way round");
  }
}
