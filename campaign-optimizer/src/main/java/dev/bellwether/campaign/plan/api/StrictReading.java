package dev.bellwether.campaign.plan.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.lang.reflect.Type;
import java.util.function.BiFunction;

/** Refuses fields that it does not know: a rule with a typing error must not be silently none. */
public class StrictReading implements BiFunction<ObjectMapper, Type, ObjectReader> {

  @Override
  public ObjectReader apply(ObjectMapper json, Type type) {
    return json.reader()
        .forType(json.constructType(type))
        .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }
}
