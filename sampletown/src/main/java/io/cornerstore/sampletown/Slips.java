package io.cornerstore.sampletown;

/**
 * How often something goes wrong at a source, each 0 to 1.
 *
 * @param typo in each name, street and city
 * @param nickname a short form instead of the given name
 * @param initial an initial instead of the given name
 * @param swap given and family name in each other's place
 * @param former the name from before the marriage, or the address from before the move
 * @param birth a wrong date of birth
 * @param contact a slip in e-mail or telephone
 * @param shared contact data of the home, a relative or the office instead of one's own
 */
record Slips(
    double typo,
    double nickname,
    double initial,
    double swap,
    double former,
    double birth,
    double contact,
    double shared) {}
