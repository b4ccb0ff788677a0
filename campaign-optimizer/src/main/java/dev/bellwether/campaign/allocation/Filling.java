package dev.bellwether.campaign.allocation;

/**
 * Water-filling on one price: finds the price at which the lines of a stretch of a {@link Pool}
 * together demand a total, by a bracketed secant. In 1/√price the demand of hyperbolic curves is a
 * straight line, so few rounds are needed. Lines that the bracket pins at a bound are dropped from
 * later rounds. Where straight pieces make the demand jump at one price, the total lies between the
 * demands on both sides of it, and so does the answer.
 */
final class Filling {

  private static final int ROUNDS = 1000;

  /** So far a total may be off, as a share of what can give: its cost is this squared. */
  private static final double NEAR = 1e-8;

  private static final double NOTHING = 1e-300;
  private static final int SAMPLED = 4096;
  private static final int SAMPLE = 512;

  /** A secant that gains less than this in {@link #PATIENCE} rounds gives way to bisection. */
  private static final double GAIN = 0.25;

  private static final int PATIENCE = 3;

  /** With so few jumps left each is tried; many together are as good as smooth. */
  private static final int FEW = 32;

  private final Pool pool;

  /** Demands at the price that is too cheap and at the one too dear. */
  private final double[] much;

  private final double[] little;
  private final int[] active;
  private int count;

  /** What pinned lines spend. */
  private double pinned;

  private double cheap;
  private double dear;

  /** The demand at the price tried, and what the straight pieces of just that price add to it. */
  private double sum;

  private double straight;
  private boolean straights;

  /** Prices within the bracket at which demand jumps. */
  private int jumps;

  Filling(Pool pool) {
    this.pool = pool;
    int n = pool.size();
    much = new double[n];
    little = new double[n];
    active = new int[n];
  }

  /**
   * Sets {@link Pool#spend} of the places from {@code from} to {@code to} so that they sum to
   * {@code total}, or to the nearest that their bounds allow.
   *
   * @param guess a price to begin with; 0 for none
   * @return the price
   */
  double fill(int from, int to, double total, double guess) {
    double least = 0;
    double most = 0;
    double steepest = 0;
    cheap = Double.POSITIVE_INFINITY;
    dear = 0;
    pinned = 0;
    count = 0;
    straights = false;
    jumps = Integer.MAX_VALUE;
    for (int i = from; i < to; i++) {
      double low = pool.low[i];
      double high = pool.high[i];
      least += low;
      most += high;
      if (high > low) {
        cheap = Math.min(cheap, pool.bottom[i]);
        dear = Math.max(dear, pool.top[i]);
        straights |= pool.top[i] == pool.bottom[i] || pool.touch[i] > low;
        little[i] = low;
        much[i] = high;
        active[count++] = i;
      } else {
        pool.spend[i] = low;
        pinned += low;
        steepest = Math.max(steepest, pool.top[i]);
      }
    }
    if (count == 0) {
      return steepest;
    }
    if (total <= least || total >= most) {
      System.arraycopy(total >= most ? pool.high : pool.low, from, pool.spend, from, to - from);
      return total >= most ? cheap : dear;
    }
    return search(total, guess > cheap && guess < dear ? guess : opening(total, least, most));
  }

  private double search(double total, double start) {
    double price = start;
    double before = 0;
    double sumBefore = 0;
    double mark = Double.POSITIVE_INFINITY;
    boolean snapped = false;
    for (int round = 1; round < ROUNDS && dear - cheap > 1e-15 * dear; round++) {
      price = price > cheap && price < dear ? price : middle();
      if (!(price > cheap && price < dear) || dear < NOTHING) {
        break;
      }
      demand(price, 0, 1);
      double off = total - sum;
      if (off == 0 || off > 0 && off <= straight) {
        along(price, straight > 0 ? off / straight : 0);
        return price;
      }
      if (settles(price, off)) {
        return price;
      }
      double next = next(price, before, sumBefore, total);
      before = price;
      sumBefore = sum;
      narrow(price, total);
      if (round % PATIENCE == 0) {
        next = Math.abs(off) > GAIN * mark ? middle() : next;
        mark = Math.abs(off);
      }
      snapped = straights && !snapped && jumps <= FEW;
      price = snapped ? nearestStraight(next) : next;
    }
    return between(total);
  }

  /** Demands at a price of every {@code stride}-th active line, and their sum with the pinned. */
  private void demand(double price, int offset, int stride) {
    double all = pinned;
    double pieces = 0;
    for (int k = offset; k < count; k += stride) {
      int i = active[k];
      double spend = pool.demand(i, price, pool.spend[i]);
      pool.spend[i] = spend;
      all += spend;
      if (straights && pool.top[i] == price) {
        pieces += pool.straight(i);
      }
    }
    sum = all;
    straight = pieces;
  }

  /** A secant in 1/√price; where there is but one point yet, demand is taken to go as 1/price. */
  private double next(double price, double before, double sumBefore, double total) {
    if (before <= 0) {
      return price * Math.clamp(sum / total, 0.2, 5);
    }
    double at = 1 / Math.sqrt(price);
    double root = at + (total - sum) * (at - 1 / Math.sqrt(before)) / (sum - sumBefore);
    return root > 0 ? 1 / (root * root) : Double.NaN;
  }

  private double middle() {
    if (cheap > 0) {
      return cheap < dear / 4 ? Math.sqrt(cheap) * Math.sqrt(dear) : cheap + (dear - cheap) / 2;
    }
    return dear / 1024;
  }

  /** Shares what is still to spend among the straight pieces of a price. */
  private void along(double price, double share) {
    for (int k = 0; k < count; k++) {
      int i = active[k];
      if (pool.top[i] == price) {
        pool.spend[i] += share * pool.straight(i);
      }
    }
  }

  /**
   * Spreads what is left over the lines that have the price as their slope, if it is so little that
   * it costs nothing.
   */
  private boolean settles(double price, double off) {
    if (Math.abs(off) > NEAR * sum) {
      return false;
    }
    double room = 0;
    for (int k = 0; k < count; k++) {
      room += room(active[k], price);
    }
    if (Math.abs(off) > NEAR * room) {
      return false;
    }
    for (int k = 0; k < count; k++) {
      int i = active[k];
      pool.spend[i] += off / room * room(i, price);
    }
    return true;
  }

  private double room(int i, double price) {
    double floor = Math.max(pool.low[i], Math.min(pool.touch[i], pool.high[i]));
    return price < pool.top[i] ? Math.min(pool.high[i] - pool.spend[i], pool.spend[i] - floor) : 0;
  }

  /** Makes the price tried an end of the bracket, and drops the lines that it pins. */
  private void narrow(double price, double total) {
    boolean tooMuch = sum > total;
    if (tooMuch) {
      cheap = price;
    } else {
      dear = price;
    }
    int kept = 0;
    int inside = 0;
    for (int k = 0; k < count; k++) {
      int i = active[k];
      if (tooMuch) {
        much[i] = pool.spend[i];
      } else {
        little[i] = pool.spend[i] + (pool.top[i] == price ? pool.straight(i) : 0);
      }
      if (little[i] >= much[i]) {
        pool.spend[i] = much[i];
        pinned += much[i];
      } else {
        active[kept++] = i;
        inside += pool.top[i] > cheap && pool.top[i] < dear && pool.straight(i) > 0 ? 1 : 0;
      }
    }
    count = kept;
    jumps = inside;
  }

  /** The price within the bracket at which demand jumps, nearest to the one given. */
  private double nearestStraight(double price) {
    double nearest = price;
    double least = Double.POSITIVE_INFINITY;
    double wanted = price > cheap && price < dear ? price : middle();
    for (int k = 0; k < count; k++) {
      double top = pool.top[active[k]];
      double apart = Math.abs(top - wanted);
      if (top > cheap && top < dear && apart < least && pool.straight(active[k]) > 0) {
        least = apart;
        nearest = top;
      }
    }
    return nearest;
  }

  /** Both ends are best at almost one price, so every mixture is; this one spends the total. */
  private double between(double total) {
    double from = pinned;
    double apart = 0;
    for (int k = 0; k < count; k++) {
      from += little[active[k]];
      apart += much[active[k]] - little[active[k]];
    }
    double share = apart > 0 ? Math.clamp((total - from) / apart, 0, 1) : 0;
    for (int k = 0; k < count; k++) {
      int i = active[k];
      pool.spend[i] = little[i] + share * (much[i] - little[i]);
    }
    return dear;
  }

  /** A price to begin with: the slopes' mean where all spend alike, or what a sample asks for. */
  private double opening(double total, double least, double most) {
    int stride = Math.max(1, count / SAMPLE);
    double share = (total - least) / (most - least);
    double slopes = 0;
    int seen = 0;
    for (int k = 0; k < count; k += stride) {
      int i = active[k];
      double at = pool.low[i] + share * (pool.high[i] - pool.low[i]);
      slopes += Math.min(pool.top[i], Math.max(pool.curve[i].slope(at), pool.bottom[i]));
      seen++;
    }
    double price = slopes / seen;
    return count > SAMPLED ? sampled(price, total, stride, (double) seen / count) : price;
  }

  private double sampled(double start, double total, int stride, double part) {
    double price = start;
    double before = 0;
    double sumBefore = 0;
    for (int round = 0; round < 6 && price > cheap && price < dear; round++) {
      demand(price, 0, stride);
      sum = pinned + (sum - pinned) / part;
      double next = next(price, before, sumBefore, total);
      if (Math.abs(sum - total) < 1e-3 * total || !(next > cheap && next < dear)) {
        break;
      }
      before = price;
      sumBefore = sum;
      price = next;
    }
    return price;
  }
}
