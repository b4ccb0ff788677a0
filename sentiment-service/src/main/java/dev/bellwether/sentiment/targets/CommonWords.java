package dev.bellwether.sentiment.targets;

import java.util.Set;

/** English words that are brands as well: as a name they are taken only with their capital. */
final class CommonWords {

  private static final Set<String> WORDS =
      Set.of(
          """
          act active ally always amazon apple axe bark beats beetle bird bliss bolt boots
          boss bounce box brave breeze bright buzz calm cash caterpillar chase chime circle clear
          coach compass crest crown cruise dash dawn degree delta discord discover diesel dodge dove
          dream drift echo edge ego element essence everlast express fiesta figure first fit
          flash flex flow focus fossil fox freedom frontier fuse gain galaxy gap general glad glow
          golf grab grind guess harvest hero hinge honest honey hype impulse indeed jaguar jet joy
          kindle level light lime link live loop lush mango match mercury merit meta mini mint monday
          monster motion native nest next north notion now oasis oath oracle orange orbit origin
          outback outlook patch peak pepper pilot pinnacle platform polo prime public pulse
          pure ram range raw reach rise ring safari scout secret seat shell shield sharp shift sign
          signal silk simple sky slack smart snap solo sonic spark spirit splash sprint spring square
          staples stripe subway sun surely surface swift target teams telegram three tide tile time
          titan total trail triumph twitch united vanguard venture verge virgin visa vision vital
          vogue wave wish wonder word yes zen zoom
          """
              .split("\\s+"));

  private CommonWords() {}

  static boolean contains(String folded) {
    return WORDS.contains(folded);
  }
}
