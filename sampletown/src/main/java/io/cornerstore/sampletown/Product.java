package io.cornerstore.sampletown;

/** One product of the catalogue; {@code cents} is its price. */
record Product(String sku, String name, String category, String maker, int cents) {}
