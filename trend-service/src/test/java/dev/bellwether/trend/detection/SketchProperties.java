package dev.bellwether.trend.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SketchProperties {

  @Property
  void fewThingsAreCountedExactlyHoweverOftenTheyRepeat(
      @ForAll @Size(max = 63) Set<Integer> things) {
    var twice = new ArrayList<>(things);
    twice.addAll(things);

    assertEquals(things.size(), sketch(twice).distinct());
  }

  @Property
  void theUnionOfPartsIsTheSketchOfTheWhole(
      @ForAll List<@IntRange(max = 2_000) Integer> one,
      @ForAll List<@IntRange(max = 2_000) Integer> other) {
    var whole = new ArrayList<>(one);
    whole.addAll(other);

    assertEquals(sketch(whole), sketch(one).union(sketch(other)));
  }

  @Property
  void addingOneByOneIsTheSameAsAllAtOnce(@ForAll @Size(max = 300) List<Integer> things) {
    var all =
        Sketch.of(things.stream().mapToLong(thing -> Fingerprint.of("thing " + thing)).toArray());

    assertEquals(all, sketch(things));
  }

  @Property
  void whatIsTakenOutOfASketchThatIsNotFullWasNeverThere(
      @ForAll @Size(max = 60) List<@IntRange(max = 2_000) Integer> things) {
    var one = Fingerprint.of("one of its own");

    assertEquals(sketch(things), sketch(things).with(one).without(one));
  }

  @Example
  void manyThingsAreCountedRoughly() {
    double distinct =
        sketch(LongStream.range(0, 10_000).mapToObj(thing -> (int) thing).toList()).distinct();

    assertEquals(10_000, distinct, 3_000);
  }

  @Example
  void overlapIsTheShareOfTheSmallerOne() {
    var all = sketch(LongStream.range(0, 40).mapToObj(thing -> (int) thing).toList());
    var half = sketch(LongStream.range(30, 50).mapToObj(thing -> (int) thing).toList());

    assertEquals(0.5, all.overlap(half));
    assertEquals(0, all.overlap(Sketch.EMPTY));
  }

  private static Sketch sketch(List<Integer> things) {
    var sketch = Sketch.EMPTY;
    for (int thing : things) {
      sketch = sketch.with(Fingerprint.of("thing " + thing));
    }
    return sketch;
  }
}
