package io.cornerstore.identity;

/** How much identity holds, and how far it is. */
public interface IdentityStatistics {

  /** The figures now. Counts everything: not for every request. */
  Figures now();

  /** How far this is. Cheap enough to be asked every few seconds. */
  Position position();

  /**
   * How far the following of the log is.
   *
   * @param resolvedTo entry of the log up to which every record has its customer
   * @param version last version given to a customer
   * @param reviews pairs that wait for a person
   */
  record Position(long resolvedTo, long version, long reviews) {}

  /**
   * Counts.
   *
   * @param subjects source subjects that have a customer
   * @param persons customers who are persons
   * @param organizations customers that are organizations
   * @param joined subjects that share a customer with another
   * @param possibleLinks pairs a person should look at
   * @param doubtful customers whose subjects hang together weakly
   * @param households homes of two or more customers
   * @param resident subjects in the memory of this process
   * @param ready whether those are all
   */
  record Figures(
      long subjects,
      long persons,
      long organizations,
      long joined,
      long possibleLinks,
      long doubtful,
      long households,
      long resident,
      boolean ready) {}
}
