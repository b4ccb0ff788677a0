package dev.bellwether.sentiment.targets;

/** English phrases by what they do. Commas part them. */
final class EnglishCues {

  private static final String PRAISE =
      """
      lifesaver, life saver, saved me, saved my, saved us, legend, gem, star, dream, heaven, sublime, spot on, worth it,
      worth every, worth the, lush, comfy, snappy, seamless, flawless, refunded, waived, sorted, sorted it, fixed it,
      fixed my, recommend, highly recommend, bargain, obsessed, addicted, unbeatable, favourite, favorite, immortal,
      no fuss, no regrets, zero regrets, no complaints, slaps, slap, fire, goat, chef's kiss, game changer, gamechanger,
      spotless, crisp, slick, sturdy, reliable, superb, immaculate, came through, paid out, in love, never let me down,
      hold up great, holds up, held up great, like a champ, like a dream, like a charm, works perfectly, just works,
      goes the extra mile, above and beyond, top notch, first class, five stars, 5 stars, 10/10, ten out of ten, not bad,
      can't fault, cannot fault, couldn't be happier, can't go wrong, can't recommend enough, can't get enough, hooked,
      took us in, looked after, replaced for free, free of charge, clear winner, winner, the best, class, classy, is everything, all the way, kind to,
      underrated, love it, loves it, lovely, brilliant, amazing, perfect, great, excellent, delicious, impressed,
      grateful, thank you, thanks to, merci, gracias, obrigada, obrigado, grazie, danke, a joy, idiot proof, smooth,
      quiet, soft, crispy, fresh, tasty, well made, well built, beautifully, 
      made my day, kept the lights on, within the hour, next day, on time, early, ahead of schedule, easy, so easy,
      simple, intuitive, generous, honest, transparent, affordable, good value, great value, cheap and good, cute,
      strong, clear, clearest, safest, fastest, happiest, finally works, finally made me, halved my, doubled my,
      legends, gets it, got it right, nailed it, nails it, smashed it, a triumph, masterpiece, sold on,
      fan of, big fan, rate it, swear by, couldn't live without, can't live without, wouldn't be without, 
      forever grateful, que rico, trusty, my money, nothing but good, hats off, kudos, props to, shout out, shoutout,
      deserve to, deserves to, deserves a medal, well done, bravo, chapeau, gold, golden, banging, bangs, based, lit, dope, sick beat, bliss, a treat, delight,
      😍, 🤩, 😋, 🥰, 😻, 💯, 🔥, 👏, 🙌, 👌, 💪, 🏆, 😎, 👍, ❤, 💚, 💙, 💜, 🧡, 🫶, 🤤, ⭐, 🚀
      """;

  private static final String FAULT =
      """
      broken, broke, broke down, crash, crashed, crashes, crashing, lag, laggy, lags, freeze, freezes, froze, frozen,
      buffer, buffering, slow, delay, delayed, late, lost my, lost our, missing, leak, leaked, leaks, leaking, overpriced,
      rip off, ripoff, scam, robbery, daylight robbery, robbed, greedy, dirty, filthy, rude, on hold, hold for, buggy, bug,
      glitch, glitchy, cracked, scratched, dead, died, dies, drain, drains, overheat, overheats, overheating, flimsy,
      squeak, creak, creaks, wobbly, stale, cold, soggy, bland, burnt, poisoning, hidden fees, fees, overcharged,
      charged me, charged twice, charged double, charges per, charges for, ads, adverts, spam, spammy, avoid, waste of,
      rubbish, junk, trash, garbage, mid, flop, downgrade, joke, a joke, clown, dishwater, slideshow, potato,
      loose, peeling, peeled, faded, shrank, shrunk, ripped, torn, tore, stained, mouldy, moldy, rotten, out of date,
      expired, wrong order, wrong item, wrong size, never arrived, never came, never turned up, didn't arrive,
      hasn't arrived, still waiting, waiting for, no reply, no response, no one replies, nobody replies, nobody answers,
      no answer, ignored, ghosted, blocked, locked me out, logs me out, log me out, logged me out, signs me out, cancelled us, cancelled my,
      left without, gave my, gave away, broke me out, wrecked my, ruined, ruin it, ruins, killed my, deleted my, deletes,
      wiped my, lied, lies, liars, misleading, shady, creepy, privacy, sells my data, tracks me, price rise, price hike,
      price went up, put the price up, putting up prices, expensive, pricey, extortionate, daft price, an arm and a leg,
      quality went, gone downhill, going downhill, went downhill, not what it was, used to be good, doesn't work,
      didn't work, does not work, won't work, isn't working, not working, stopped working, won't load, won't open, won't turn on,
      won't charge, won't connect, doesn't load, keeps crashing, keeps dropping, keeps cutting, keeps freezing, drops out,
      cuts out, crackling, crackles, fuzzy, blurry, pixelated, scary hot, too hot, tinny, muffled, padding, bloated,
      unusable, useless, pointless, clunky, ugly, cheap and it shows, it shows, plasticky, disgusting, vile, grim, gross, rank,
      overrated, overhyped, meh, let down, let me down, letdown, disappointing, disappointed, disappointment, shame,
      shambles, a mess, greedy mess, a disgrace, disgraceful, shocking, appalling, embarrassing, horror, nightmare, hell,
      menace, clowns, cowboys, crooks, thieves, dead to me, never again, last time, sort it out, sort it, sort yourselves,
      do better, get a grip, wake up, refund, refund please, want a refund, want my money back, money back, my money back,
      hang up, hung up, on to a bot, a bot, chatbot, speak to a human, in the rain, at the wrong,
      missed, missed appointment, appointment missed, no show, no signal, no service, outage, down again, down for,
      offline, laughed, shrugged, nobody cared, didn't care, don't care, not worth, isn't worth, thorn, worst, terrible,
      awful, horrible, hate, hated, poor, bad, worse, sucks, suck, shite, crap, pants, bin it, in the bin, binned it,
      gathering dust, in a drawer, watching paint, per cent slower,
      are you joking, you joking, are you kidding, at best, put me off, puts me off, make me want to scream,
      hours of my life, took ages, takes ages, takes forever, taking forever, weeks later,
      no regard, nothing works, does nothing, shows nothing, what a waste, food poisoning, 
      can't even, doesn't even, don't even, didn't even, lost me, lost a customer, plastic, too small, too big,
      too loud, too expensive, cost me, ratio, cringe, trash tier, yikes, ick, drag, drags, dragging,
      🤢, 🤮, 👎, 💩, 🤡, 😡, 😤, 🙄, 😠, 🤬, 😒, 🗑, 😴, 🥱, 🤦, 😑, 📉, 💔
      """;

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
      beats, beat, beating, destroys, smokes, outperforms, trumps, outclasses, wipes the floor with, blows away, tops,
      runs rings round, runs rings around, runs circles around, eats, crushes, knocks spots off, is no match next to,
      puts to shame, >, outshines, outdoes, outlasts, outlasted, ahead of
      """;

  private static final String LOSES =
      """
      loses to, lost to, not as good as, isn't as good as, nowhere near as good as, nowhere near, not a patch on, no match for,
      isn't a patch on, nothing on, has nothing on, pales next to, pales beside, falls short of, can't touch, cannot touch,
      can't compete with, doesn't come close to, wishes it was, wishes it were, could never be, behind, not as nice as,
      not as fast as, not as reliable as, isn't half as good as, not half as good as, a poor man's, <
      """;

  private static final String OTHER =
      """
      EQUALS: as good as, almost as good as, nearly as good as, just as good as, every bit as good as, on par with, on a par with, up there with
      THAN: than
      PREFER: prefer, preferred, prefers, rather have, rather use, rather buy, rather fly, rather eat, sooner have
      CHOOSE: chose, choose, choosing, chosen, picked, pick, went with, going with, went for
      OVER: over
      INSTEAD: instead of, rather than, in place of, as opposed to
      UNLIKE: unlike
      AT_LEAST: at least
      SWITCH: switch, switched, switching, migrate, migrated, migrating, move, moved, moving, went, go, going, gone, change, changed, changing, convert, converted, jumped, jump, port, ported, defected
      BACK: back to, back on, back with, return to, returned to, returning to, or nothing
      LEAVE: ditched, ditch, ditching, dumped, dump, dumping, dropped, drop, dropping, cancel, cancelled, canceled, cancelling, canceling, returned, returning, quit, quitting, left, leaving, leave, uninstall, uninstalled, uninstalling, unsubscribed from, binned, binning, deleted, deleting, sold my, sold the, selling my, sending back, sent back, done with, finished with, finished using, so over, goodbye, bye, bye bye, say goodbye to, adios, farewell, good riddance, get rid of, got rid of, getting rid of, sick of, tired of, fed up with, fed up of, avoid, avoiding, boycott, boycotting, stay away from, steer clear of, never buy, never buying, never fly, never use, never using, never trust, not with, stop using, stopped using, giving up on, gave up on, shame on, goes back, going back in the box, down with, screw, stuff, to hell with
      REPLACE: replaced, replacing, replace, swapped, swap, swapping, traded, trading, trade, exchanged
      KEEP: kept, keep, keeping, sticking with, stick with, stuck with, staying with, stay with, stick to, sticking to, stayed with, loyal to, coming back to, keep coming back to, hats off to, shout out to, shoutout to, props to, kudos to, well done, bless, thank god for, thank you, thanks to, love, loving, adore, obsessed with, in love with, rate, fan of, team, bravo, respect to, trust
      WANT: want a, want the, want an, wanting, want my, need a, need the, needs a, wish i had, wish i'd, wish i had kept, wish i'd kept, miss my, miss the, missing my, i miss, bring back, begging for, kill for, can't wait for, can't wait to, give me, gimme, craving, saving up for, dreaming of, eyeing, lusting after, tempted by, hoping for a, excited for, hyped for, take my money, come back, where have you been all my life, when are you bringing
      LACK: wish it had, wish it would, wish they would, wish they'd, wish you'd, wish you would, would it kill, if only, is it too much to ask, how hard is it, please fix, pls fix, can you please, can you not, when will you, please stop, why can't, aprendan, take notes, learn from, should have, could have, needs to, need to, should learn, ought to, supposed to
      DENIAL: doesn't, isn't, didn't, wasn't, don't, does not, is not, did not, was not, hasn't, haven't, can't, won't, never was, never did, is not, are not, aren't, not so much, not
      ALL: both, all of them, the lot, the lot of you, all three, all four, they all, neither, either, same, each, these two, the two, all great, all of you, every one of them, none of them, they
      ASK: anyone, does anyone, anybody, can someone, can anyone, could someone, has anyone, how do i, how do you, how can i, is there, any good, which, should i, shall i, what's the, what is the, what time, where can i, where do i, when does, when is, does the, do the, is the, are the, any, recommendations, advice, thoughts on, thinking of, thinking about, considering, anyone know, anyone tried, quick question, wondering
      FIRST_PERSON: i, my, me, we, our, us, i'm, im, i've, ive, i'll, i'd, we're, we've, mine
      REPORTS: says, say, said, calls, call, called, reckons, reckon, claims, claim, swears, insists, thinks, according to, told me, tells me, raves about, keeps telling me
      WHY: why does, why do, why is, why are, why has, why have, why did, why can't, why won't, why would, how is it, explain why, how come, what is the point, what's the point
      NEWS: breaking, % off, off all, sale, on sale, general sale, newsletter, patch notes, notes, survey, police, appeal, hiring, vacancy, job, apply, recall, recalls, launches, announces, announced, quarterly, shares, results, subscribe, available now, in store, in store and online, this weekend only, dm me, face value, giveaway, win a, enter now, press release, report, reports, ceo, opens, open day, percent, according to, statement, acquires, merger, to open, on the blog
      BEST: nothing like, nothing beats, nothing touches, hard to beat, can't beat, cannot beat, nobody does it like, no one does it like, you can't beat, no place like
      USED_TO: used to, once
      TOOK: took, takes, taken, been, waited, waiting, wait, late
      DURATION: minute, minutes, min, mins, hour, hours, hrs, day, days, week, weeks, month, months, attempts, tries, times, emails, calls, phone calls
      UNDECIDED: haven't tried, not tried, never tried, never had one, never had, never used, haven't used, haven't been, can't comment, no opinion, idk, don't know, not sure, no idea, no strong feelings, no preference, don't mind, don't care either way, either way, nothing special, okay, ok, it's fine, fine i guess, so so, meh either way, to the penny, much of a muchness, six of one, jury's out, undecided, on the fence, some people say, others say
      IRONY: 🙃, /s, said no one, said nobody, yeah right, cheers, thanks for nothing, nice one, slow clap, well done for, bravo for, especially the part where, great job, sure
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
    table.add(Cue.FAULT, FAULT);
    table.add(Cue.PRAISE, PRAISE);
    table.add(Cue.CONTRAST, CONTRAST);
    table.add(Cue.BETTER, BETTER);
    table.add(Cue.WORSE, WORSE);
    table.add(Cue.BEATS, BEATS);
    table.add(Cue.LOSES, LOSES);
    return table.build();
  }
}
