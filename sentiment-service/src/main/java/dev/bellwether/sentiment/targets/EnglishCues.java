package dev.bellwether.sentiment.targets;

/** English phrases by what they do; for praise and complaint see {@link EnglishFeelings}. */
final class EnglishCues {

  private static final String RELATIONS =
      """
      NEGATOR: ain't, aint, aren't, arent, barely, can't, cannot, cant, couldn't, couldnt, didn't,
        didnt, doesn't, doesnt, don't, dont, hadn't, hadnt, hardly, hasn't, hasnt, haven't,
        havent, isn't, isnt, least of all, neither, never, no, nobody, none, nor, not, nothing,
        shouldn't, wasn't, wasnt, weren't, werent, without, won't, wont, wouldn't, wouldnt, zero;
      IDIOM: can't help but, can't wait, cannot wait, couldn't agree more, never mind, no better,
        no cap, no doubt, no joke, no kidding, no lie, no matter, no offence, no offense,
        no one else, no pressure, no wonder, none other, not going to lie, not gonna lie,
        not just, not only, not to mention, nothing but, why not;
      CONTRAST: although, but, even though, except, however, meanwhile, nevertheless, nonetheless,
        on the other hand, otherwise, pity, shame, then again, tho, though, too bad, unlike,
        whereas, while, whilst, yet;
      COORDINATION: after, also, and, as, because, before, cos, if, or, plus, since, so, then,
        when, which;
      BETTER: better, brighter, cheaper, cleaner, clearer, comfier, cooler, easier, faster,
        fresher, friendlier, funnier, happier, healthier, kinder, light years ahead, lighter,
        miles ahead, nicer, prettier, quicker, quieter, safer, sharper, simpler, smarter,
        smoother, softer, streets ahead, stronger, sturdier, superior, tastier, tougher, warmer,
        way ahead;
      WORSE: blander, buggier, clunkier, creepier, dearer, dirtier, duller, flimsier, greedier,
        heavier, inferior, louder, messier, noisier, pricier, ruder, slower, stingier, uglier,
        weaker, worse;
      THAN: than;
      BEATS: >, ahead of, beats, blows away, clears, crushes, destroys, eats, is no match next to,
        knocks spots off, outclasses, outdoes, outlasted, outlasts, outperforms, outshines,
        runs circles around, runs rings around, runs rings round, smokes, superior to, tops,
        trumps, walks all over, walks over, wipes the floor with;
      LOSES: <, a poor man's, behind, can't compete with, can't touch, cannot touch,
        cheap copy of, could never be, doesn't come close to, falls short of, has nothing on,
        is no, isn't a patch on, isn't as good as, isn't half as good as, knock off, loses to,
        lost to, no match for, not a patch on, not as fast as, not as good as, not as nice as,
        not as reliable as, not half as good as, nothing on, nowhere near,
        nowhere near as good as, pales beside, pales next to, rip off of, wannabe, wishes it was,
        wishes it were, worse version of;
      EQUALS: almost as good as, as good as, every bit as good as, just as good as,
        nearly as good as, on a par with, on par with, up there with;
      DWARFS: feel like a toy, for breakfast, in the dust, in the shade, into the ground,
        look bad, look cheap, look like, look silly, look slow, out of the water, to shame;
      AGAINST: compared to, compared with, next to my, next to the, unlike, versus;
      BEST: can't beat, cannot beat, hard to beat, no one beats, no one does it like,
        no place like, nobody beats, nobody does it like, nothing beats, nothing like,
        nothing touches, only one, the only one, there is no, there's only one, unbeatable,
        you can't beat;
      PREFER: prefer, preferred, prefers, rather buy, rather eat, rather fly, rather have,
        rather use, sooner have;
      CHOOSE: choose, choosing, chose, chosen, going with, pick, picked, went for, went with;
      OVER: over;
      INSTEAD: as opposed to, in place of, instead of, rather than;
      AT_LEAST: at least;
      SWITCH: came over, change, changed, changing, coming over, convert, converted, crossed over,
        defected, downgraded, go, going, gone, jump, jumped, jumped ship, jumping ship, migrate,
        migrated, migrating, move, moved, moving, port, ported, ported over, swap, swapped,
        swapping, switch, switched, switching, transferred, upgrade, upgraded, upgrading, went;
      BACK: back on, back to, back with, or nothing, return to, returned to, returning to;
      LEAVE: abandoned, abandoning, adios, avoid, avoiding, binned, binning, boycott, boycotting,
        broke up with, bye, bye bye, cancel, canceled, canceling, cancelled, cancelling, chucked,
        chucked my, closed my account with, closing my, closing my account with, deleted,
        deleting, ditch, ditched, ditches, ditching, divorced, done with, down with, drop,
        dropped, dropping, dump, dumped, dumping, enough of, escape from, escaped, farewell,
        fed up of, fed up with, finished using, finished with, gave away my, gave up on,
        get rid of, getting rid of, giving up on, goes back, going back in the box, good riddance,
        goodbye, goodbye to, got rid of, had enough of, handed back, handing back,
        jumping ship from, last order from, leave, leaving, left, moved on from, moving on from,
        never buy, never buying, never fly, never trust, never use, never using, no more,
        not renewed, not renewing, not with, out goes, parted ways with, porting out of,
        pulled the plug on, quit, quitting, returned, returning, rip, say goodbye to,
        saying goodbye to, screw, selling my, sending back, sent back, shame on, sick of, so long,
        so over, sold my, sold the, stay away from, steer clear of, stop using, stopped using,
        stuff, switching off, taking back, threw out my, tired of, to hell with, took back,
        unfollowed, uninstall, uninstalled, uninstalling, unsubbed from, unsubscribed from,
        won't be renewing;
      REPLACE: exchanged, replace, replaced, replacing, swap, swapped, swapping, trade, traded,
        trading;
      KEEP: addicted to, adore, all day, any day, back to my, big love to, bless, bravo, buy a,
        coming back to, credit to, delighted with, every time, fair play to, fan of, gang,
        go with, grateful to, happy with, hats off to, here's to, hooked on, impressed by,
        impressed with, in awe of, in love with, keep, keep coming back to, keeping, kept,
        kisses to, kudos to, long live, love, love my, love the, loving, loving my, loyal to,
        obsessed with, pleased with, props to, proud of, recommend, respect to, shout out to,
        shoutout to, stay with, stayed with, staying with, stick to, stick with, sticking to,
        sticking with, stuck with, supremacy, swear by, team, thank god for, thank you, thanks,
        thanks to, treat yourself to, trust, vouch for, well done;
      WANT: begging for, bring back, can i have, can't wait for, can't wait to, come back,
        counting down to, craving, dream of, dreaming of, dying for, dying to get, dying to try,
        excited for, eyeing, gimme, give me, hope they restock, hoping for a, hyped for, i miss,
        in my basket, kill for, longing for, lusting after, miss my, miss the, missing my, need a,
        need the, needs a, next on my list, on my wishlist, please bring, please come to,
        please open, pre ordered, pre-ordered, preordered, ready for, restock, saving up for,
        take my money, tempted by, want a, want an, want my, want the, wanting,
        when are you bringing, where have you been all my life, wish i could afford, wish i had,
        wish i had kept, wish i still had, wish i'd, wish i'd kept, wish they sold, wish we had,
        would love a, would love the;
      LACK: aprendan, can you not, can you please, could have, how hard is it, if only,
        is it too much to ask, learn from, need to, needs to, ought to, please fix, please stop,
        pls fix, should have, should learn, supposed to, take notes, when will you, why can't,
        wish it had, wish it would, wish they would, wish they'd, wish you would, wish you'd,
        would it kill;
      USED_TO: back when, once, used to;
      DENIAL: aren't, can't, didn't, doesn't, don't, hasn't, haven't, isn't, never, not,
        not so much, wasn't, won't;
      ALL: all four, all great, all of them, all of you, all three, both, each, either,
        every one of them, neither, none of them, same, the lot, the lot of you, the two,
        these two, they, they all;
      TOOK: been, late, taken, takes, took, wait, waited, waiting;
      DURATION: attempts, calls, day, days, emails, hour, hours, hrs, min, mins, minute, minutes,
        month, months, phone calls, times, tries, week, weeks;
      ASK: advice, any, any good, anybody, anyone, anyone know, anyone tried, are the, can anyone,
        can i, can someone, can you, compatible, considering, could someone, could you, do the,
        does anyone, does it, does the, has anyone, has the, how can i, how do i, how do you,
        how long, how many, how much, is it, is the, is there, open on, or, quick question,
        recommendations, shall i, should i, thinking about, thinking of, thoughts on,
        what do you think, what is the, what size, what time, what's better, what's the,
        when does, when is, where can i, where do, where do i, where is, where's, which, which is,
        which one, who has, who uses, will it, will the, wondering, worth it;
      WHY: explain why, how come, how is it, what is the point, what's the point, why are,
        why can't, why did, why do, why does, why has, why have, why is, why won't, why would;
      NEWS: #ad, % off, 2 for 1, acquires, ad:, appoints, available now, black friday, bogof,
        breaking, changelog, data shows, discount code, dm me, earnings, enter now, face value,
        general sale, giveaway, half price, hiring, in store and online, ipo, new store,
        newsletter, now hiring, off all, on the blog, out now, patch notes, police, pre-order now,
        press release, promo code, q1, q2, q3, q4, quarterly, recalls, register now,
        release notes, rsvp, spokesman, spokesperson, store opening, subscribe, survey,
        this weekend only, tickets available, to acquire, update:, vacancies, vacancy,
        we're hiring, win a;
      NEWS_HINT: according to, announced, announces, appeal, apply, appointed, buys, ceo, closing,
        competition, council, court, fined, fixture, free delivery, full time, half time,
        in store, investigation, job, kick off, kickoff, launches, lawsuit, line up, lineup,
        merger, minister, names new, notes, on sale, open day, opening hours, opening in, opens,
        opens its, percent, poll, prize, profit, profits, recall, report, reports, results,
        revenue, sale, save up to, schedule, shares, sponsor, sponsored, sponsors, sponsorship,
        statement, stock, strike, strikes, study, sued, sues, to close, to open, webinar;
      FIRST_PERSON: i, i'd, i'll, i'm, i've, im, ive, me, mine, my, our, us, we, we're, we've;
      REPORTS: according to, call, called, calls, claim, claims, insists, keeps telling me,
        raves about, reckon, reckons, said, say, says, swears, tells me, thinks, told me;
      UNDECIDED: alright, average, can't choose, can't comment, can't decide, cannot decide,
        does the job, don't care either way, don't know, don't mind, each to their own,
        either way, fine i guess, fine i suppose, haven't been, haven't tried, haven't used, idk,
        indifferent, it's alright, it's fine, it's ok, it's okay, jury's out, meh either way,
        much of a muchness, neither here nor there, never been, never had, never had one,
        never owned, never played, never seen, never tried, never used, never watched, no idea,
        no idea which, no opinion, no opinion on, no preference, no strong feelings,
        not bothered either way, not my thing either way, not sure, not tried, nothing special,
        ok, okay, on the fence, others say, same difference, six of one, so so, some people say,
        swings and roundabouts, to the penny, torn between, toss up, undecided;
      IRONY: /s, as if, because that's what, because who needs, big surprise, bravo, bravo for,
        cheers, cheers for, congrats on, congratulations on, especially the part where,
        genius move, good job, great job, how lovely, how nice of, i love how, just what i needed,
        love how, love it when, love that for me, love when, nice one, oh good, oh great, oh joy,
        said no one, said nobody, shocker, slow clap, so kind of, sure, thanks a bunch,
        thanks a lot, thanks for nothing, top work, well done for, what a surprise, who needs,
        yeah right, 👏👏, 🙃;
      """;

  private EnglishCues() {}

  /** All phrases, ready to be found. */
  static CueTable table() {
    var table = new CueTable.Builder();
    for (var entry : RELATIONS.strip().split(";\\s*")) {
      int colon = entry.indexOf(':');
      table.add(Cue.valueOf(entry.substring(0, colon)), entry.substring(colon + 1));
    }
    return table
        .add(Cue.PRAISE, EnglishFeelings.PRAISE)
        .add(Cue.FAULT, EnglishFeelings.FAULT)
        .build();
  }
}
