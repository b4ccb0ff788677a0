package dev.bellwether.ingest.privacy.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private static final Redactor REDACTOR = new Redactor();
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final int POSTS = 10_000;

  private static final List<String> FRAMES =
      List.of(
          "%s",
          "my bottle leaks again, write to %s or I return it in 2026",
          "(%s) is all they left, after 3 weeks!",
          "Die Flasche ist undicht, mehr unter %s. Danke!",
          "la garrafa vazou de novo, %s, paguei 120 reais",
          "mi botella llegó rota: %s; nadie contesta #queja",
          "la bouteille fuit « %s » depuis 12 jours",
          "la borraccia perde, scrivetemi: %s!!",
          "@acme_support please look: %s https://t.co/4f9Kz1",
          "زجاجتي تتسرب %s شكرا",
          "बोतल फिर से टूट गई %s धन्यवाद",
          "ボトルが漏れた。%s までお願いします",
          "RT @user: so angry 😡 %s #leak",
          "line one\n%s\nline three");

  @Test
  void ofTenThousandPostsNonePassesOnWhatWasPlantedInIt() {
    var random = new Random(7);
    List<Planted> planted = new ArrayList<>(Planted.cards(random));
    planted.addAll(Planted.ibans(random));
    for (PhoneNumber number : Planted.phoneNumbers()) {
      for (PhoneNumberFormat format :
          List.of(
              PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.RFC3966)) {
        planted.add(Planted.phone(number, format, random));
      }
    }
    while (planted.size() < POSTS - 1_000) {
      planted.add(Planted.email(random));
    }
    while (planted.size() < POSTS) {
      planted.add(random.nextBoolean() ? Planted.ip(random) : Planted.address(random));
    }
    Collections.shuffle(planted, random);
    List<String> leaks = new ArrayList<>();
    for (int i = 0; i < POSTS; i++) {
      Planted value = planted.get(i);
      String frame = FRAMES.get(random.nextInt(FRAMES.size()));
      Redacted redacted = REDACTOR.redact(frame.formatted(value.value()));
      if (value.isIn(redacted.text())) {
        leaks.add(value.kind() + ": " + frame.formatted(value.value()) + " -> " + redacted.text());
      }
    }
    assertTrue(
        leaks.isEmpty(),
        () ->
            leaks.size()
                + " leaks\n"
                + String.join("\n", leaks.subList(0, Math.min(40, leaks.size()))));
  }

  @ParameterizedTest
  @EnumSource(value = PhoneNumberFormat.class, mode = Mode.EXCLUDE, names = "NATIONAL")
  void theNumberOfEveryRegionAndTypeIsTakenInEveryFrame(PhoneNumberFormat format) {
    for (PhoneNumber number : Planted.phoneNumbers()) {
      String written = NUMBERS.format(number, format);
      for (String frame : FRAMES) {
        String text = REDACTOR.redact(frame.formatted(written)).text();
        assertTrue(
            text.contains("[phone]") && !Planted.digits(text).contains(Planted.digits(written)),
            () -> written + " in: " + text);
      }
    }
  }

  /**
   * As people write at home: of seven digits or more always but for sums, shorter ones beside a
   * word.
   */
  @Test
  void nationalNumbersAreTakenWhereDigitsOrWordsTellThem() {
    List<String> leaks = new ArrayList<>();
    for (PhoneNumber number : Planted.phoneNumbers()) {
      String written = NUMBERS.format(number, PhoneNumberFormat.NATIONAL);
      int digits = Planted.digits(written).length();
      String post = digits < 7 ? "call me: " + written : "it is " + written + ", thanks";
      if (digits >= 5 && REDACTOR.redact(post).text().contains(written)) {
        leaks.add(written);
      }
    }
    // a sum of thousands or tens of thousands looks the same
    assertEquals(
        List.of("30010000", "600 110 000", "8000000"), leaks.stream().distinct().sorted().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      write to jane.doe@example.com!                | write to [email]!
      "jane doe"@example.com                        | [email]
      jane ＠ gmail.com                              | [email]
      jane at gmail dot com                         | [email]
      jane {at} example {dot} org                   | [email]
      jane arroba example punto es                  | [email]
      call (415) 555-2671 ext. 12 now               | call [phone] now
      call 1-800-FLOWERS today                      | call [phone] today
      wa: https://wa.me/4915112345678?text=hi       | wa: https://wa.me/[phone]?text=hi
      http://192.168.0.1/login                      | http://[ip]/login
      ssh root@10.1.2.3 now                         | ssh [email] now
      from fe80::1ff:fe23:4567:890a                 | from [ip]
      Kontonummer DE89 3704 0044 0532 0130 00 bitte | Kontonummer [iban] bitte
      gb82west12345698765432                        | [iban]
      4111-1111-1111-1111 exp 12/27                 | [card] exp 12/27
      meet at 221B Baker Street at 8                | meet at [address] at 8
      12 rue de la Paix, Paris                      | [address], Paris
      Hauptstraße 5a, Berlin                        | [address], Berlin
      ☎ 37 12 34                                    | ☎ [phone]
      call 555-123-4567 555-987-6543                | call [phone] [phone]
      0171 1234567 0171 7654321                     | [phone] [phone]
      (415) 555-2671 (415) 555-2672                 | [phone] [phone]
      call 555-123-4567 x12345 now                  | call [phone] now
      4111 1111 1111 1111 4242 4242 4242 4242       | [card] [card]
      @jane@[192.0.2.1]                             | @[email]
      jane@[IPv6:2001:db8::1]                       | [email]
      𝟒𝟏𝟓-𝟓𝟓𝟓-𝟐𝟔𝟕𝟏                                  | [phone]
      4\u200B15-555\u200B-2671                      | [phone]
      """)
  void whatIdentifiesSomebodyIsReplaced(String text, String expected) {
    assertEquals(expected, REDACTOR.redact(text.replace("\\u200B", "\u200B")).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@jane@mastodon.social and @joe say hello",
        "look at example.com, dot your i's",
        "at this point in time we won 3-1",
        "2012-10-29 18:30, then 29.10.2012 and 10/29/2012",
        "1 000 000 people, $1,250,000 and 1.250.000 €",
        "from 1774-1778 to 2012-2013",
        "version 10.0.19041.1 and v1.2.3.4",
        "https://twitter.com/a/status/262596552399396864",
        "6-4 6-3 7-6, 21-17 25-19",
        "ISBN 978-3-16-148410-0",
        "quake at 35.6895, 139.6917",
        "Platz 1 der Charts, 2 way street",
        "call 911 or 112",
        "order 20441189 for €1999",
        "model SM-G991B, 256GB, 120Hz",
        "Sat Aug 30 06:49:19 +0000 2015",
        "@me@[unclear] and cc @anna@[deleted]",
        "2-1 3-0 1-1 4-2",
        "2-1 3-0 1-1 4-2 3-3 0-2",
        "21-17 25-19 25-23 18-25 15-13",
        "1999 2004 2010 1999",
        "1999 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 2010 2011 2012 2013 2014 2015 2016",
        "12.99 14.99 19.99 24.99 49.99 59.99",
        "1 1 2 3 5 8 13 21 34 55 89 144 233 377 610 987 1597 2584 4181",
      })
  void whatLooksLikeItStays(String text) {
    assertEquals(text, REDACTOR.redact(text).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111 4111 4111 4111 4111 4111",
        "800 555 1212 12 05 2024",
        "0171 1234567 0171 7654321 0171 1234567 0171 7654321 0171 1234567",
        "@me@",
        "a@[",
        "call 5 x 5 x 5 555-1234 x 123456-1234",
      })
  void theOddestRunIsRead(String text) {
    String once = REDACTOR.redact(text).text();
    assertEquals(once, REDACTOR.redact(once).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 ", "12 ", "123 ", "1234 ", "1234567890 ", "1-1 ", "12-34 ", "1."})
  void aTableOfNumbersAsksLibphonenumberOfFewOfThem(String unit) {
    var asked = new AtomicInteger();
    var plan = new InternationalNumbers();
    var finder =
        new PhoneFinder(
            (digits, plus) -> {
              asked.incrementAndGet();
              return plan.has(digits, plus);
            });
    String text = unit.repeat(10_000 / unit.length());
    finder.find(new Draft(FoldedText.of(text)));
    assertTrue(asked.get() <= text.length(), () -> asked + " times");
  }

  @Test
  void theKindsAreNamedOnceAndInOrder() {
    Redacted redacted =
        REDACTOR.redact("1.2.3.40, jane@example.com, joe@example.com, +49 30 123456");
    assertEquals(List.of(Kind.EMAIL, Kind.PHONE, Kind.IP), redacted.kinds());
    assertEquals("[ip], [email], [email], [phone]", redacted.text());
  }
}
