package dev.bellwether.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonProblemTest {

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

  enum Goal {
    CONVERSIONS,
    REVENUE
  }

  record Body(
      String name, BigDecimal budget, Goal goal, LocalDate day, List<String> words, Body inner) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name':{'a':'Jane'}}|name|name must be a text.",
        "{'budget':'NaN'}|budget|budget must be a number.",
        "{'budget':[1]}|budget|budget must be a number.",
        "{'goal':'clicks'}|goal|goal must be one of CONVERSIONS, REVENUE.",
        "{'day':'2026-02-30'}|day|day must be a day that exists, such as 2026-11-21.",
        "{'words':'Jane'}|words|words must be a list.",
        "{'inner':{'budget':'x'}}|inner.budget|inner.budget must be a number.",
        "{'words':[[1]]}|words[0]|words[0] must be a text.",
        "{'nmae':1}|nmae|nmae is no field of this request. Its place takes budget, day, goal, inner, name, words.",
        "{'inner':1}|inner|inner must be an object.",
        "[]||The body must be a JSON object of the documented fields.",
        "{'name':Jane}||The body is not JSON; it cannot be read from line 1, column 9.",
        "{'name':'Jane|name|The body breaks off; send all of it.",
      })
  void theFieldAndTheRemedyAreNamedAndNothingIsQuoted(String body, String field, String detail) {
    var problem =
        JsonProblem.of(
            assertThrows(
                JsonProcessingException.class,
                () -> JSON.readValue(body.replace('\'', '"'), Body.class)));
    assertEquals(detail, problem.detail());
    assertEquals(field, problem.field());
    assertFalse(problem.detail().contains("Jane"));
  }
}
