package io.cornerstore.sampletown;

/** An organization: a customer itself and the employer of others. */
record Business(int id, String name, String domain, String switchboard, Dwelling address) {}
