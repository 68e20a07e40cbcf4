package io.cornerstore.vault.sealing;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Lends cipher desks. A slot per group of threads instead of one per thread: virtual threads come
 * and go by the thousand. Lock-free; at most {@value #SLOTS} desks are kept.
 */
public final class CipherDesks {

  private static final int SLOTS = 32;

  private final AtomicReferenceArray<@Nullable CipherDesk> slots =
      new AtomicReferenceArray<>(SLOTS);
  private final SecureRandom random;

  /** No desk yet; nonces will come from {@code random}. */
  public CipherDesks(SecureRandom random) {
    this.random = random;
  }

  CipherDesk take() {
    CipherDesk desk = slots.getAndSet(slot(), null);
    return desk == null ? new CipherDesk(random) : desk;
  }

  /** Takes a desk back; one that is not given back is garbage, no more. */
  void give(CipherDesk desk) {
    slots.lazySet(slot(), desk);
  }

  private static int slot() {
    return (int) (Thread.currentThread().threadId() & (SLOTS - 1));
  }
}
