package dev.bellwether.trend.alerting.delivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;

/**
 * Posts to addresses that users wrote, and so guards what they may reach. A name is looked up once,
 * every address it has must be allowed, and the connection goes to an address that was looked at
 * and not to the name, which could be answered differently the second time (DNS rebinding). Host
 * header, server name indication and the check of the certificate still go by the name. Redirects
 * are not followed, and of the answer's body nothing is kept.
 */
final class ReceiverClient implements AutoCloseable {

  /**
   * @param connect for each address that is tried
   * @param whole from the name's look-up to the answer's head
   * @param atOnce requests under way; more of them wait for {@code whole} at most
   */
  record Limits(Duration connect, Duration whole, int atOnce) {}

  /** Why there is no answer. */
  static final class NoAnswerException extends Exception {

    private final transient Outcome outcome;

    private NoAnswerException(Outcome outcome, Throwable cause) {
      super(cause);
      this.outcome = outcome;
    }

    Outcome outcome() {
      return outcome;
    }
  }

  private static final int ADDRESSES_TRIED = 3;
  private static final int LARGEST_HEAD = 16_384;
  private static final int MOST_OF_BODY = 4_096;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ReceiverRules rules;
  private final AddressPolicy policy;
  private final NameResolver resolver;
  private final Limits limits;
  private final HttpClient http;
  private final Semaphore underWay;

  /**
   * @param trust whom to believe a certificate; null for the Java platform's own list
   */
  ReceiverClient(
      Vertx vertx,
      ReceiverRules rules,
      AddressPolicy policy,
      NameResolver resolver,
      Limits limits,
      TrustOptions trust) {
    this.rules = rules;
    this.policy = policy;
    this.resolver = resolver;
    this.limits = limits;
    this.underWay = new Semaphore(limits.atOnce(), true);
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                // a connection serves one message: the next one's address is looked at anew
                .setKeepAlive(false)
                .setPipelining(false)
                .setMaxPoolSize(limits.atOnce())
                .setVerifyHost(true)
                .setConnectTimeout(Math.toIntExact(limits.connect().toMillis()))
                .setMaxHeaderSize(LARGEST_HEAD)
                .setDecompressionSupported(false)
                .setTrustOptions(trust));
  }

  /**
   * @throws NoAnswerException with the outcome that the lack of an answer amounts to
   */
  HttpAnswer post(URI url, Map<String, String> headers, byte[] body) throws NoAnswerException {
    Optional<String> flaw = rules.flaw(url);
    if (flaw.isPresent()) {
      throw refused(flaw.get());
    }
    long deadline = System.nanoTime() + limits.whole().toNanos();
    try {
      if (!underWay.tryAcquire(left(deadline), TimeUnit.NANOSECONDS)) {
        throw later("Too many deliveries are under way.", null);
      }
      try {
        return post(url, headers, body, checked(url, deadline), deadline);
      } finally {
        underWay.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw later("The service is stopping.", e);
    }
  }

  /** The host's addresses, all of which are allowed. */
  private List<InetAddress> checked(URI url, long deadline)
      throws NoAnswerException, InterruptedException {
    var found = new CompletableFuture<List<InetAddress>>();
    // its own thread: a look-up cannot be given up
    Thread.ofVirtual()
        .name("receiver-lookup")
        .start(
            () -> {
              try {
                found.complete(resolver.addresses(ReceiverRules.host(url)));
              } catch (UnknownHostException | RuntimeException e) {
                found.completeExceptionally(e);
              }
            });
    List<InetAddress> addresses = await(found, deadline);
    // One inside address among outside ones is no accident
    if (addresses.isEmpty() || !addresses.stream().allMatch(policy::allows)) {
      throw refused(
          "The url's host has an address that receivers may not have (private, loopback, link-local"
              + " or reserved); an operator can allow its network.");
    }
    return addresses.stream().limit(ADDRESSES_TRIED).toList();
  }

  private HttpAnswer post(
      URI url, Map<String, String> headers, byte[] body, List<InetAddress> addresses, long deadline)
      throws NoAnswerException, InterruptedException {
    for (int i = 0; ; i++) {
      Future<HttpClientRequest> connection = http.request(request(url, addresses.get(i), deadline));
      HttpClientRequest request;
      try {
        request = await(connection.toCompletionStage().toCompletableFuture(), deadline);
      } catch (NoAnswerException e) {
        // whoever gave up waiting must not leave a connection open
        connection.onSuccess(HttpClientRequest::reset);
        if (i + 1 < addresses.size() && e.getCause() instanceof ConnectException) {
          continue;
        }
        throw e;
      }
      return exchange(request, headers, body, deadline);
    }
  }

  private HttpAnswer exchange(
      HttpClientRequest request, Map<String, String> headers, byte[] body, long deadline)
      throws NoAnswerException, InterruptedException {
    try {
      headers.forEach(request::putHeader);
      var drained = new CompletableFuture<Void>();
      HttpAnswer answer =
          await(
              request
                  .send(Buffer.buffer(body))
                  .map(response -> headOf(response, drained))
                  .toCompletionStage()
                  .toCompletableFuture(),
              deadline);
      try {
        // some receivers log an error when they are hung up on in the middle of a short answer
        drained.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        return answer;
      }
      return answer;
    } finally {
      request.reset();
    }
  }

  /** Of the body, a few kilobytes are taken off the line, and nothing is kept. */
  private static HttpAnswer headOf(HttpClientResponse response, CompletableFuture<Void> drained) {
    var seen = new AtomicInteger();
    try {
      response
          .handler(
              chunk -> {
                if (seen.addAndGet(chunk.length()) > MOST_OF_BODY) {
                  drained.complete(null);
                }
              })
          .endHandler(end -> drained.complete(null))
          .exceptionHandler(drained::completeExceptionally);
    } catch (IllegalStateException e) {
      // It had ended before we looked: an answer all the same
      drained.complete(null);
    }
    return new HttpAnswer(response.statusCode(), response.getHeader("Retry-After"));
  }

  private RequestOptions request(URI url, InetAddress address, long deadline) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(
            SocketAddress.inetSocketAddress(ReceiverRules.port(url), address.getHostAddress()))
        .setHost(ReceiverRules.host(url))
        .setPort(ReceiverRules.port(url))
        .setSsl(ReceiverRules.isEncrypted(url))
        .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
        // the client itself would leave out an IPv6 address's brackets
        .putHeader("Host", url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort())
        .setFollowRedirects(false)
        .setConnectTimeout(limits.connect().toMillis())
        .setIdleTimeout(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left(deadline))));
  }

  private <T> T await(CompletableFuture<T> future, long deadline)
      throws NoAnswerException, InterruptedException {
    try {
      return future.get(left(deadline), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw later("The receiver did not answer in time.", e);
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    }
  }

  private static NoAnswerException failed(Throwable cause) {
    return switch (cause) {
      case UnknownHostException e -> later("The url's host has no address.", e);
      case SSLException e -> later("No encrypted connection: the certificate or TLS fails.", e);
      case ConnectException e -> later("The receiver takes no connection.", e);
      default ->
          later("The connection failed (%s).".formatted(cause.getClass().getSimpleName()), cause);
    };
  }

  private static long left(long deadline) {
    return Math.max(0, deadline - System.nanoTime());
  }

  private static NoAnswerException refused(String reason) {
    return new NoAnswerException(new Outcome.Refused(null, reason), null);
  }

  private static NoAnswerException later(String reason, Throwable cause) {
    return new NoAnswerException(new Outcome.Retry(null, null, reason), cause);
  }

  @Override
  public void close() {
    http.close();
  }
}
