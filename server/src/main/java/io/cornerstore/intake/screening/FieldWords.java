package io.cornerstore.intake.screening;

import java.util.Locale;
import java.util.Set;

/**
 * What the name of a field and the words around a number say about it.
 *
 * @param card the name speaks of payment cards
 * @param nationalId the name speaks of ids of a state
 * @param lookalike the name speaks of other long numbers
 */
record FieldWords(boolean card, boolean nationalId, boolean lookalike, FieldType type) {

  private static final int NEAR = 5;
  private static final int BEFORE = 2;
  private static final Set<String> CARD =
      Set.of(
          "card",
          "cards",
          "creditcard",
          "visa",
          "mastercard",
          "amex",
          "maestro",
          "credit",
          "debit",
          "pan",
          "cvv",
          "cvc",
          "cvv2",
          "ccnum",
          "cc",
          "expiry",
          "exp",
          "expires",
          "jcb",
          "unionpay",
          "discover",
          "diners",
          "karte",
          "kreditkarte",
          "kreditkartennummer",
          "carte",
          "bancaire",
          "tarjeta",
          "carta",
          "kartu",
          "kredit",
          "kort",
          "creditcardnumber",
          "cardnumber");
  private static final Set<String> NATIONAL =
      Set.of(
          "ssn",
          "social",
          "itin",
          "nik",
          "ktp",
          "ektp",
          "kependudukan",
          "nino",
          "insurance",
          "aadhaar",
          "aadhar",
          "cpf",
          "nir",
          "insee",
          "codice",
          "fiscale",
          "passport",
          "national",
          "identity",
          "taxpayer",
          "tin",
          "steuer",
          "securite");
  private static final Set<String> OTHER =
      Set.of(
          "timestamp",
          "time",
          "date",
          "order",
          "orders",
          "orderno",
          "ordernumber",
          "invoice",
          "imei",
          "imsi",
          "iccid",
          "tracking",
          "parcel",
          "shipment",
          "consignment",
          "waybill",
          "awb",
          "ean",
          "gtin",
          "upc",
          "isbn",
          "barcode",
          "sku",
          "serial",
          "receipt",
          "ticket",
          "transaction",
          "reference",
          "ref",
          "article",
          "item",
          "product",
          "stock",
          "batch",
          "lot",
          "uuid",
          "hash",
          "session",
          "device",
          "epoch",
          "latitude",
          "longitude",
          "lat",
          "lon",
          "resi",
          "pesanan",
          "bestellung",
          "bestellnummer",
          "rechnung",
          "sendung",
          "commande",
          "pedido");

  static FieldWords of(String name, FieldType type) {
    boolean card = false;
    boolean national = false;
    boolean other = type == FieldType.IDENTIFIER;
    for (String word : name.replaceAll("([a-z])([A-Z])", "$1 $2").split("[^\\p{L}0-9]+")) {
      String lower = word.toLowerCase(Locale.ROOT);
      card |= CARD.contains(lower);
      national |= NATIONAL.contains(lower);
      other |= OTHER.contains(lower);
    }
    boolean typed = type == FieldType.IDENTIFIER;
    return new FieldWords(card && !typed, national && !typed, other, type);
  }

  /** Evidence of name and surroundings for a card at this place. */
  double forCard(String text, int start, int end) {
    return score(text, start, end, card, CARD);
  }

  /** Evidence of name and surroundings for a national id at this place. */
  double forNationalId(String text, int start, int end) {
    return score(text, start, end, nationalId, NATIONAL);
  }

  private double score(String text, int start, int end, boolean named, Set<String> words) {
    boolean context = named || before(text, start, NEAR, words, false) || after(text, end, words);
    boolean other = lookalike || before(text, start, BEFORE, OTHER, true);
    return (context ? Screen.CONTEXT : 0) + (other ? Screen.LOOKALIKE : 0);
  }

  private static boolean before(
      String text, int start, int words, Set<String> wanted, boolean upToNumber) {
    int at = start;
    for (int n = 0; n < words; n++) {
      while (at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1))) {
        at--;
      }
      int end = at;
      while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
        at--;
      }
      if (end == at || (upToNumber && Character.isDigit(text.charAt(at)))) {
        return false;
      }
      if (wanted.contains(text.substring(at, end).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static boolean after(String text, int end, Set<String> wanted) {
    int at = end;
    for (int n = 0; n < NEAR; n++) {
      while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
        at++;
      }
      int start = at;
      while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
        at++;
      }
      if (start == at) {
        return false;
      }
      if (wanted.contains(text.substring(start, at).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
