package io.cornerstore.access;

/** What a member of staff does; a person may have several. The names are stored. */
public enum Role {
  /** Store, call-centre and delivery staff: find and serve customers. */
  SERVICE,
  /** Settles doubtful matches, merges and splits. */
  STEWARD,
  /** Knows behaviour, without contact details of single people. */
  MARKETER,
  /** Knows what is held and done; sees the audit trail. */
  PRIVACY_OFFICER,
  /** Connects channels: imports, quarantine, keys of the API. */
  ENGINEER,
  /** Staff and settings. */
  ADMINISTRATOR
}
