package dev.bellwether.kit.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.kit.problem.Problem;
import dev.bellwether.kit.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PackedBodyTest {

  private static final int LIMIT = 100_000;

  private final byte[] packed = gzip("one\ntwo\n".repeat(1_000).getBytes(UTF_8));

  @Test
  void whatWasPackedComesOutAlsoInSeveralMembers() {
    assertEquals("one\ntwo\n".repeat(1_000), unpacked(packed));
    assertEquals("one\ntwo\n".repeat(2_000), unpacked(joined(packed, packed)));
    assertEquals("", unpacked(gzip(new byte[0])));
  }

  @Test
  void exactlyTheLimitIsTakenAndAByteMoreIsNot() {
    assertEquals(LIMIT, unpacked(gzip(new byte[LIMIT])).length());
    assertEquals(413, refused(gzip(new byte[LIMIT + 1])).status());
  }

  @Test
  void aBombIsGivenUpAtTheLimit() {
    var bomb = new CountingStream(gzip(new byte[50_000_000]));
    var problem =
        assertThrows(ProblemException.class, () -> new PackedBody(bomb, LIMIT).readAllBytes())
            .problem();
    assertEquals(413, problem.status());
    assertTrue(problem.detail().contains("100000 bytes"), problem.detail());
    assertTrue(bomb.read < 20_000, "it read on for " + bomb.read + " bytes");
  }

  @Test
  void nothingIsUnpackedBeforeItIsAskedFor() throws IOException {
    var body = new CountingStream(packed);
    try (var unpacking = new PackedBody(body, LIMIT)) {
      assertEquals(0, body.read);
      assertEquals('o', unpacking.read());
    }
  }

  @Test
  void gzipThatLiesIsRefusedWithTheRemedy() {
    for (byte[] lie :
        new byte[][] {
          "[{}]".getBytes(UTF_8), {}, joined(packed, "trailing".getBytes(UTF_8)), damaged(packed)
        }) {
      var problem = refused(lie);
      assertEquals(400, problem.status());
      assertTrue(problem.detail().contains("send"), problem.detail());
    }
  }

  @Test
  void oneThatBreaksOffIsRefusedWhereverItDoes() {
    for (int length = 1; length < packed.length; length++) {
      assertEquals(400, refused(Arrays.copyOf(packed, length)).status(), "after " + length);
    }
  }

  private static String unpacked(byte[] body) {
    try (var unpacking = new PackedBody(new ByteArrayInputStream(body), LIMIT)) {
      return new String(unpacking.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Problem refused(byte[] body) {
    return assertThrows(
            ProblemException.class,
            () -> new PackedBody(new ByteArrayInputStream(body), LIMIT).readAllBytes())
        .problem();
  }

  private static byte[] damaged(byte[] packed) {
    byte[] copy = packed.clone();
    copy[copy.length - 6] ^= 1;
    return copy;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static final class CountingStream extends InputStream {

    private final InputStream in;
    private long read;

    private CountingStream(byte[] bytes) {
      in = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
      read++;
      return in.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = in.read(into, from, length);
      read += Math.max(0, got);
      return got;
    }
  }
}
