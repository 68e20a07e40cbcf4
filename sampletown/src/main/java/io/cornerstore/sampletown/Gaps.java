package io.cornerstore.sampletown;

/** How often a source asks for something and gets it, each 0 to 1. */
record Gaps(
    double middle,
    double family,
    double suffix,
    double born,
    double sex,
    double email,
    double phone,
    double address) {}
