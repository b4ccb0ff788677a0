package dev.bellwether.sentiment.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.contracts.monitor.Competitor;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.contracts.monitor.Product;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameIndexTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I saw the acme phone today",
        "ACME PHONE!!",
        "My Acme Phone's screen",
        "My Acme Phone’s screen",
        "two acme phones",
        "the Acme Phones' screens",
        "#AcmePhone rules",
        "#acmephone",
        "#acme_phone",
        "thanks @AcmePhone",
        "thanks @acme_phone.",
        "#TeamAcmePhone",
        "the AcmePhone",
        "an Acme-Phone",
        "àcmé phône",
        "ＡＣＭＥ phone"
      })
  void aNameIsFoundHoweverPeopleWriteIt(String text) {
    assertEquals(List.of("Acme Phone"), named(text, Monitors.of("Acme Phone")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acmephones2",
        "I like Acme. Phone me",
        "Acme\nPhone",
        "Acmes phonetics",
        "https://acme.example/acme-phone",
        "acme, phone"
      })
  void whatOnlyLooksLikeTheNameIsNotIt(String text) {
    assertEquals(List.of(), named(text, Monitors.of("Acme Phone")));
  }

  @Test
  void aLongerNameHidesTheShorterInsideIt() {
    var monitor = Monitors.of("Acme", "Acme Phone", "Acme Phone Mini");
    assertEquals(
        List.of("Acme Phone Mini", "Acme", "Acme Phone"),
        named("The Acme Phone Mini is an acme thing, the acme phone too", monitor));
  }

  @Test
  void anAliasOfTwoTargetsNamesBoth() {
    var monitor =
        Monitors.of(
            "m",
            1,
            List.of(
                new Product("Nest Cam", List.of("Nest")),
                new Product("Nest Hub", List.of("nest"))));
    assertEquals(List.of("Nest Cam", "Nest Hub"), named("my nest is down", monitor));
  }

  @Test
  void brandsProductsAndCompetitorsAreAllTargetsUnderTheirAliasesToo() {
    var monitor =
        Monitors.brand(
            "m",
            1,
            "Acme",
            List.of("acme corp", "@acmehq"),
            List.of(new Product("camera", List.of("cam"))),
            List.of(new Competitor("Bolt & Sons", List.of("bolts"))));
    assertEquals(
        List.of("Acme", "camera", "Bolt & Sons", "Acme"),
        named("Dear @AcmeHQ, your cam is no match for Bolt and Sons. Acme Corp!", monitor));
  }

  @ParameterizedTest
  @CsvSource({
    "C++, I write C++ all day, true",
    "C++, I write C all day, false",
    "AT&T, at&t is down, true",
    "AT&T, AT&amp;T is down, true",
    "Yahoo!, on yahoo again, true",
    "7-Eleven, at 7 eleven, true",
    "M.A.C., my M.A.C. lipstick, true",
    "🍏, eating a 🍏, true",
    "🍏, eating an 🍎, false",
    "كوكاكولا, أحب كوكاكولا كثيرا, true",
    "Größe, die GRÖSSE, false",
    "Größe, die GRÖßE, true",
    "小米, 我喜欢小米手机, true",
    "कोका कोला, मुझे कोका कोला पसंद है, true",
    ".*, anything at all, false"
  })
  void namesAreTakenAsTheyAre(String name, String text, boolean there) {
    assertEquals(there ? List.of(name) : List.of(), named(text, Monitors.of(name)));
  }

  @ParameterizedTest
  @CsvSource({
    "'I ate an apple on the train', false",
    "'My Apple laptop', true",
    "'my apple laptop is great', true",
    "'Love my #apple laptop', true"
  })
  void aNameThatIsAlsoACommonWordNeedsItsCapitalWhereTheAuthorUsesAny(String text, boolean there) {
    assertEquals(there ? List.of("Apple") : List.of(), named(text, Monitors.of("Apple")));
  }

  @Test
  void whetherAnAuthorUsesCapitalsIsAQuestionOfAllTheTextThatIsRead() {
    var apples = Monitors.of("Apple");
    assertEquals(1_000, named("apple ".repeat(1_000), apples).size());
    assertEquals(List.of(), named("apple ".repeat(1_000) + "Hm", apples));
    var unread = " ".repeat(PieceCutter.MAX_CHARACTERS) + "Hm";
    assertEquals(List.of("Apple"), named("apple" + unread, apples));
  }

  @ParameterizedTest
  @CsvSource({
    "WeWork, we work with great people",
    "WeWork, We Work with great people",
    "WeWork, WE WORK WITH GREAT PEOPLE",
    "WeWork, '#we work, every day'",
    "A1, a 1 star review",
    "A1, A 1 star review",
    "iPhone, I phone them",
    "iPhone, i Phone them",
    "O2, o 2 hours",
    "O2, 'Group O 2, group P 1'",
    "LinkedIn, he linked in his bio",
    "LinkedIn, Linked In Chains",
    "YouTube, You Tube socks",
    "Area51, in Area 51",
    "StreamNest, a stream nest of birds",
    "StreamNest, a Stream nest of birds",
    "StreamNest, a stream Nest of birds",
    "@stream_nest, a stream nest of birds",
    "#StreamNest, a #Stream Nest"
  })
  void wordsThatOnlyRowUpToANameWrittenAsOneAreNotIt(String name, String text) {
    assertEquals(List.of(), named(text, Monitors.of(name)));
  }

  @ParameterizedTest
  @CsvSource({
    "WeWork, at wework today",
    "WeWork, at WeWork today",
    "WeWork, at #wework today",
    "WeWork, dear @WeWork",
    "WeWork, dear @WeWorkHelp",
    "A1, my a1 contract",
    "A1, '#A1'",
    "iPhone, my iphone",
    "iPhone, two IPHONES",
    "iPhone, '#iPhone17'",
    "O2, o2 is down",
    "O2, dear @O2",
    "LinkedIn, on linkedin",
    "LinkedIn, dear @LinkedInHelp",
    "StreamNest, on Stream Nest",
    "StreamNest, on Stream-Nest",
    "StreamNest, ON STREAM NEST",
    "StreamNest, '#TeamStreamNest'",
    "@stream_nest, on Stream Nest"
  })
  void aNameWrittenAsOneIsFoundAsOneInTagsAndAsWordsWithItsCapitals(String name, String text) {
    assertEquals(List.of(name), named(text, Monitors.of(name)));
  }

  @Test
  void aNameInPartsThatIsNotMeantHidesNoShorterName() {
    var monitor = Monitors.of("Acme", "AcmePhone");
    assertEquals(
        List.of("Acme", "AcmePhone"), named("an acme phone is not an Acme Phone", monitor));
  }

  @Test
  void theSameBrandInTwoMonitorsIsOneTargetThatBothKnow() {
    var index =
        NameIndex.of(
            List.of(
                Monitors.of("a", 1, List.of(new Product("Acme", List.of()))),
                Monitors.of("b", 1, List.of(new Product("ACME", List.of("the acme"))))));
    assertEquals(1, index.size());
    assertEquals(new TargetName("Acme", List.of("a", "b")), index.target(0));
  }

  private static List<String> named(String text, Monitor monitor) {
    var index = NameIndex.of(List.of(monitor));
    return index.find(PieceCutter.cut(text)).stream()
        .flatMapToInt(naming -> Arrays.stream(naming.targets()))
        .mapToObj(number -> index.target(number).name())
        .toList();
  }
}
