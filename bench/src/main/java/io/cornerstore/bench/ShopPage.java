package io.cornerstore.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A shop's page with the library as its maker publishes it for browsers. */
final class ShopPage implements AutoCloseable {
  private final HttpServer server;

  ShopPage(Path folder, String host, String key, String prefix, int count) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    Path library = folder.resolve("node_modules/@segment/analytics-next/dist/umd");
    String script =
        """
        (async () => {
          const load = window.AnalyticsNext.AnalyticsBrowser.load(
            { writeKey: '%2$s', cdnURL: '%1$s' },
            { integrations: { 'Segment.io': { apiHost: '%3$s/v1', protocol: 'http' } } });
          for (let n = 0; n < %5$d; n++) {
            await load.track('Order Completed', { order_id: 'J-' + n, total: 12.5, currency: 'GBP' },
              { userId: '%4$s-' + n });
            await new Promise((done) => setTimeout(done, 20));
          }
          await new Promise((done) => setTimeout(done, 60000));
          document.title = 'done';
        })();
        """
            .formatted(host, key, host.substring("http://".length()), prefix, count);
    byte[] html = ClientLibraries.resource("client-analytics-js.html");
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] content =
              path.equals("/run.js")
                  ? script.getBytes(StandardCharsets.UTF_8)
                  : path.equals("/") ? html : file(library, path);
          exchange
              .getResponseHeaders()
              .set("Content-Type", path.endsWith(".js") ? "text/javascript" : "text/html");
          exchange.sendResponseHeaders(
              content.length == 0 ? 404 : 200, content.length == 0 ? -1 : content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
  }

  private static byte[] file(Path library, String path) throws IOException {
    Path file =
        library.resolve(path.substring(1).equals("standalone.js") ? "index.js" : path.substring(1));
    if (!file.normalize().startsWith(library) || !Files.isRegularFile(file)) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readAllBytes();
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
