package dev.bellwether.sentiment.targets;

/** What a phrase does in a clause, beyond the feeling that the model hears in its words. */
enum Cue {
  /** Customers praise with it. */
  PRAISE,
  /** Customers complain with it, or report a fault. */
  FAULT,
  /** Turns what comes next round. */
  NEGATOR,
  /** Looks like a negator and is none. */
  IDIOM,
  /** The clause that it begins goes against the one before. */
  CONTRAST,
  /** Begins a clause of its own where both sides have a target. */
  COORDINATION,
  /** Before "than": the first is liked better. */
  BETTER,
  /** Before "than": the second is liked better. */
  WORSE,
  THAN,
  /** The first is liked better than the second. */
  BEATS,
  /** The second is liked better than the first. */
  LOSES,
  /** The first is as good as the second. */
  EQUALS,
  PREFER,
  CHOOSE,
  OVER,
  INSTEAD,
  /** The one before leaves the one just named behind: "to shame". */
  DWARFS,
  /** The second is the opposite of the first. */
  AGAINST,
  AT_LEAST,
  /** From one to the other. */
  SWITCH,
  /** To the one that was left before. */
  BACK,
  LEAVE,
  REPLACE,
  KEEP,
  WANT,
  /** "Wish it had", "would it kill": something is missing. */
  LACK,
  /** Says nothing of its own but denies what the clause before it said: "doesn't". */
  DENIAL,
  /** What comes next has no equal. */
  BEST,
  USED_TO,
  /** With a {@link #DURATION}: it took too long. */
  TOOK,
  DURATION,
  /** Speaks of all that were named. */
  ALL,
  /** Asks for facts or opinions. */
  ASK,
  WHY,
  /** News, offers, advertisements. */
  NEWS,
  /** Two of these make it news. */
  NEWS_HINT,
  /** The author has no opinion. */
  UNDECIDED,
  FIRST_PERSON,
  /** Someone else's opinion. */
  REPORTS,
  /** What is said is not what is meant. */
  IRONY;

  /** One of its own. */
  long bit() {
    return 1L << ordinal();
  }
}
