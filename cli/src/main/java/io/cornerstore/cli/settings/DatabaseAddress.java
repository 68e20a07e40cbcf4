package io.cornerstore.cli.settings;

import io.cornerstore.postgres.PostgresAccess;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a database of somebody else's server is.
 *
 * @param server host and port in lower case, {@code db.example.org:5432}
 * @param tls how the connection is protected, as in pgjdbc's {@code sslmode}
 * @param rootCertificate file of certificates to check against, if not those of the JDK
 */
record DatabaseAddress(
    String server, String database, String tls, @Nullable String rootCertificate) {

  private static final int USUAL_PORT = 5432;

  /** Of {@code postgresql://HOST[:PORT]/DATABASE}. */
  static DatabaseAddress of(String url, String tls, @Nullable String rootCertificate) {
    String rest = url.substring("postgresql://".length());
    int slash = rest.indexOf('/');
    String server = rest.substring(0, slash).toLowerCase(Locale.ROOT);
    boolean port = server.matches(".*[^:\\]]:\\d+|\\[.*]:\\d+");
    return new DatabaseAddress(
        port ? server : server + ":" + USUAL_PORT, rest.substring(slash + 1), tls, rootCertificate);
  }

  PostgresAccess access(String user, String password) {
    StringBuilder url = new StringBuilder("jdbc:postgresql://").append(server).append('/');
    url.append(database).append("?sslmode=").append(tls).append("&gssEncMode=disable");
    if (rootCertificate != null) {
      url.append("&sslrootcert=").append(encoded(rootCertificate));
    } else if (tls.startsWith("verify")) {
      url.append("&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
    }
    url.append("&ApplicationName=cornerstore&connectTimeout=10&tcpKeepAlive=true");
    return new PostgresAccess(url.toString(), user, password);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
