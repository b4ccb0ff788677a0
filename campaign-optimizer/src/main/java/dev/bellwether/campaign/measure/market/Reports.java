package dev.bellwether.campaign.measure.market;

/** What was reported so far. */
final class Reports {

  private final double[][] spends;
  private final double[][] conversions;

  /** By day and age: conversions first reported at that age. */
  private final double[][] arrived;

  private int days;

  Reports(Market market) {
    spends = new double[market.days()][];
    conversions = new double[market.days()][market.size()];
    arrived = new double[market.days()][market.reported().length];
  }

  void add(DayReport report) {
    int day = report.day();
    days = day + 1;
    spends[day] = report.spends();
    for (int arm = 0; arm < report.arrivals().length; arm++) {
      int[] byAge = report.arrivals()[arm];
      for (int age = 0; age <= day && age < byAge.length; age++) {
        conversions[day - age][arm] += byAge[age];
        arrived[day - age][age] += byAge[age];
      }
    }
  }

  double spend(int day, int arm) {
    return spends[day][arm];
  }

  /** Of clicks on that day, as far as they are reported. */
  double conversions(int day, int arm) {
    return conversions[day][arm];
  }

  /** The first day of which more may still be reported. */
  int firstOpen() {
    return Math.max(0, days - arrived[0].length - 1);
  }

  /** By age: conversions known at that age over those known a day before. */
  double[] growth() {
    double[] growth = new double[arrived[0].length];
    growth[0] = 1;
    double[] known = new double[days];
    for (int age = 1; age < growth.length; age++) {
      // One conversion on both sides keeps the ratio finite where little is known
      double before = 1;
      double after = 1;
      for (int day = 0; day < days - age; day++) {
        known[day] += arrived[day][age - 1];
        before += known[day];
        after += known[day] + arrived[day][age];
      }
      growth[age] = after / before;
    }
    return growth;
  }
}
