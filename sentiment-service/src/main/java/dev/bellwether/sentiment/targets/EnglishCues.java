package dev.bellwether.sentiment.targets;

/** English phrases by what they do. Commas part them. */
final class EnglishCues {

  private static final String NEGATOR =
      """
      not, no, never, none, nobody, nothing, neither, nor, without, cannot, can't, cant, don't, dont, doesn't, doesnt,
      didn't, didnt, isn't, isnt, aren't, arent, wasn't, wasnt, weren't, werent, won't, wont, wouldn't, wouldnt, shouldn't,
      couldn't, couldnt, ain't, aint, haven't, havent, hasn't, hasnt, hadn't, hadnt, hardly, barely, zero, least of all
      """;

  private static final String CONTRAST =
      """
      but, although, though, tho, whereas, while, whilst, yet, however, on the other hand, except, meanwhile, instead,
      nevertheless, nonetheless, even though, then again, otherwise, unlike, shame, pity, too bad
      """;

  private static final String COORDINATION =
      """
      and, or, then, so, because, cos, since, plus, as, when, after, before, also, if, which
      """;

  private static final String BETTER =
      """
      better, nicer, faster, quicker, cheaper, easier, cleaner, clearer, quieter, comfier, softer, stronger, tougher, smarter,
      tastier, fresher, friendlier, smoother, sharper, brighter, lighter, sturdier, safer, kinder, cooler, prettier,
      superior, happier, healthier, simpler, funnier, warmer, miles ahead, light years ahead, streets ahead, way ahead
      """;

  private static final String WORSE =
      """
      worse, slower, uglier, louder, ruder, dirtier, weaker, pricier, dearer, flimsier, clunkier, duller, blander, noisier,
      inferior, buggier, heavier, creepier, messier, greedier, stingier
      """;

  private static final String BEATS =
      """
      beats, destroys, smokes, outperforms, trumps, outclasses, wipes the floor with, blows away, tops,
      runs rings round, runs rings around, runs circles around, eats, crushes, knocks spots off, is no match next to,
      clears, >, outshines, outdoes, outlasts, outlasted, ahead of, walks all over, walks over, superior to
      """;

  private static final String LOSES =
      """
      loses to, lost to, not as good as, isn't as good as, nowhere near as good as, nowhere near, not a patch on, no match for,
      isn't a patch on, nothing on, has nothing on, pales next to, pales beside, falls short of, can't touch, cannot touch,
      can't compete with, doesn't come close to, wishes it was, wishes it were, could never be, behind, not as nice as,
      not as fast as, not as reliable as, isn't half as good as, not half as good as, a poor man's, <, is no, worse version of, knock off, wannabe, cheap copy of, rip off of
      """;

  private static final String OTHER =
      """
      EQUALS: as good as, almost as good as, nearly as good as, just as good as, every bit as good as, on par with, on a par with, up there with
      THAN: than
      PREFER: prefer, preferred, prefers, rather have, rather use, rather buy, rather fly, rather eat, sooner have
      CHOOSE: chose, choose, choosing, chosen, picked, pick, went with, going with, went for
      OVER: over
      INSTEAD: instead of, rather than, in place of, as opposed to
      DWARFS: to shame, out of the water, in the dust, in the shade, look like, look silly, look cheap, look bad, look slow, feel like a toy, for breakfast, into the ground
      AGAINST: unlike, compared to, compared with, next to my, next to the, versus
      IDIOM: no cap, no doubt, no wonder, no joke, no lie, not only, not gonna lie, not going to lie, not to mention, no matter, no kidding, not just, nothing but, never mind, no pressure, no offence, no offense, no one else, can't help but, can't wait, cannot wait, couldn't agree more, why not, no better, none other
      AT_LEAST: at least
      SWITCH: switch, switched, switching, migrate, migrated, migrating, move, moved, moving, went, go, going, gone, change, changed, changing, convert, converted, jumped, jump, port, ported, defected, upgraded, upgrading, upgrade, downgraded, jumped ship, jumping ship, swap, swapped, swapping, came over, coming over, crossed over, ported over, transferred, upgraded
      BACK: back to, back on, back with, return to, returned to, returning to, or nothing
      LEAVE: ditched, ditch, ditching, dumped, dump, dumping, dropped, drop, dropping, cancel, cancelled, canceled, cancelling, canceling, returned, returning, quit, quitting, left, leaving, leave, uninstall, uninstalled, uninstalling, unsubscribed from, binned, binning, deleted, deleting, sold my, sold the, selling my, sending back, sent back, done with, finished with, finished using, so over, goodbye, bye, bye bye, say goodbye to, adios, farewell, good riddance, get rid of, got rid of, getting rid of, sick of, tired of, fed up with, fed up of, avoid, avoiding, boycott, boycotting, stay away from, steer clear of, never buy, never buying, never fly, never use, never using, never trust, not with, stop using, stopped using, giving up on, gave up on, shame on, goes back, going back in the box, down with, screw, stuff, to hell with, broke up with, divorced, parted ways with, moving on from, moved on from, jumping ship from, porting out of, had enough of, enough of, closing my account with, closed my account with, closing my, threw out my, chucked my, chucked, unfollowed, unsubbed from, not renewing, won't be renewing, not renewed, last order from, saying goodbye to, out goes, so long, rip, no more, goodbye to, quitting, escaped, escape from, switching off, handed back, handing back, took back, taking back, pulled the plug on, gave away my, ditches, abandoned, abandoning, avoid
      REPLACE: replaced, replacing, replace, swapped, swap, swapping, traded, trading, trade, exchanged
      KEEP: kept, keep, keeping, sticking with, stick with, stuck with, staying with, stay with, stick to, sticking to, stayed with, loyal to, coming back to, keep coming back to, hats off to, shout out to, shoutout to, props to, kudos to, well done, bless, thank god for, thank you, thanks to, love, loving, adore, obsessed with, in love with, rate, fan of, team, bravo, respect to, trust, all day, every time, any day, gang, supremacy, long live, here's to, big love to, credit to, fair play to, in awe of, hooked on, addicted to, happy with, pleased with, impressed with, impressed by, delighted with, grateful to, thank god for, thanks, ty, cheers to, kisses to, proud of, back to my, loving my, love my, love the, love, swear by, recommend, go with, get a, buy a, treat yourself to, vouch for, in love with
      WANT: want a, want the, want an, wanting, want my, need a, need the, needs a, wish i had, wish i'd, wish i had kept, wish i'd kept, miss my, miss the, missing my, i miss, bring back, begging for, kill for, can't wait for, can't wait to, give me, gimme, craving, saving up for, dreaming of, eyeing, lusting after, tempted by, hoping for a, excited for, hyped for, take my money, come back, where have you been all my life, when are you bringing, wish i could afford, wish we had, wish they sold, wish i still had, would love a, would love the, dying for, dying to try, dying to get, next on my list, on my wishlist, can i have, in my basket, preordered, pre-ordered, pre ordered, hope they restock, restock, please come to, please open, counting down to, please bring, ready for, longing for, dream of
      LACK: wish it had, wish it would, wish they would, wish they'd, wish you'd, wish you would, would it kill, if only, is it too much to ask, how hard is it, please fix, pls fix, can you please, can you not, when will you, please stop, why can't, aprendan, take notes, learn from, should have, could have, needs to, need to, should learn, ought to, supposed to
      DENIAL: doesn't, isn't, didn't, wasn't, don't, hasn't, haven't, can't, won't, never, aren't, not so much, not
      ALL: both, all of them, the lot, the lot of you, all three, all four, they all, neither, either, same, each, these two, the two, all great, all of you, every one of them, none of them, they
      ASK: anyone, does anyone, anybody, can someone, can anyone, could someone, has anyone, how do i, how do you, how can i, is there, any good, which, should i, shall i, what's the, what is the, what time, where can i, where do i, when does, when is, does the, do the, is the, are the, any, recommendations, advice, thoughts on, thinking of, thinking about, considering, anyone know, anyone tried, quick question, wondering, what do you think, who uses, who has, where do, where is, where's, how much, how long, how many, does it, is it, can you, can i, could you, will it, will the, has the, what's better, which one, which is, or, worth it, what size, open on, compatible
      FIRST_PERSON: i, my, me, we, our, us, i'm, im, i've, ive, i'll, i'd, we're, we've, mine
      REPORTS: says, say, said, calls, call, called, reckons, reckon, claims, claim, swears, insists, thinks, according to, told me, tells me, raves about, keeps telling me
      WHY: why does, why do, why is, why are, why has, why have, why did, why can't, why won't, why would, how is it, explain why, how come, what is the point, what's the point
      NEWS: breaking, % off, off all, sale, on sale, general sale, newsletter, patch notes, notes, survey, police, appeal, hiring, vacancy, job, apply, recall, recalls, launches, announces, announced, quarterly, shares, results, subscribe, available now, in store, in store and online, this weekend only, dm me, face value, giveaway, win a, enter now, press release, report, reports, ceo, opens, open day, percent, according to, statement, acquires, merger, to open, on the blog, now hiring, we're hiring, vacancies, q1, q2, q3, q4, profits, revenue, earnings, profit, stock, ipo, deal, black friday, discount code, promo code, code, save up to, half price, 2 for 1, bogof, free delivery, pre-order now, out now, new store, store opening, opening hours, opens its, opening in, sponsor, sponsored, sponsors, sponsorship, appoints, appointed, names new, to close, closing, to acquire, buys, fined, sues, sued, court, lawsuit, investigation, union, strike, strikes, update:, changelog, release notes, version, schedule, line up, lineup, fixture, kick off, kickoff, full time, half time, webinar, register now, rsvp, tickets available, spokesperson, spokesman, minister, council, study, poll, data shows, #ad, ad:, competition, prize
      BEST: nothing like, nothing beats, nothing touches, hard to beat, can't beat, cannot beat, nobody does it like, no one does it like, you can't beat, no place like, there is no, there's only one, only one, the only one, no one beats, nobody beats, unbeatable
      USED_TO: used to, once, back when
      TOOK: took, takes, taken, been, waited, waiting, wait, late
      DURATION: minute, minutes, min, mins, hour, hours, hrs, day, days, week, weeks, month, months, attempts, tries, times, emails, calls, phone calls
      UNDECIDED: haven't tried, not tried, never tried, never had one, never had, never used, haven't used, haven't been, can't comment, no opinion, idk, don't know, not sure, no idea, no strong feelings, no preference, don't mind, don't care either way, either way, nothing special, okay, ok, it's fine, fine i guess, so so, meh either way, to the penny, much of a muchness, six of one, jury's out, undecided, on the fence, some people say, others say, no opinion on, never been, never played, never watched, never seen, never owned, not my thing either way, no idea which, can't decide, cannot decide, can't choose, torn between, toss up, each to their own, same difference, does the job, it's alright, it's ok, it's okay, alright, fine i suppose, neither here nor there, not bothered either way, average, indifferent, swings and roundabouts
      IRONY: 🙃, /s, said no one, said nobody, yeah right, cheers, thanks for nothing, nice one, slow clap, well done for, bravo for, especially the part where, great job, sure, 🙃, love that for me, how lovely, how nice of, so kind of, what a surprise, big surprise, shocker, bravo, congrats on, congratulations on, top work, good job, thanks a bunch, thanks a lot, cheers for, oh great, oh good, oh joy, just what i needed, because that's what, because who needs, who needs, as if, genius move, love how, love it when, love when, i love how, 👏👏
      """;

  private EnglishCues() {}

  /** All phrases, ready to be found. */
  static CueTable table() {
    var table = new CueTable.Builder();
    OTHER.lines().forEach(line -> {
      int colon = line.indexOf(':');
      table.add(Cue.valueOf(line.substring(0, colon)), line.substring(colon + 1));
    });
    table.add(Cue.COORDINATION, COORDINATION);
    table.add(Cue.NEGATOR, NEGATOR);
    table.add(Cue.FAULT, EnglishFeelings.FAULT);
    table.add(Cue.PRAISE, EnglishFeelings.PRAISE);
    table.add(Cue.CONTRAST, CONTRAST);
    table.add(Cue.BETTER, BETTER);
    table.add(Cue.WORSE, WORSE);
    table.add(Cue.BEATS, BEATS);
    table.add(Cue.LOSES, LOSES);
    return table.build();
  }
}
