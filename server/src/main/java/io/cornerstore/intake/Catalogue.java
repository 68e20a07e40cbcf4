package io.cornerstore.intake;

import java.util.Collection;
import java.util.Map;

/** Reference feeds: what is sold and where. Nothing personal. */
public interface Catalogue {

  /** The known products among these codes (compared without case), by upper-case code. */
  Map<String, Product> products(Collection<String> skus);

  /** The known stores among these ids. */
  Map<String, Store> stores(Collection<String> ids);
}
