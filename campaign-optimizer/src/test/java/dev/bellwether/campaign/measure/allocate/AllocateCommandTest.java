package dev.bellwether.campaign.measure.allocate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.allocation.Allocator;
import dev.bellwether.campaign.allocation.Objective;
import dev.bellwether.campaign.allocation.Split;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The measuring program's command line and the shape of what it prints. */
class AllocateCommandTest {

  @Test
  void itPrintsOneObjectOfTheAgreedShape() throws Exception {
    var out = new StringWriter();
    int exit = command(out).execute("--n", "21", "--shape", "s", "--first-seed", "1000", "--json");
    assertEquals(0, exit);
    var cases = new ObjectMapper().readTree(out.toString()).get("cases");
    assertEquals(1, cases.size());
    List<String> names = new ArrayList<>();
    cases.get(0).fieldNames().forEachRemaining(names::add);
    assertEquals(
        List.of("n", "shape", "gap", "violations", "millis", "peerGap", "peerMillis"), names);
    assertEquals("s", cases.get(0).get("shape").asText());
    assertEquals(0, cases.get(0).get("violations").asInt());
    assertTrue(cases.get(0).get("gap").asDouble() <= 0.005, cases.toString());
  }

  @Test
  void aGeneralSolverStaysBelowTheBound() {
    var problem = RandomProblems.of(5, RandomProblems.Shape.S, 7);
    var split = (Split) Allocator.solve(problem, new Objective.MostValue());
    double peer = SqpPeer.value(problem);
    assertTrue(peer > 0 && peer <= split.bound() * (1 + 1e-9), peer + " and " + split.bound());
  }

  @Test
  void otherShapesAndSizesAreWrongUsage() {
    assertEquals(2, command(new StringWriter()).execute("--shape", "round"));
    assertEquals(2, command(new StringWriter()).execute("--n", "0"));
  }

  private static CommandLine command(StringWriter out) {
    return new CommandLine(new AllocateCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(new StringWriter(), true));
  }
}
