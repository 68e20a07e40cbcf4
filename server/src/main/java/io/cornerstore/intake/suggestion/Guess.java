package io.cornerstore.intake.suggestion;

import io.cornerstore.intake.suggestion.ColumnSample.DateForm;
import org.jspecify.annotations.Nullable;

/**
 * What a column probably is.
 *
 * @param section of the mapping: {@code person}, {@code interaction}, {@code line}, {@code
 *     subject}, {@code message-id}, {@code version}
 * @param key in that section
 * @param why in words
 * @param dates for columns of dates
 */
record Guess(String section, String key, String why, @Nullable DateForm dates) {

  private static final String BY_NAME = "by its name";

  /** The most probable meaning; null when there is none. */
  static @Nullable Guess of(ColumnSample column) {
    Guess guess = byValues(column);
    if (guess == null) {
      guess = person(column);
    }
    if (guess == null) {
      guess = line(column);
    }
    return guess == null ? interaction(column) : guess;
  }

  private static @Nullable Guess byValues(ColumnSample column) {
    if (column.emails()) {
      return person("email", "the values are e-mail addresses");
    }
    DateForm dates = column.dates();
    if (dates != null) {
      if (column.named(
          "birth",
          "born",
          "dob",
          "birthday",
          "birthdate",
          "bday",
          "date of birth",
          "geburtsdatum",
          "birth date")) {
        return new Guess("person", "bday", "the values are dates, " + BY_NAME, dates);
      }
      if (column.named(
          "updated",
          "modified",
          "changed",
          "last updated",
          "updated at",
          "modified date",
          "version")) {
        return new Guess("version", "version", "the values are dates, " + BY_NAME, dates);
      }
      return new Guess("interaction", "time", "the values are dates", dates);
    }
    boolean contact =
        column.named(
            "phone",
            "tel",
            "telephone",
            "mobile",
            "cell",
            "phone number",
            "handy",
            "telefon",
            "msisdn");
    if (contact || (column.phones() && column.named("contact", "number") && !column.numbers())) {
      return person("tel", column.phones() ? "the values are phone numbers" : BY_NAME);
    }
    return null;
  }

  private static @Nullable Guess person(ColumnSample column) {
    boolean goods =
        column.named(
            "product",
            "item",
            "sku",
            "stock",
            "article",
            "order",
            "store",
            "price",
            "amount",
            "quantity");
    if (goods) {
      return null;
    }
    if (column.named(
        "first", "given", "forename", "vorname", "first name", "given name", "firstname")) {
      return person("given-name", BY_NAME);
    }
    if (column.named(
        "last", "surname", "family", "nachname", "last name", "family name", "lastname")) {
      return person("family-name", BY_NAME);
    }
    if (column.named("middle", "middle name", "middlename")) {
      return person("additional-name", BY_NAME);
    }
    if (column.named("salutation", "prefix", "honorific", "title") && column.few(12)) {
      return person("honorific-prefix", BY_NAME + ", few different values");
    }
    if (column.named("suffix") && column.few(12)) {
      return person("honorific-suffix", BY_NAME);
    }
    if (column.named("gender", "sex", "geschlecht") && (column.sexes() || column.few(6))) {
      return person("sex", BY_NAME);
    }
    if (column.named(
        "company", "organization", "organisation", "firm", "firma", "employer", "business name")) {
      return person("organization", BY_NAME);
    }
    if (column.named("occupation", "job", "position", "job title")) {
      return person("organization-title", BY_NAME);
    }
    Guess address = address(column);
    if (address != null) {
      return address;
    }
    if (column.named("language", "lang", "locale") && column.few(60)) {
      return person("language", BY_NAME);
    }
    if (column.named(
        "loyalty",
        "card no",
        "card number",
        "member no",
        "membership",
        "loyalty card",
        "member id",
        "member number")) {
      return person("loyalty-card", BY_NAME);
    }
    if (column.named("nickname", "nick")) {
      return person("nickname", BY_NAME);
    }
    boolean name = column.named("name", "full name", "customer name", "fullname", "contact name");
    return name && !column.numbers()
        ? person("name", column.words2() ? BY_NAME + ", values of several words" : BY_NAME)
        : null;
  }

  private static @Nullable Guess address(ColumnSample column) {
    if (column.named(
        "zip",
        "postcode",
        "postal",
        "plz",
        "zip code",
        "zipcode",
        "postal code",
        "kode pos",
        "post code")) {
      return person("postal-code", BY_NAME);
    }
    if (column.named(
        "address2",
        "line2",
        "unit",
        "apt",
        "apartment",
        "address line2",
        "address line 2",
        "address 2")) {
      return person("address-line2", BY_NAME);
    }
    if (column.named(
        "street",
        "address",
        "address1",
        "line1",
        "address line1",
        "address line 1",
        "strasse",
        "straße",
        "alamat",
        "street address")) {
      return person("street-address", BY_NAME);
    }
    if (column.named("city", "town", "locality", "ort", "stadt", "kota", "suburb")) {
      return person("address-level2", BY_NAME);
    }
    if (column.named("state", "province", "county", "state code", "provinsi", "bundesland")
        && !column.numbers()) {
      return person("address-level1", BY_NAME);
    }
    if (column.named("country", "land", "negara", "country code")) {
      return person("country", column.countries() ? "the values are countries" : BY_NAME);
    }
    return null;
  }

  private static @Nullable Guess line(ColumnSample column) {
    if (column.named(
        "sku",
        "stock code",
        "stockcode",
        "article",
        "product id",
        "product key",
        "item code",
        "item id",
        "productid",
        "ean",
        "gtin",
        "product code",
        "product sku")) {
      return new Guess("line", "sku", BY_NAME, null);
    }
    if (column.named("quantity", "qty", "order qty", "order quantity", "menge", "pieces", "units")
        && column.numbers()) {
      return new Guess("line", "quantity", BY_NAME + ", the values are numbers", null);
    }
    if (column.named("unit price", "unitprice", "price", "item price", "product price", "preis")
        && column.numbers()) {
      return new Guess("line", "unit-price", BY_NAME + ", the values are numbers", null);
    }
    if (column.named("description", "product name", "item name", "product", "item", "title")) {
      return new Guess("line", "name", BY_NAME, null);
    }
    if (column.named("category", "department", "product category", "kategori")) {
      return new Guess("line", "category", BY_NAME, null);
    }
    if (column.named("brand", "maker", "manufacturer", "marke")) {
      return new Guess("line", "maker", BY_NAME, null);
    }
    return null;
  }

  private static @Nullable Guess interaction(ColumnSample column) {
    if (column.named(
            "event id",
            "message id",
            "eventid",
            "messageid",
            "uuid",
            "response id",
            "log id",
            "call id",
            "ticket id",
            "entry id")
        && column.unique()) {
      return new Guess("message-id", "message-id", BY_NAME + ", different in every row", null);
    }
    if (column.named(
        "order",
        "invoice",
        "receipt",
        "order no",
        "order number",
        "order id",
        "invoice no",
        "receipt no",
        "ordernumber",
        "sales order id",
        "bon",
        "salesorderid")) {
      return new Guess("interaction", "order", BY_NAME, null);
    }
    if (column.named(
        "store", "shop", "branch", "outlet", "filiale", "store id", "shop id", "till")) {
      return new Guess("interaction", "store", BY_NAME, null);
    }
    if (column.named("amount", "total", "sum", "total due", "subtotal", "order total", "betrag")
        && column.numbers()) {
      return new Guess("interaction", "amount", BY_NAME + ", the values are numbers", null);
    }
    if (column.named("currency", "cur", "währung")) {
      return new Guess("interaction", "currency", BY_NAME, null);
    }
    if (column.named("points", "bonus", "poin")) {
      return new Guess("interaction", "points", BY_NAME, null);
    }
    if (column.named("tracking", "parcel", "shipment", "tracking no", "waybill", "resi")) {
      return new Guess("interaction", "tracking", BY_NAME, null);
    }
    if (column.named("status", "state", "stage") && column.few(20)) {
      return new Guess("interaction", "status", BY_NAME + ", few different values", null);
    }
    if (column.named(
            "note",
            "notes",
            "remark",
            "remarks",
            "comment",
            "comments",
            "message",
            "text",
            "bemerkung")
        || column.longTexts()) {
      return new Guess("interaction", "note", "the values are texts", null);
    }
    if (column.named("subject", "topic", "reason", "form", "page")) {
      return new Guess("interaction", "topic", BY_NAME, null);
    }
    boolean key =
        column.named(
            "customer",
            "client",
            "account",
            "person",
            "user",
            "contact",
            "customer id",
            "customer key",
            "customer no",
            "client id",
            "person id",
            "user id",
            "cust id",
            "customerid",
            "account number",
            "prospect id",
            "id",
            "kunde",
            "kundennummer");
    return key ? new Guess("subject", "key", BY_NAME, null) : null;
  }

  private static Guess person(String token, String why) {
    return new Guess("person", token, why, null);
  }
}
