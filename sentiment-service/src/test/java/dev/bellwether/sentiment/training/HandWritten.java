package dev.bellwether.sentiment.training;

import java.util.List;

/** A few posts of our own, enough to train something small. */
final class HandWritten {

  static final List<LabelledPost> POSTS =
      List.of(
          negative("my kettle arrived broken, again 😡"),
          negative("not happy with the queue today, two hours!!"),
          negative("the app crashes every time I open it :("),
          negative("why is the train always late #MondayBlues"),
          negative("this soup is awful and cold"),
          negative("WORST support I have ever had"),
          neutral("the shop opens at nine on weekdays"),
          neutral("new timetable is out https://example.org/t"),
          neutral("@cityhall when is the next market?"),
          neutral("they moved the office to the third floor"),
          neutral("reading the manual before the meeting"),
          neutral("the parcel is 30 cm wide"),
          positive("what a lovely evening by the river"),
          positive("sooo happy with my new bike :D"),
          positive("the team was great, thank you!! ❤"),
          positive("best coffee in town, no doubt"),
          positive("I can't believe how well it works #GoodDay"),
          positive("lovely people and a great view"));

  private HandWritten() {}

  private static LabelledPost negative(String text) {
    return new LabelledPost(0, text);
  }

  private static LabelledPost neutral(String text) {
    return new LabelledPost(1, text);
  }

  private static LabelledPost positive(String text) {
    return new LabelledPost(2, text);
  }
}
